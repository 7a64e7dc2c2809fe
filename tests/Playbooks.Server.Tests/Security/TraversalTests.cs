using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Playbooks.Server.Tests.Service;

namespace Playbooks.Server.Tests.Security;

/// <summary>Whatever stands in a URL, nothing outside the folder of runs is read, and nobody is told that it is there.</summary>
public sealed partial class TraversalTests : IAsyncLifetime
{
    private const string Canary = "canary-outside-of-all-runs";

    private readonly string parent = Directory.CreateTempSubdirectory("playbooks-server-tests-").FullName;
    private RunningService service = null!;

    public async Task InitializeAsync()
    {
        // A run that is none of this service's, beside its folder of runs, and links to it from within.
        var outside = Directory.CreateDirectory(Path.Combine(parent, "outside", "screenshots")).Parent!.FullName;
        foreach (var file in (string[])["actions.jsonl", "status.json", "trace.zip", "report.html", "secret.txt", "screenshots/0001_click.jpg"])
        {
            await File.WriteAllTextAsync(Path.Combine(outside, file), Canary);
        }

        var root = Directory.CreateDirectory(Path.Combine(parent, "root")).FullName;
        Directory.CreateSymbolicLink(Path.Combine(root, "linked"), outside);
        var half = Directory.CreateDirectory(Path.Combine(root, "half")).FullName;
        Directory.CreateSymbolicLink(Path.Combine(half, "screenshots"), Path.Combine(outside, "screenshots"));
        foreach (var file in (string[])["actions.jsonl", "status.json", "trace.zip", "report.html"])
        {
            File.CreateSymbolicLink(Path.Combine(half, file), Path.Combine(outside, file));
        }

        service = await RunningService.StartAsync(options => options.OutputRoot = root);
    }

    public async Task DisposeAsync()
    {
        await service.DisposeAsync();
        Directory.Delete(parent, recursive: true);
    }

    public static TheoryData<string> Ids => new(
        "..", "%2e%2e", "%2E%2E", "%252e%252e", "..%2foutside", "..%2Foutside", "..%252foutside", "%252e%252e%252foutside", "..%5coutside", "..%255coutside", "..\\outside",
        "%c0%ae%c0%ae", "%c0%ae%c0%ae%c0%afoutside", "%u002e%u002e", "..%c0%afoutside", "%ef%bc%8e%ef%bc%8e", "%e2%80%a5", "..%ef%bc%8foutside", "%2fetc%2fpasswd", "%5c%5chost%5cshare",
        "C:%5cWindows", "C%3a", "outside%00", "%00", "a%00b", "a%0d%0ab", "a%0a", "a%0d", "CON", "nul", "COM1.txt", "aux.", "a.", "a..b", "-a", "_a", ".hidden", "a%20", "%20", "a;b", "a%3fb", "a%23b", "~root",
        "%ff", "%ED%A0%80", new string('a', 129), "%e2%80%aeabc");

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task A_run_id_in_a_url_leads_nowhere_else(string id)
    {
        foreach (var (method, pattern) in Routes("id"))
        {
            await ShouldBeRefusedAsync(method, Placeholder().Replace(pattern, match => match.Groups["name"].Value == "id" ? id : "0001_click.jpg"));
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    [InlineData("..%2f..%2foutside%2fsecret.txt")]
    [InlineData("..%2fstatus.json")]
    [InlineData("..%5cstatus.json")]
    [InlineData("0001_click.jpg")]
    [InlineData("0001_click.jpg%00.png")]
    public async Task The_name_of_a_file_in_a_url_leads_nowhere_else(string name)
    {
        foreach (var (method, pattern) in Routes("name"))
        {
            await ShouldBeRefusedAsync(method, Placeholder().Replace(pattern, match => match.Groups["name"].Value == "id" ? "half" : name));
        }
    }

    private async Task ShouldBeRefusedAsync(string method, string path)
    {
        var answer = await RawHttp.SendAsync(service.Url, $"{method} {path} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");

        Assert.True(Refused().IsMatch(answer), $"{method} {path}\n{answer}");
        Assert.DoesNotContain(Canary, answer, StringComparison.Ordinal);
        Assert.DoesNotContain(parent, answer, StringComparison.Ordinal);
    }

    /// <summary>Every route with a parameter of this name.</summary>
    private IEnumerable<(string Method, string Pattern)> Routes(string parameter) =>
        from endpoint in service.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        where endpoint.RoutePattern.GetParameter(parameter) is not null && endpoint.RoutePattern.RawText!.Contains("runs", StringComparison.Ordinal)
        from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]
        select (method, "/" + endpoint.RoutePattern.RawText!.TrimStart('/'));

    [GeneratedRegex(@"\{\*{0,2}(?<name>[a-z]+)[^}]*\}")]
    private static partial Regex Placeholder();

    // Not found, bad, not allowed, or to another place of the service: a path with dots is another path.
    [GeneratedRegex(@"\AHTTP/1\.1 (?:400|404|405|302 |303 |415)")]
    private static partial Regex Refused();
}

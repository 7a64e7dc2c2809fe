using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Playbooks.Server.Tests.Security;

/// <summary>Whatever stands in a URL, nothing outside the folder of runs is read, and nobody is told that it is there.</summary>
public sealed partial class TraversalTests(OutsideRuns outside) : IClassFixture<OutsideRuns>
{
    // What these lead to is known before any endpoint is asked: another path of the service.
    private static readonly string[] Dots = ["..", "%2e%2e", "%2E%2E"];

    public static TheoryData<string> Ids => new(
        "..", "%2e%2e", "%2E%2E", "%252e%252e", "..%2foutside", "..%2Foutside", "..%252foutside", "%252e%252e%252foutside", "..%5coutside", "..%255coutside", "..\\outside",
        "%c0%ae%c0%ae", "%c0%ae%c0%ae%c0%afoutside", "%u002e%u002e", "..%c0%afoutside", "%ef%bc%8e%ef%bc%8e", "%e2%80%a5", "..%ef%bc%8foutside", "%2fetc%2fpasswd", "%5c%5chost%5cshare",
        "C:%5cWindows", "C%3a", "outside%00", "%00", "a%00b", "a%0d%0ab", "a%0a", "a%0d", "CON", "nul", "COM1.txt", "aux.", "a.", "a..b", "-a", "_a", ".hidden", "a%20", "%20", "a;b", "a%3fb", "a%23b", "~root",
        "%ff", "%ED%A0%80", new string('a', 129), "linked", "half", "%e2%80%aeabc");

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
        var answer = await RawHttp.SendAsync(outside.Service.Url, $"{method} {path} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");

        Assert.True(Refused().IsMatch(answer) || Dots.Any(dots => path.Contains(dots, StringComparison.Ordinal)), $"{method} {path}\n{answer}");
        Assert.DoesNotContain(OutsideRuns.Canary, answer, StringComparison.Ordinal);
        Assert.DoesNotContain(outside.Parent, answer, StringComparison.Ordinal);
    }

    /// <summary>Every route with a parameter of this name.</summary>
    private IEnumerable<(string Method, string Pattern)> Routes(string parameter) =>
        from endpoint in outside.Service.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        where endpoint.RoutePattern.GetParameter(parameter) is not null
        from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]
        select (method, "/" + endpoint.RoutePattern.RawText!.TrimStart('/'));

    [GeneratedRegex(@"\{\*{0,2}(?<name>[a-z]+)[^}]*\}")]
    private static partial Regex Placeholder();

    // Not found, bad, not allowed, or to another place of the service: a path with dots is another path.
    [GeneratedRegex(@"\AHTTP/1\.1 (?:400|404|405|302 |303 |415)")]
    private static partial Regex Refused();
}

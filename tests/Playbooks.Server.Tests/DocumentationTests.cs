using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Playbooks.Server.Starting;
using Playbooks.Server.Tests.Service;
using Playbooks.TestSupport;

namespace Playbooks.Server.Tests;

/// <summary>What <c>docs/service.md</c> lists is what there is.</summary>
public sealed partial class DocumentationTests
{
    private static readonly string Page = File.ReadAllText(RepositoryFolder.Of("docs", "service.md"));

    [Fact]
    public void Its_options_are_the_options_with_their_defaults()
    {
        var defaults = new PlaybooksOptions();
        var options = typeof(PlaybooksOptions).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Select(option => $"{option.Name}: {(option.Name == nameof(PlaybooksOptions.MaxConcurrentRuns) ? "cores" : Text(option.GetValue(defaults)))}");

        Assert.Equal(options, OptionRow().Matches(Page).Select(row => $"{row.Groups[1].Value}: {row.Groups[2].Value.Trim('`')}"));
    }

    [Fact]
    public async Task Its_endpoints_are_those_for_programs()
    {
        await using var service = await RunningService.StartAsync();
        var endpoints =
            from endpoint in service.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            where endpoint.Metadata.GetMetadata<IEndpointSummaryMetadata>() is not null && endpoint.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>() is null
            from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods
            where method != "HEAD"
            select $"{method} /{endpoint.RoutePattern.RawText!.TrimStart('/')}";

        Assert.Equal(endpoints.Distinct().Order(), EndpointRow().Matches(Page).Select(row => row.Groups[1].Value).Order());
    }

    [Fact]
    public void Its_keys_of_a_request_are_those_that_are_read()
    {
        var section = Page[Page.IndexOf("### Starting a run", StringComparison.Ordinal)..Page.IndexOf("### Watching a run", StringComparison.Ordinal)];

        Assert.Equal(StartRequestForm.KeysOf(string.Empty).Except(["directive"]).Order(), KeyRow().Matches(section).Select(row => row.Groups[1].Value).Order());
    }

    // What has no default of its own is not spelt out.
    private static string Text(object? value) => value switch
    {
        null or ICollection or TimeProvider => "–",
        TimeSpan time => time.ToString("c", CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        int or Enum => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        _ => "–",
    };

    [GeneratedRegex(@"^\| `([A-Z]\w+)` \| ([^|]+) \| .+ \|\r?$", RegexOptions.Multiline)]
    private static partial Regex OptionRow();

    [GeneratedRegex(@"^\| `((?:GET|POST) /[^`]*)` \|", RegexOptions.Multiline)]
    private static partial Regex EndpointRow();

    [GeneratedRegex(@"^\| `([a-z_]+)` \| ", RegexOptions.Multiline)]
    private static partial Regex KeyRow();
}

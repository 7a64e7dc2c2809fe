using Playbooks.Steps;
using Playbooks.Tests.Browser;
using Playbooks.Tests.Runner.Scripted;
using Playbooks.Tests.Runs.Recording;

namespace Playbooks.Tests.Steps.Requests;

/// <summary>A secret that a request sends, and that the response gives back, is in no file of the run's folder.</summary>
public sealed class RequestSecretTests(Chromium chromium, ApiSite site) : RunnerTest(chromium), IClassFixture<ApiSite>
{
    private const string Secret = "hunter2 \"x\"/ü";

    // Each is a part of one of the forms in which the secret could be written.
    private static readonly string[] Traces = ["hunter2", "aHVudGVyMi", "68756e74657232"];

    public static TheoryData<string> Requests => ["json", "form", "body", "header"];

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task A_secret_is_masked_in_every_file(string where)
    {
        var request = new ApiRequest("/api/echo") { Method = RequestMethod.Post, ExpectStatus = [404] };
        request = where switch
        {
            "json" => request with { Json = $"{{\"token\":{Generated.Bind.JsonText(Secret)}}}" },
            "form" => request with { Form = new Dictionary<string, string> { ["token"] = Secret } },
            "body" => request with { Body = Secret },
            _ => request with { Headers = new Dictionary<string, string> { ["X-Any"] = Uri.EscapeDataString(Secret), ["Authorization"] = "Bearer " + Uri.EscapeDataString(Secret) } },
        };

        await AssertMaskedAsync(request);
    }

    [Fact]
    public async Task A_secret_in_the_log_of_a_failed_request_is_masked() => await AssertMaskedAsync(
        new("http://127.0.0.1:1/") { Method = RequestMethod.Post, Body = Secret, Headers = new Dictionary<string, string> { ["X-Any"] = Uri.EscapeDataString(Secret) } });

    private async Task AssertMaskedAsync(ApiRequest request)
    {
        var step = new Request<string>(request, Info(1, attempts: 1, action: "api_request"));
        var options = Options with { BaseUrl = site.BaseUrl, TimeProvider = TimeProvider.System, Trace = TraceMode.Always };

        var run = await new PlaybookRunner(options).RunAsync(new ScriptedPlaybook(step) { Given = [new("token", Secret) { Secret = true }] }, Page.Context.Browser!);

        Assert.Equal(Outcome.Failed, run.Outcome);
        var files = Directory.GetFiles(run.RunFolder, "*", SearchOption.AllDirectories);
        Assert.Contains("***", await File.ReadAllTextAsync(Path.Combine(run.RunFolder, "report.html")), StringComparison.Ordinal);
        Assert.Contains(files, file => file.EndsWith(".zip", StringComparison.Ordinal));
        foreach (var file in files)
        {
            await using var stream = File.OpenRead(file);
            var texts = file.EndsWith(".zip", StringComparison.Ordinal) ? ZippedTrace.Texts(stream) : new() { [file] = await File.ReadAllTextAsync(file) };
            foreach (var (name, text) in texts)
            {
                Assert.All(Traces, trace => Assert.False(text.Contains(trace, StringComparison.OrdinalIgnoreCase), $"{name} contains {trace}: {Around(text, trace)}"));
            }
        }
    }

    private static string Around(string text, string trace)
    {
        var at = text.IndexOf(trace, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? string.Empty : text.Substring(Math.Max(0, at - 200), Math.Min(400, text.Length - Math.Max(0, at - 200)));
    }
}

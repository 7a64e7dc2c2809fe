using Playbooks.Tests.Browser;
using Playbooks.Tests.Runner.Scripted;

namespace Playbooks.Tests.Runner;

/// <summary>What a failure says can be read from its first word to its last, and is true.</summary>
public sealed class FailureWordingTests(Chromium chromium) : RunnerTest(chromium)
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(300);

    [Theory]
    [InlineData("/att", "/att")]
    [InlineData("/old", "/att")]
    public async Task A_request_that_became_a_download_did_not_fail(string link, string path)
    {
        await using var server = await DownloadSite.StartAsync();
        await Page.GotoAsync(server.BaseUrl);
        await Page.EvaluateAsync("link => { document.querySelector('a').href = link }", link);

        var run = await RunAsync(
            new ScriptedStep(Info(1), page => page.RunAndWaitForDownloadAsync(() => page.ClickAsync("a"))),
            new ScriptedStep(Info(2), Fail("Nothing there.")));

        var request = Assert.Single(run.FailedStep!.Failure!.Requests, request => request.Url == server.BaseUrl + path);
        Assert.Equal((200, null), (request.Status, request.Failure));
    }

    [Fact]
    public async Task A_text_of_several_lines_does_not_end_the_sentence_about_it()
    {
        await Page.SetContentAsync("<nav id=nav><a href=/>Home</a></nav>");
        var step = new ScriptedStep(Info(1, FailurePolicy.Abort), Work) { Expects = new() { Aria = new("#nav", "- navigation:\n  - link \"Cart\"\n"), Timeout = Short } };

        var run = await RunInTimeAsync(step);

        Assert.EndsWith(
            "Verification failed: expect_aria expected #nav has the accessibility tree: - navigation: / - link \"Cart\", seen - navigation: / - link \"Home\": / - /url: /.",
            run.Error,
            StringComparison.Ordinal);
        Assert.Equal(run.FailedStep!.Error, run.FailedStep.Cause);
        Assert.Contains("\n- navigation:\n  - link \"Cart\"", run.FailedStep.Failure!.Expectations[0].Expected, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "/home", "the URL http://app.test/login does not contain \"/home\".")]
    [InlineData("#account", null, "#account is not visible on http://app.test/login.")]
    [InlineData("#account", "/home", "#account is not visible on http://app.test/login.")]
    [InlineData("#user", "/home", "the URL http://app.test/login does not contain \"/home\".")]
    public async Task A_login_that_does_not_succeed_says_what_is_missing(string? visible, string? url, string why)
    {
        await Page.Context.RouteAsync("http://app.test/login", route => route.FulfillAsync(new()
        {
            ContentType = "text/html",
            Body = "<form onsubmit='return false'><input id=user name=username autocomplete=username><input type=password name=password><button>Log in</button></form>",
        }));
        var playbook = new ScriptedPlaybook(new ScriptedStep(Info(1), Work))
        {
            Login = new() { Step = Info(1, action: "login") with { Number = 0, Path = "auth.1" }, Url = "http://app.test/login", ElementVisible = visible, UrlContains = url },
        };

        var run = await RunAsync(playbook, Options with { BaseUrl = "http://app.test", Credentials = new Dictionary<string, Secret> { ["username"] = "somebody", ["password"] = "Analytical-Engine-1843" } });

        Assert.Equal(ErrorCode.AuthFailed, run.ErrorCode);
        Assert.EndsWith("The login did not succeed: " + why, run.Error, StringComparison.Ordinal);
    }
}

using Playbooks.Browsing;
using Playbooks.Tests.Runner.Scripted;

namespace Playbooks.Tests.Children;

/// <summary>Starts a browser, waits until its input ends, runs a playbook that logs in, and says how.</summary>
internal static class LoginChild
{
    public static async Task RunAsync(string root, string baseUrl)
    {
        await using var browser = await BrowserSession.StartAsync();
        Console.WriteLine("ready");
        await Console.In.ReadToEndAsync();
        var playbook = new ScriptedPlaybook(new ScriptedStep(RunnerTest.Info(1), RunnerTest.Work))
        {
            Login = new() { Step = RunnerTest.Info(1, action: "login") with { Number = 0, Path = "auth.1" }, Url = "/login", CookiePresent = "session", Session = "clerk" },
        };
        var options = new RunOptions
        {
            BaseUrl = baseUrl,
            OutputRoot = Path.Combine(root, "runs"),
            SessionsFolder = Path.Combine(root, "sessions"),
            Trace = TraceMode.Never,
            Credentials = new Dictionary<string, Secret> { ["username"] = "somebody", ["password"] = "Analytical-Engine-1843" },
        };
        var run = await new PlaybookRunner(options).RunAsync(playbook, browser.Browser);
        Console.WriteLine(run.Outcome == Outcome.Passed ? run.Steps[0].Output : run.Report);
    }
}

using Playbooks.Browsing;
using Playbooks.Tests.Runner.Scripted;

namespace Playbooks.Tests.Children;

/// <summary>A program of the user's own that runs a playbook, whose first step fails.</summary>
internal static class FailingChild
{
    public static async Task RunAsync(string root)
    {
        await using var browser = await BrowserSession.StartAsync();
        var playbook = new ScriptedPlaybook(new ScriptedStep(RunnerTest.Info(1, FailurePolicy.Abort), RunnerTest.Fail("Order 12345 was not found.")));
        var run = await new PlaybookRunner(new() { OutputRoot = root }).RunAsync(playbook, browser.Browser);
        Console.WriteLine(run.Outcome);
    }
}

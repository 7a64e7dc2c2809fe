using Playbooks.Browsing;
using Playbooks.Running;
using Playbooks.Tests.Runner.Scripted;

namespace Playbooks.Tests.Children;

/// <summary>Runs a playbook in a real browser; its second step says that it acts, and never ends by itself.</summary>
internal static class BrowsingChild
{
    public static async Task RunAsync(string root, string runId)
    {
        await using var browser = await BrowserSession.StartAsync();
        var playbook = new ScriptedPlaybook(
            new ScriptedStep(RunnerTest.Info(1), page => page.SetContentAsync("<h1>Orders</h1>")),
            new ScriptedStep(RunnerTest.Info(2), async _ =>
            {
                Console.WriteLine("acting");
                await new TaskCompletionSource().Task;
            }));
        await new PlaybookRunner(new() { OutputRoot = root, RunId = runId }).RunAsync(playbook, browser.Browser);
    }
}

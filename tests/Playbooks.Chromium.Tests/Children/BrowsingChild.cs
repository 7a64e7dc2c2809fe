using Playbooks.Browsing;
using Playbooks.Tests.Runner.Scripted;

namespace Playbooks.Tests.Children;

/// <summary>Runs playbooks in a real browser, side by side; the second step of each says that it acts, and never ends by itself.</summary>
internal static class BrowsingChild
{
    public static async Task RunAsync(string root, params string[] runIds)
    {
        await using var browser = await BrowserSession.StartAsync();
        using var together = new Barrier(runIds.Length);
        await Task.WhenAll(runIds.Select(async runId =>
        {
            var playbook = new ScriptedPlaybook(
                new ScriptedStep(RunnerTest.Info(1), page => page.SetContentAsync("<h1>Orders</h1><p>hunter2</p>")),
                new ScriptedStep(RunnerTest.Info(2), async _ =>
                {
                    Console.WriteLine("acting");
                    await new TaskCompletionSource().Task;
                }));
            await new PlaybookRunner(new() { OutputRoot = root, Listeners = [new Together(together)] }).RunAsync(playbook, browser.Browser, new() { RunId = runId });
        }));
    }

    /// <summary>Lets no run end before the others do.</summary>
    private sealed class Together(Barrier all) : IStepListener
    {
        public void OnRunEnded(PlaybookResult result) => all.SignalAndWait();
    }
}

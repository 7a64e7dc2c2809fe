using Playbooks.Browsing;
using Playbooks.Tests.Runner.Scripted;

namespace Playbooks.Tests.Children;

/// <summary>
/// Runs playbooks in a real browser, side by side; the second step of each calls a playbook whose step says that it acts, and never ends by
/// itself. Both playbooks have a <c>finally</c>.
/// </summary>
internal static class BrowsingChild
{
    public static async Task RunAsync(string root, params string[] runIds)
    {
        await using var browser = await BrowserSession.StartAsync();
        using var together = new Barrier(runIds.Length);
        await Task.WhenAll(runIds.Select(async runId =>
        {
            var called = new CalledPlaybook(
                async steps => await steps.RunAsync(new ScriptedStep(RunnerTest.Info(1), async _ =>
                {
                    Console.WriteLine("acting");
                    await new TaskCompletionSource().Task;
                })),
                async steps => await steps.RunAsync(Last(RunnerTest.SetTitle("Logged out"))));
            var call = RunnerTest.Info(2, action: "run");
            var playbook = new BlockPlaybook(
                async steps =>
                {
                    await steps.RunAsync(new ScriptedStep(RunnerTest.Info(1), page => page.SetContentAsync("<h1>Orders</h1><p>hunter2</p>")));
                    await steps.CallAsync(call, null, called);
                },
                RunnerTest.Info(1),
                call,
                Last(RunnerTest.Work).Info)
            {
                Last = async steps => await steps.RunAsync(Last(RunnerTest.SetTitle("Cleaned up"))),
            };
            await new PlaybookRunner(new() { OutputRoot = root, Listeners = [new Together(together)] }).RunAsync(playbook, browser.Browser, new() { RunId = runId });
        }));
    }

    private static ScriptedStep Last(Func<Microsoft.Playwright.IPage, Task> act) => new(RunnerTest.Info(3, attempts: 1) with { Path = "finally.1" }, act);

    /// <summary>Lets no run end before the others do.</summary>
    private sealed class Together(Barrier all) : IStepListener
    {
        public void OnRunEnded(PlaybookResult result) => all.SignalAndWait();
    }
}

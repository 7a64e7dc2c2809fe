using System.Globalization;
using Playbooks.Tests.Browser;
using Playbooks.Tests.Runner.Scripted;

namespace Playbooks.Tests.Runner;

public sealed class ConcurrencyTests(Chromium chromium) : RunnerTest(chromium)
{
    private const int Runs = 16;

    [Fact]
    public async Task Runs_side_by_side_do_not_mix()
    {
        var together = new TaskCompletionSource();
        var arrived = 0;
        var runner = new PlaybookRunner(Options);

        var results = await Task.WhenAll(Enumerable.Range(0, Runs).Select(async number =>
        {
            var text = number.ToString(CultureInfo.InvariantCulture);
            var step = new ScriptedReading<string>(Info(1, storeAs: "status"), async context =>
            {
                await context.Page.SetContentAsync($"<title>Order {text}</title>");

                // All are on their pages before any goes on.
                if (Interlocked.Increment(ref arrived) == Runs)
                {
                    together.SetResult();
                }

                await together.Task;
                return await context.Page.TitleAsync() + " " + context.Values.RunId;
            });
            var odd = new ScriptedStep(Info(2, attempts: 1), number % 2 == 1 ? Fail($"No {text}.") : Work);
            return await runner.RunAsync(new ScriptedPlaybook(step, odd) { Given = [new("order_id", text)] }, Page.Context);
        }));

        Assert.Equal(Runs, results.Select(run => run.RunId).Distinct().Count());
        for (var number = 0; number < Runs; number++)
        {
            var text = number.ToString(CultureInfo.InvariantCulture);
            var run = results[number];
            Assert.Equal($"Order {text} {run.RunId}", run.Outputs.Status);
            Assert.Equal(text, Assert.Single(run.Values).Text);
            Assert.Equal(number % 2 == 1 ? $"Step 2 of 2 (click): No {text}." : null, run.Error);
            Assert.Equal(2, run.Steps.Count);
        }

        // What begins with a dot is no run's: the last passed runs are remembered there.
        Assert.Equal(results.Select(run => run.RunFolder).Order(), Directory.GetDirectories(OutputRoot).Where(folder => !Path.GetFileName(folder).StartsWith('.')).Order());
    }

    [Fact]
    public async Task One_playbook_object_can_be_run_by_several_at_once()
    {
        var playbook = new ScriptedPlaybook(new ScriptedReading<string>(Info(1, storeAs: "status"), context => Task.FromResult(context.Values.RunId)));
        var runner = new PlaybookRunner(Options);

        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => runner.RunAsync(playbook, Page.Context)));

        Assert.All(results, run => Assert.Equal(run.RunId.Text, run.Outputs.Status));
    }
}

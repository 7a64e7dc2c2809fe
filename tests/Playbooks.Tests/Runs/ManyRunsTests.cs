using Playbooks.Guarding.Secrets;
using Playbooks.RunFolder;
using Playbooks.Tests.Browsing;

namespace Playbooks.Tests.Runs;

public sealed class ManyRunsTests : IDisposable
{
    private const int Runs = 64;
    private const int Actions = 1000;

    private readonly TempFolder temp = new();

    public void Dispose() => temp.Dispose();

    [Fact]
    public async Task Sixty_four_runs_at_once_each_keep_their_thousand_actions_for_themselves()
    {
        await Task.WhenAll(Enumerable.Range(0, Runs).Select(run => Task.Run(() => Run(new(temp.Path, $"run_{run}")))));

        for (var number = 0; number < Runs; number++)
        {
            var run = StoredRun.Read(temp[$"run_{number}"]);
            Assert.Equal($"run_{number}", run.Header.RunId);
            Assert.Equal(Enumerable.Range(1, Actions), run.Actions.Select(action => action.Step));
            Assert.All(run.Actions, action => Assert.Equal($"run_{number}", action.ResultText));
            Assert.Equal(Actions, run.End!.ActionCount);
            Assert.Empty(run.Problems);
        }
    }

    private static void Run(RunDirectory folder)
    {
        var id = Path.GetFileName(folder.Path);
        using var journal = new RunJournal(folder, new(), SecretMask.None);
        journal.Start(MadeRun.Started(id), null);
        for (var number = 1; number <= Actions; number++)
        {
            journal.OnStepStarted(MadeRun.Begins(number));
            journal.OnStepEnded(MadeRun.Passes(number) with { Output = id });
        }

        journal.End(MadeRun.Result(folder));
        journal.Commit([]);
        Assert.Empty(journal.Problems);
    }
}

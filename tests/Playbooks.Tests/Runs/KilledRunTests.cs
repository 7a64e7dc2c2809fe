using System.Globalization;
using Playbooks.Guarding.Secrets;
using Playbooks.RunFolder;
using Playbooks.Tests.Browser;
using Playbooks.Tests.Browsing;
using Playbooks.TestSupport;

namespace Playbooks.Tests.Runs;

public sealed class KilledRunTests : IDisposable
{
    private const int Kills = 16;

    private readonly TempFolder temp = new();
    private readonly Random random = new(4711);

    public void Dispose() => temp.Dispose();

    [Fact]
    public async Task A_process_killed_at_any_moment_loses_no_action_that_it_had_acknowledged()
    {
        for (var kill = 0; kill < Kills; kill++)
        {
            var id = $"run_{kill}";
            using var child = ChildProcess.Start("run", temp.Path, id, "1000000");
            Assert.Equal("started", await child.ReadLineAsync());
            var acknowledged = await ReadAsync(child, random.Next(400));
            var rest = await child.KillAsync();
            acknowledged = rest.Count > 0 ? Number(rest[^1]) : acknowledged;

            var run = StoredRun.Read(temp[id]);

            Assert.Equal(Enumerable.Range(1, acknowledged), run.Actions.Take(acknowledged).Select(action => action.Step));
            // At most the one that was under way; and of no other line anything is wrong.
            Assert.InRange(run.Actions.Count(), acknowledged, acknowledged + 1);
            Assert.All(run.Problems, problem => Assert.Contains("the last line ends after", problem, StringComparison.Ordinal));
            Assert.Equal((false, RunState.Terminated, ErrorCode.WorkerLost), (run.IsLive, run.Status.Status, run.Status.Error?.Code));
        }
    }

    [Fact]
    public async Task A_run_of_another_process_keeps_its_folder_for_itself_until_that_process_is_gone()
    {
        var folder = new RunDirectory(temp.Path, "r1");
        using var child = ChildProcess.Start("run", temp.Path, "r1", "3");
        await ReadAsync(child, 4);
        Assert.True(StoredRun.Read(folder.Path).IsLive);

        using (var refused = Journal(folder))
        {
            var error = Assert.Throws<PlaybookException>(() => refused.Start(MadeRun.Started("r1"), null));
            Assert.Equal(ErrorCode.RunConflict, error.Code);
        }

        Assert.Equal((true, 3), (StoredRun.Read(folder.Path).IsLive, StoredRun.Read(folder.Path).Actions.Count()));
        await child.KillAsync();

        using var next = Journal(folder);
        next.Start(MadeRun.Started("r1"), null);
        Assert.Equal(2, StoredRun.Read(folder.Path).Header.Epoch);
        var earlier = StoredRun.Read(Path.Combine(folder.Path, "earlier", "1"));
        Assert.Equal((3, RunState.Terminated), (earlier.Actions.Count(), earlier.Status.Status));
    }

    [Fact]
    public void A_second_run_of_a_live_id_is_refused_in_the_same_process_and_harms_nothing()
    {
        var folder = new RunDirectory(temp.Path, "r1");
        using var first = Journal(folder);
        first.Start(MadeRun.Started("r1"), null);

        using (var second = Journal(folder))
        {
            Assert.Equal(ErrorCode.RunConflict, Assert.Throws<PlaybookException>(() => second.Start(MadeRun.Started("r1"), null)).Code);
        }

        first.OnStepStarted(MadeRun.Begins(1));
        first.OnStepEnded(MadeRun.Passes(1));
        var run = StoredRun.Read(folder.Path);
        Assert.Equal((true, 1, 1), (run.IsLive, run.Header.Epoch, run.Actions.Count()));
    }

    private static RunJournal Journal(RunDirectory folder) => new(folder, new() { TimeProvider = new ManualTime() }, SecretMask.None);

    private static async Task<int> ReadAsync(ChildProcess child, int lines)
    {
        var last = 0;
        for (var line = 0; line < lines; line++)
        {
            last = Number(Assert.IsType<string>(await child.ReadLineAsync()));
        }

        return last;
    }

    private static int Number(string line) => line == "started" ? 0 : int.Parse(line, CultureInfo.InvariantCulture);
}

using Playbooks.Guarding.Secrets;
using Playbooks.RunFolder;
using Playbooks.Tests.Browser;
using Playbooks.Tests.Browsing;

namespace Playbooks.Tests.Runs;

public sealed class RunHousekeepingTests : IDisposable
{
    private readonly TempFolder temp = new();
    private readonly ManualTime time = new();

    public void Dispose() => temp.Dispose();

    [Fact]
    public async Task Lost_runs_get_their_end_before_surplus_runs_are_deleted()
    {
        foreach (var id in (string[])["p0", "p1"])
        {
            using var passed = Start(id);
            passed.End(MadeRun.Result(new(temp.Path, id)));
            passed.Commit([]);
        }

        Start("lost").Dispose();

        var done = await RunHousekeeping.RunAsync(temp.Path, Retention.KeepAll with { MaxCount = 1 }, time);

        Assert.Equal(["lost"], done.FinalizedRuns);
        Assert.Equal(["p0", "p1"], done.RemovedRuns.Order(StringComparer.Ordinal));
        Assert.Empty(done.Problems);
        Assert.Equal(ErrorCode.WorkerLost, StoredRun.Read(temp["lost"]).End!.Error!.Code);
        Assert.False(Directory.Exists(temp["p0"]));
    }

    [Fact]
    public async Task An_output_root_that_does_not_exist_has_nothing_to_clean_up()
    {
        var done = await RunHousekeeping.RunAsync(temp["nowhere"], time: time);

        Assert.Equal((0, 0, 0), (done.FinalizedRuns.Count, done.RemovedRuns.Count, done.Problems.Count));
    }

    private RunJournal Start(string id)
    {
        var journal = new RunJournal(new(temp.Path, id), new() { TimeProvider = time }, SecretMask.None);
        journal.Start(MadeRun.Started(id), null);
        return journal;
    }
}

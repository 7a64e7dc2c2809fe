using Playbooks.Guarding.Secrets;
using Playbooks.RunFolder;
using Playbooks.RunFolder.Log;
using Playbooks.RunFolder.Status;
using Playbooks.Tests.Browser;
using Playbooks.Tests.Browsing;
using Playbooks.TestSupport;

namespace Playbooks.Tests.Runs;

/// <summary>File systems that grant every lock: a live run is seen all the same, and whoever was fenced out writes nothing more.</summary>
public sealed class WithoutLocksTests : IDisposable
{
    private static readonly Dictionary<string, string> NoLocks = new() { ["DOTNET_SYSTEM_IO_DISABLEFILELOCKING"] = "1" };

    private readonly TempFolder temp = new();
    private readonly RunDirectory folder;

    public WithoutLocksTests() => folder = new(temp.Path, "r1");

    public void Dispose() => temp.Dispose();

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task A_live_run_is_left_alone_and_a_killed_one_is_finalized(bool ownerHasNone, bool otherHasNone)
    {
        using var owner = ChildProcess.Start(ownerHasNone ? NoLocks : [], "run", temp.Path, "r1", "2");
        Assert.Equal("started 1 2", $"{await owner.ReadLineAsync()} {await owner.ReadLineAsync()} {await owner.ReadLineAsync()}");

        Assert.Equal(["live: True", "finalized: ", "start: RUN_CONFLICT"], await AskAsync(otherHasNone));
        Assert.Equal(2, StoredRun.Read(folder.Path).Actions.Count());
        Assert.Null(StoredRun.Read(folder.Path).End);

        await owner.KillAsync();
        Assert.Equal(["live: False", "finalized: r1", "start: 2"], await AskAsync(otherHasNone));
    }

    [Fact]
    public void An_owner_on_another_machine_lives_as_long_as_its_heart_beats()
    {
        Directory.CreateDirectory(folder.Path);
        (RunOwner.Create(locks: false) with { Host = "elsewhere" }).Write(folder.Path);

        temp.File("r1/run.lock");
        Assert.True(RunLock.IsHeld(folder.Path));
        Assert.Equal(ErrorCode.RunConflict, Assert.Throws<PlaybookException>(() => RunLock.Take(folder.Path)).Code);

        File.SetLastWriteTimeUtc(temp["r1", "run.owner"], DateTimeOffset.UnixEpoch.UtcDateTime);
        Assert.False(RunLock.IsHeld(folder.Path));
        RunLock.Take(folder.Path).Dispose();
    }

    [Fact]
    public void A_process_of_the_same_number_that_started_later_is_another()
    {
        temp.File("r1/run.lock");
        (RunOwner.Create(locks: false) with { Started = "0" }).Write(folder.Path);

        Assert.False(RunLock.IsHeld(folder.Path));
    }

    [Fact]
    public async Task Who_was_fenced_out_writes_nothing_more_and_is_told_to_end()
    {
        using var journal = new RunJournal(folder, new() { TimeProvider = new ManualTime() }, SecretMask.None);
        var told = new List<PlaybookException>();
        journal.TakenOver = told.Add;
        journal.Start(MadeRun.Started("r1"), null);
        Pass(journal, 1);
        await journal.StatusWrittenAsync();
        var before = Files();

        RunOwner.Create(locks: true).Write(folder.Path);
        var owner = File.ReadAllText(temp["r1", "run.owner"]);
        Pass(journal, 2);
        journal.End(MadeRun.Result(folder));
        journal.Commit([]);
        await journal.StatusWrittenAsync();

        Assert.Equal(before, Files());
        Assert.Equal(ErrorCode.RunConflict, Assert.Single(told).Code);
        Assert.Contains("took over the run 'r1'", Assert.Single(journal.Problems), StringComparison.Ordinal);
        Assert.Equal(ErrorCode.RunConflict, Assert.Throws<PlaybookException>(folder.Create).Code);
        Assert.False(journal.IsOwner);
        journal.Dispose();
        Assert.Equal(owner, File.ReadAllText(temp["r1", "run.owner"]));

        Dictionary<string, string> Files() => Directory.GetFiles(folder.Path)
            .Where(static file => Path.GetFileName(file) is not ("run.lock" or "run.owner"))
            .ToDictionary(static file => file, File.ReadAllText);
    }

    [Fact]
    public void Log_and_status_say_which_start_of_the_id_they_are_of()
    {
        foreach (var epoch in (int[])[1, 2])
        {
            using (var journal = new RunJournal(folder, new() { TimeProvider = new ManualTime() }, SecretMask.None))
            {
                journal.Start(MadeRun.Started("r1"), null);
                journal.End(MadeRun.Result(folder));
                journal.Commit([]);
            }

            Assert.Equal(epoch, ActionLogReader.TryReadHeader(temp["r1", "actions.jsonl"])?.Epoch);
            Assert.Equal(epoch, new StatusFile(folder.Path).Read()?.Epoch);
            Assert.False(File.Exists(temp["r1", "run.owner"]));
        }
    }

    private async Task<IReadOnlyList<string>> AskAsync(bool hasNone)
    {
        using var other = ChildProcess.Start(hasNone ? NoLocks : [], "ask", temp.Path, "r1");
        return await other.EndAsync();
    }

    private static void Pass(RunJournal journal, int number)
    {
        journal.OnStepStarted(MadeRun.Begins(number));
        journal.OnStepEnded(MadeRun.Passes(number));
    }
}

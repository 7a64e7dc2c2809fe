using Playbooks.Guarding.Secrets;
using Playbooks.RunFolder;
using Playbooks.RunFolder.Log;
using Playbooks.Tests.Browsing;

namespace Playbooks.Tests.Runs;

/// <summary>A write that never returns holds no run: it comes to its end, and says what is missing.</summary>
public sealed class StalledDiskTests : IDisposable
{
    private readonly TempFolder temp = new();
    private readonly StalledDisk disk = new();
    private readonly RunDirectory folder;

    public StalledDiskTests() => folder = new(temp.Path, "r1");

    public void Dispose()
    {
        disk.Release();
        disk.Dispose();
        temp.Dispose();
    }

    [Theory]
    [InlineData("actions.jsonl")]
    [InlineData("status.json")]
    public void A_run_ends_and_says_so_once(string file)
    {
        var journal = Start();
        disk.Stall(file);
        for (var number = 1; number <= 50; number++)
        {
            Pass(journal, number);
        }

        journal.End(MadeRun.Result(folder));
        journal.Commit([]);
        journal.Dispose();

        Assert.Equal(
            $"The run's evidence could not be written completely to {folder.Path}: The disk did not complete a write within 0.1 s. Later evidence may be missing. Check the disk, or choose another folder with the option OutputRoot or PLAYBOOKS_OUTPUT.",
            Assert.Single(journal.Problems));
    }

    [Fact]
    public async Task Whoever_follows_the_log_is_told_of_its_end()
    {
        var journal = Start();
        var following = journal.Tail!.ReadAsync().GetAsyncEnumerator();
        disk.Stall("actions.jsonl");
        Pass(journal, 1);

        journal.Dispose();

        Assert.False(await following.MoveNextAsync());
    }

    [Fact]
    public async Task A_disk_that_comes_back_takes_what_follows()
    {
        using var journal = Start();
        disk.Stall("actions.jsonl");
        Pass(journal, 1);
        Pass(journal, 2);
        var late = journal.Tail!.ReadAsync().GetAsyncEnumerator();
        disk.Release();
        Assert.True(await late.MoveNextAsync());
        while (journal.IsStalled)
        {
            await Task.Yield();
        }

        Pass(journal, 3);

        var log = ActionLogReader.Read(Path.Combine(folder.Path, "actions.jsonl"));
        Assert.Equal([1, 3], log.Records.OfType<ActionRecord>().Select(static action => action.Step));
        Assert.StartsWith("2 record(s) before this one could not be written.", Assert.Single(log.Records.OfType<NoteRecord>()).Message, StringComparison.Ordinal);
        Assert.Empty(log.Problems);
    }

    private RunJournal Start()
    {
        var journal = new RunJournal(folder, new() { Disk = disk }, SecretMask.None);
        journal.Start(MadeRun.Started("r1"), null);
        return journal;
    }

    private static void Pass(RunJournal journal, int number)
    {
        journal.OnStepStarted(MadeRun.Begins(number));
        journal.OnStepEnded(MadeRun.Passes(number));
    }
}

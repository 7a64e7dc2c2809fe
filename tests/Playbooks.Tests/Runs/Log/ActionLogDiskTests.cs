using Playbooks.RunFolder.Log;
using Playbooks.Tests.Browser;
using Playbooks.Tests.Browsing;

namespace Playbooks.Tests.Runs.Log;

/// <summary>A log and its disk: what is cut back, when it is flushed, and that its file is closed.</summary>
public sealed class ActionLogDiskTests : IDisposable
{
    private static readonly TimeSpan FlushDelay = TimeSpan.FromMilliseconds(200);

    private readonly TempFolder folder = new();
    private readonly ManualTime time = new();
    private readonly FaultyDisk disk = new();

    private string Path => folder["actions.jsonl"];

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Half_a_line_is_cut_back_at_once()
    {
        using var log = Create();
        log.Append(MadeRun.Action(1));
        var before = File.ReadAllBytes(Path);
        disk.IsFull = true;

        Assert.Throws<IOException>(() => log.Append(Long()));

        Assert.Equal(before, File.ReadAllBytes(Path));
        disk.IsFull = false;
        Assert.Equal(2, log.Append(MadeRun.Action(2)));
        AssertClean(1, 2);
        Assert.Equal(1, disk.Cuts);
    }

    [Fact]
    public void Readers_can_open_a_log_that_goes_on()
    {
        Create().Dispose();
        using var log = ActionLog.Continue(Path, ActionLogReader.Read(Path), time, disk);
        log.Append(MadeRun.Action(1));

        using var reader = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

        Assert.Equal((new FileInfo(Path).Length, 1), (reader.Length, disk.Cuts));
    }

    [Fact]
    public void Memory_of_a_huge_record_is_given_back()
    {
        using var log = Create();
        log.Append(MadeRun.Action(1));
        var before = GC.GetTotalMemory(forceFullCollection: true);

        AppendHuge(log);

        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 100 << 20);
        Assert.Equal(3, log.Append(MadeRun.Action(3)));

        [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
        static void AppendHuge(ActionLog log) => log.Append(MadeRun.Action(2) with { Description = new string('x', 64 << 20) });
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Half_a_line_that_could_not_be_cut_back_is_cut_before_the_next_which_may_be_shorter(bool twice)
    {
        using var log = Create();
        log.Append(MadeRun.Action(1));
        disk.IsFull = disk.KeepsLength = true;
        Assert.Throws<IOException>(() => log.Append(Long()));
        if (twice)
        {
            Assert.Throws<IOException>(() => log.Append(MadeRun.Action(2)));
        }

        // The torn tail is longer than the end record: without the cut, some of it would follow.
        Assert.InRange(new FileInfo(Path).Length, 20_000, 100_000);
        disk.IsFull = disk.KeepsLength = false;
        Assert.Equal(2, log.Append(MadeRun.End(1)));

        AssertClean(1, 2);
        Assert.IsType<EndRecord>(ActionLogReader.Read(Path).Records[^1]);
        Assert.InRange(new FileInfo(Path).Length, 0, 5_000);
    }

    [Fact]
    public void A_torn_end_of_a_killed_process_is_cut_before_the_log_goes_on()
    {
        Create().Dispose();
        File.AppendAllText(Path, "{\"type\":\"action\",\"id\":1,\"text\":\"" + new string('x', 10_000));

        using (var log = ActionLog.Continue(Path, ActionLogReader.Read(Path), time, disk))
        {
            Assert.Equal(1, log.Append(MadeRun.End()));
        }

        AssertClean(1);
    }

    [Fact]
    public void A_record_is_flushed_within_200_ms_and_records_in_between_share_one_flush()
    {
        using var log = Create();
        Assert.Equal(1, disk.Flushes);

        log.Append(MadeRun.Action(1));
        time.Advance(FlushDelay / 2);
        log.Append(MadeRun.Action(2));
        time.Advance((FlushDelay / 2) - TimeSpan.FromMilliseconds(1));
        Assert.Equal(1, disk.Flushes);

        time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal((2, new FileInfo(Path).Length), (disk.Flushes, disk.Flushed));

        time.Advance(FlushDelay * 10);
        Assert.Equal(2, disk.Flushes);
        log.Append(MadeRun.Action(3));
        time.Advance(FlushDelay);
        Assert.Equal((3, new FileInfo(Path).Length), (disk.Flushes, disk.Flushed));
    }

    [Theory]
    [InlineData(true, 2)]
    [InlineData(false, 1)]
    public void The_end_is_flushed_at_once_behind_all_that_stands_before_it(bool isDirty, int flushes)
    {
        using var log = Create();
        if (isDirty)
        {
            log.Append(MadeRun.Action(1));
        }

        var before = disk.Flushes;
        log.Append(MadeRun.End());

        Assert.Equal((flushes, new FileInfo(Path).Length), (disk.Flushes - before, disk.Flushed));
        time.Advance(FlushDelay * 2);
        log.Dispose();
        Assert.Equal(flushes, disk.Flushes - before);
    }

    [Fact]
    public void Closing_flushes_what_is_not_flushed_yet_and_closes_the_file_once()
    {
        var log = Create();
        log.Append(MadeRun.Action(1));

        log.Dispose();
        Assert.Equal((2, new FileInfo(Path).Length), (disk.Flushes, disk.Flushed));
        Assert.True(disk.File!.IsClosed);

        Assert.Equal(0, time.Waiting);
        var grown = log.Grown.Next;
        log.Dispose();
        time.Advance(FlushDelay * 2);
        Assert.Equal((2, false), (disk.Flushes, grown.IsCompleted));
        var refused = Assert.Throws<InvalidOperationException>(() => log.Append(MadeRun.Action(2)));
        Assert.Contains("after the end of a log", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_disk_that_cannot_be_flushed_loses_nothing_and_is_remembered()
    {
        using var log = Create();
        Assert.Null(log.FlushFailure);
        disk.RefusesFlush = true;

        log.Append(MadeRun.Action(1));
        log.Append(MadeRun.End(1));

        Assert.Equal("It is not flushed.", log.FlushFailure?.Message);
        AssertClean(1, 2);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_log_whose_header_could_not_be_written_leaves_nothing(bool isFull)
    {
        (disk.IsFull, disk.RefusesFlush) = (isFull, !isFull);

        Assert.Throws<IOException>(() => Create());

        Assert.False(File.Exists(Path));
        Assert.True(disk.File!.IsClosed);
    }

    [Fact]
    public void A_log_that_was_given_up_is_over_for_its_readers_and_takes_nothing_more()
    {
        using var log = Create();
        var grown = log.Grown.Next;

        log.Abandon();

        Assert.True(log.IsComplete);
        Assert.True(grown.IsCompleted);
        Assert.Throws<InvalidOperationException>(() => log.Append(MadeRun.Action(1)));
    }

    private static ActionRecord Long() => MadeRun.Action(2) with { Description = new string('x', 50_000) };

    private ActionLog Create() => ActionLog.Create(Path, MadeRun.Header(), time, disk);

    private void AssertClean(params long[] ids)
    {
        var read = ActionLogReader.Read(Path);
        Assert.Equal(ids, read.Records.Select(static record => record.Id));
        Assert.Empty(read.Problems);
        Assert.Null(read.TornEnd);
        Assert.Equal(new FileInfo(Path).Length, read.Length);
    }
}

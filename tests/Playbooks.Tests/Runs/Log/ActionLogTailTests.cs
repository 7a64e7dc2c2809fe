using System.Text;
using Playbooks.RunFolder;
using Playbooks.RunFolder.Log;
using Playbooks.Tests.Browser;
using Playbooks.Tests.Browsing;

namespace Playbooks.Tests.Runs.Log;

public sealed class ActionLogTailTests : IDisposable
{
    private const int Actions = 50;

    private readonly TempFolder folder = new();
    private readonly ManualTime time = new();

    private string Path => folder["actions.jsonl"];

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task It_replays_what_is_there_then_waits_for_the_writer_and_ends_behind_the_end()
    {
        using var log = Begin(2);
        await using var reader = Tail(log).ReadAsync().GetAsyncEnumerator();

        Assert.Equal(1, await NextIdAsync(reader));
        Assert.Equal(2, await NextIdAsync(reader));
        var third = NextIdAsync(reader);
        Assert.False(third.IsCompleted);
        log.Append(MadeRun.Action(3));
        Assert.Equal(3, await third);
        log.Append(MadeRun.End());
        Assert.Equal(4, await NextIdAsync(reader));
        Assert.IsType<EndRecord>(reader.Current);
        Assert.Null(await NextIdAsync(reader));
    }

    [Fact]
    public async Task It_goes_on_behind_the_record_that_a_reader_has()
    {
        using var log = Begin(5);
        log.Append(MadeRun.End());

        Assert.Equal([4L, 5L, 6L], await IdsAsync(Tail(log), after: 3));
        Assert.Empty(await IdsAsync(Tail(log), after: 6));
        Assert.Empty(await IdsAsync(Tail(log), after: 99));
    }

    [Fact]
    public async Task It_ends_without_an_end_when_the_log_was_closed_without_one()
    {
        var log = Begin(1);
        var ids = IdsAsync(Tail(log));
        Assert.False(ids.IsCompleted);

        log.Dispose();

        Assert.Equal([1L], await ids);
    }

    [Fact]
    public async Task It_can_be_left_while_it_waits()
    {
        using var log = Begin(1);
        using var left = new CancellationTokenSource();
        await using var reader = Tail(log).ReadAsync(0, left.Token).GetAsyncEnumerator(CancellationToken.None);
        await NextIdAsync(reader);

        var next = NextIdAsync(reader);
        await left.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
    }

    [Fact]
    public async Task The_log_of_another_process_is_looked_at_again_and_again_until_its_lock_is_free()
    {
        var held = RunLock.Take(folder.Path);
        using var log = Begin(1);
        var readersTime = new ManualTime();
        await using var reader = new ActionLogTail(folder.Path, readersTime).ReadAsync().GetAsyncEnumerator();
        Assert.Equal(1, await NextIdAsync(reader));

        var next = NextIdAsync(reader);
        await readersTime.PassAsync(next, TimeSpan.FromSeconds(3));
        Assert.False(next.IsCompleted);
        log.Append(MadeRun.Action(2));
        await readersTime.PassAsync(next, TimeSpan.FromSeconds(3));
        Assert.Equal(2, await next);

        next = NextIdAsync(reader);
        held.Dispose();
        await readersTime.PassAsync(next, TimeSpan.FromSeconds(3));
        Assert.Null(await next);
    }

    [Fact]
    public async Task A_log_that_a_later_run_put_aside_ends_for_its_readers()
    {
        using var held = RunLock.Take(folder.Path);
        Begin(1).Dispose();
        var readersTime = new ManualTime();
        await using var reader = new ActionLogTail(folder.Path, readersTime).ReadAsync().GetAsyncEnumerator();
        Assert.Equal(1, await NextIdAsync(reader));
        var next = NextIdAsync(reader);

        Assert.Equal(2, new EarlierRun(folder.Path).SetAside());
        using var later = ActionLog.Create(Path, MadeRun.Header() with { Epoch = 2 }, time);
        await readersTime.PassAsync(next, TimeSpan.FromSeconds(3));

        Assert.Null(await next);
    }

    [Fact]
    public async Task What_is_damaged_or_missing_comes_as_a_note_in_its_place()
    {
        using (Begin(5))
        {
        }

        var lines = File.ReadAllLines(Path);
        File.WriteAllLines(Path, [lines[0], lines[1], "{", lines[3], lines[5]]);

        var records = new List<LogRecord>();
        await foreach (var record in new ActionLogTail(folder.Path, time).ReadAsync())
        {
            records.Add(record);
        }

        Assert.Equal([1L, 2L, 3L, 4L, 5L], records.Select(record => record.Id));
        Assert.Equal($"{Path}:3 is damaged: it is not a record. It was skipped.", Assert.IsType<NoteRecord>(records[1]).Message);
        Assert.Equal($"{Path}:5: 1 record(s) before record 5 are missing.", Assert.IsType<NoteRecord>(records[3]).Message);
    }

    [Fact]
    public async Task A_log_that_is_not_there_is_told()
    {
        var error = await Assert.ThrowsAsync<PlaybookException>(() => IdsAsync(new(folder["nobody"], time)));

        Assert.Equal(ErrorCode.NotFound, error.Code);
    }

    [Fact]
    public async Task Hundreds_of_readers_at_once_each_get_every_record_once_and_in_order()
    {
        using var log = ActionLog.Create(Path, MadeRun.Header(), time);
        var readers = Enumerable.Range(0, 300).Select(number => Task.Run(() => IdsAsync(Tail(log), after: number % 10))).ToList();

        for (var number = 1; number <= Actions; number++)
        {
            log.Append(MadeRun.Action(number));
            await Task.Yield();
        }

        log.Append(MadeRun.End());

        var read = await Task.WhenAll(readers);
        Assert.All(read.Index(), each => Assert.Equal(Enumerable.Range(1, Actions + 1).Skip(each.Index % 10).Select(id => (long)id), each.Item));
    }

    [Fact]
    public async Task Lines_come_as_they_stand_in_the_log_behind_the_id_that_a_reader_has()
    {
        var log = Begin(3);
        log.Append(MadeRun.End());
        var written = File.ReadAllLines(Path).Skip(1).ToList();

        Assert.Equal(written, (await LinesAsync(Tail(log))).Select(line => line.Json));
        Assert.Equal([(2L, false), (3, false), (4, true)], (await LinesAsync(Tail(log), after: 1)).Select(line => (line.Id, line.IsEnd)));
        log.Dispose();
        Assert.Equal(written, (await LinesAsync(new(folder.Path, time))).Select(line => line.Json));
        Assert.Empty(await LinesAsync(new(folder.Path, time), after: 99));
    }

    [Fact]
    public async Task Lines_are_waited_for_like_records()
    {
        using var log = Begin(1);
        await using var reader = Tail(log).ReadLinesAsync().GetAsyncEnumerator();
        Assert.True(await reader.MoveNextAsync());

        var next = reader.MoveNextAsync();
        Assert.False(next.IsCompleted);
        log.Append(MadeRun.End());

        Assert.True(await next);
        Assert.True(reader.Current.IsEnd);
        Assert.False(await reader.MoveNextAsync());
    }

    [Theory]
    [InlineData("{")]
    [InlineData("""{"type":"action","id":2,"step":1""")]
    [InlineData("""{"type":"action","id":2,"step":1} {""")]
    public async Task In_the_place_of_a_damaged_or_missing_line_comes_the_same_note_as_among_records(string damage)
    {
        using (Begin(5))
        {
        }

        var lines = File.ReadAllLines(Path);
        File.WriteAllLines(Path, [lines[0], lines[1], damage, lines[3], lines[5]]);

        var read = await LinesAsync(new(folder.Path, time));

        Assert.Equal([1L, 2L, 3L, 4L, 5L], read.Select(line => line.Id));
        Assert.Equal((lines[1], lines[3], lines[5]), (read[0].Json, read[2].Json, read[4].Json));
        Assert.Contains("actions.jsonl:3 is damaged: it is not a record. It was skipped.", read[1].Json, StringComparison.Ordinal);
        Assert.StartsWith("""{"type":"note","id":4,""", read[3].Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_costs_a_reader_next_to_no_memory()
    {
        using var log = Begin(2000);
        log.Append(MadeRun.End());
        await LinesAsync(Tail(log));

        var before = GC.GetAllocatedBytesForCurrentThread();
        await foreach (var _ in Tail(log).ReadLinesAsync())
        {
        }

        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / 2000, 0, 16);
    }

    private static async Task<List<(long Id, string Json, bool IsEnd)>> LinesAsync(ActionLogTail tail, long after = 0)
    {
        var read = new List<(long, string, bool)>();
        await foreach (var line in tail.ReadLinesAsync(after))
        {
            read.Add((line.Id, Encoding.UTF8.GetString(line.Json.Span), line.IsEnd));
        }

        return read;
    }

    private ActionLog Begin(int actions)
    {
        var log = ActionLog.Create(Path, MadeRun.Header(), time);
        for (var number = 1; number <= actions; number++)
        {
            log.Append(MadeRun.Action(number));
        }

        return log;
    }

    private ActionLogTail Tail(ActionLog log) => new(folder.Path, time, log);

    private static async Task<long?> NextIdAsync(IAsyncEnumerator<LogRecord> reader) => await reader.MoveNextAsync() ? reader.Current.Id : null;

    private static async Task<List<long>> IdsAsync(ActionLogTail tail, long after = 0)
    {
        var ids = new List<long>();
        await foreach (var record in tail.ReadAsync(after))
        {
            ids.Add(record.Id);
        }

        return ids;
    }
}

using System.Runtime.CompilerServices;
using System.Text;
using Playbooks.RunFolder.Log;
using Playbooks.Server.Streaming;

namespace Playbooks.Server.Tests.Streaming;

public sealed class LiveOrStoredTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("playbooks-tests-").FullName;
    private readonly List<Exception> inactive = [];

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public async Task What_comes_live_is_delivered_and_what_is_stored_is_not_touched()
    {
        var mark = Mark();

        var delivered = await AllAsync(new LiveOrStored<string>(Source(["a", "b"]), Forbidden(), mark));

        Assert.Equal(["a", "b"], delivered);
        Assert.True(mark.IsActive);
    }

    [Fact]
    public async Task A_live_source_that_fails_before_anything_came_gives_way_to_the_whole_stored_one()
    {
        var mark = Mark();

        var delivered = await AllAsync(new LiveOrStored<string>(Source([], new IOException("Gone.")), Source(["x", "y"]), mark));

        Assert.Equal(["x", "y"], delivered);
        Assert.False(mark.IsActive);
        Assert.Equal("Gone.", Assert.Single(inactive).Message);
    }

    [Fact]
    public async Task A_live_source_that_fails_after_something_came_is_never_mixed_with_the_stored_one()
    {
        var delivered = new List<string>();

        var error = await Assert.ThrowsAsync<StreamInterruptedException>(async () =>
        {
            await foreach (var item in new LiveOrStored<string>(Source(["a"], new IOException("Gone.")), Forbidden(), Mark()).ReadAsync())
            {
                delivered.Add(item);
            }
        });

        Assert.Equal(["a"], delivered);
        Assert.Equal(ErrorCode.UpstreamUnreachable, error.Code);
        Assert.Equal("Gone.", error.InnerException?.Message);
        Assert.Single(inactive);
    }

    [Fact]
    public async Task A_live_source_that_has_nothing_or_is_not_there_gives_way_and_that_is_no_failure()
    {
        Assert.Equal(["x"], await AllAsync(new LiveOrStored<string>(Source([]), Source(["x"]), Mark())));
        Assert.Equal(["x"], await AllAsync(new LiveOrStored<string>(null, Source(["x"]), Mark())));
        Assert.Empty(inactive);
    }

    [Fact]
    public async Task With_nothing_live_and_nothing_stored_the_stored_sources_error_is_told()
    {
        var stored = Bytes([], new PlaybookException(ErrorCode.TraceNotAvailable, "There is no trace."));

        var error = await Assert.ThrowsAsync<PlaybookException>(() => BytesAsync(new(Bytes([], new IOException("Gone.")), stored, Mark())));

        Assert.Equal(ErrorCode.TraceNotAvailable, error.Code);
        Assert.Single(inactive);
    }

    [Fact]
    public async Task A_receiver_that_leaves_is_no_failure_of_the_source()
    {
        using var left = new CancellationTokenSource();
        var waiting = new TaskCompletionSource();
        var reading = AllAsync(new LiveOrStored<string>(Hang(waiting), Forbidden(), Mark()), left.Token);
        await waiting.Task;

        await left.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        Assert.Empty(inactive);
    }

    [Fact]
    public async Task A_source_that_gives_up_by_itself_has_failed()
    {
        Assert.Equal(["x"], await AllAsync(new LiveOrStored<string>(Source([], new OperationCanceledException("Too slow.")), Source(["x"]), Mark())));
        Assert.Single(inactive);
    }

    [Fact]
    public async Task Fifty_readers_whose_live_source_fails_at_once_mark_the_run_inactive_once()
    {
        var mark = Mark();
        var fail = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var reading = Enumerable.Range(0, 50).Select(number => Task.Run(() =>
            AllAsync(new LiveOrStored<string>(FailWhen(fail.Task), Source([$"stored {number}"]), mark)))).ToList();

        fail.SetException(new IOException("Gone."));

        var delivered = await Task.WhenAll(reading);
        Assert.Equal(Enumerable.Range(0, 50).Select(number => $"stored {number}"), delivered.Select(Assert.Single));
        Assert.Single(inactive);
    }

    [Fact]
    public async Task Bytes_come_whole_from_the_live_source_or_from_the_stored_one()
    {
        var whole = Encoding.ASCII.GetBytes(string.Join(',', Enumerable.Range(0, 50_000)));

        Assert.Equal(whole, await BytesAsync(new(Bytes(whole), Bytes([], new InvalidOperationException()))));
        Assert.Equal(whole, await BytesAsync(new(Bytes([], new IOException("Refused.")), Bytes(whole))));
        await Assert.ThrowsAsync<StreamInterruptedException>(() => BytesAsync(new(Bytes([1, 2, 3], new IOException("Cut.")), Bytes(whole))));
    }

    [Fact]
    public async Task Who_asks_again_with_the_last_id_gets_exactly_what_is_missing_from_the_stored_log()
    {
        using var log = new MadeLog(root, "cut").Act(5).End();
        var ids = new List<long>();
        var tail = new ActionLogTail(log.Folder);

        await Assert.ThrowsAsync<StreamInterruptedException>(() => ReadAsync(new(CutAfter(3, tail.ReadLinesAsync()), tail.ReadWrittenLinesAsync())));
        Assert.Equal([1L, 2L, 3L], ids);
        await ReadAsync(new(CutAfter(0, tail.ReadLinesAsync(3)), tail.ReadWrittenLinesAsync(ids[^1])));

        Assert.Equal([1L, 2L, 3L, 4L, 5L, 6L], ids);

        async Task ReadAsync(LiveOrStored<LogLine> events)
        {
            await foreach (var line in events.ReadAsync())
            {
                ids.Add(line.Id);
            }
        }
    }

    private LiveMark Mark() => new(inactive.Add);

    private static async Task<List<T>> AllAsync<T>(LiveOrStored<T> source, CancellationToken cancellationToken = default)
    {
        var all = new List<T>();
        await foreach (var item in source.ReadAsync(cancellationToken))
        {
            all.Add(item);
        }

        return all;
    }

    private static async Task<byte[]> BytesAsync(LiveOrStored<ReadOnlyMemory<byte>> source)
    {
        using var whole = new MemoryStream();
        await foreach (var chunk in source.ReadAsync())
        {
            whole.Write(chunk.Span);
        }

        return whole.ToArray();
    }

    private static async IAsyncEnumerable<string> Source(string[] items, Exception? failure = null)
    {
        foreach (var item in items)
        {
            await Task.Yield();
            yield return item;
        }

        if (failure is not null)
        {
            throw failure;
        }
    }

    private static async IAsyncEnumerable<ReadOnlyMemory<byte>> Bytes(byte[] bytes, Exception? failure = null)
    {
        await Task.Yield();
        if (bytes.Length > 0)
        {
            yield return bytes;
        }

        if (failure is not null)
        {
            throw failure;
        }
    }

    private static async IAsyncEnumerable<LogLine> CutAfter(int count, IAsyncEnumerable<LogLine> source)
    {
        await foreach (var line in source)
        {
            if (count-- == 0)
            {
                throw new IOException("Cut.");
            }

            yield return line;
        }
    }

    private static async IAsyncEnumerable<string> FailWhen(Task failure)
    {
        await failure;
        yield return "never";
    }

    private static async IAsyncEnumerable<string> Hang(TaskCompletionSource waiting, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        waiting.SetResult();
        await Task.Delay(Timeout.Infinite, cancellationToken);
        yield return "never";
    }

    private static IAsyncEnumerable<string> Forbidden() => Source([], new InvalidOperationException("The stored source was touched."));
}

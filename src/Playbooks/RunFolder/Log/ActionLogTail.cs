using System.Runtime.CompilerServices;

namespace Playbooks.RunFolder.Log;

/// <summary>
/// Follows a run's log: gives the records that are there, then waits for the next ones, until the run's end. Any number of
/// readers may follow one log at once, each at its own pace; none keeps the run waiting, and none misses a record.
/// </summary>
public sealed class ActionLogTail
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(200);

    private readonly string folder;
    private readonly string path;
    private readonly TimeProvider time;
    private readonly ActionLog? writer;

    /// <summary>Follows the log of a run in any process, by looking every 200 ms whether it has grown.</summary>
    /// <param name="folder">The run's folder.</param>
    /// <param name="time">Measures the waiting; null: the system's clock.</param>
    public ActionLogTail(string folder, TimeProvider? time = null)
        : this(folder, time ?? TimeProvider.System, null)
    {
    }

    /// <summary>Follows the log of a run in this process, whose writer tells when it has grown.</summary>
    internal ActionLogTail(string folder, TimeProvider time, ActionLog? writer)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        this.folder = Path.GetFullPath(folder);
        path = Path.Combine(this.folder, RunFiles.Log);
        this.time = time;
        this.writer = writer;
    }

    /// <summary>Gives the records after an id, in order, as they are written.</summary>
    /// <remarks>
    /// Ends behind the <see cref="EndRecord"/>, or without one when the run's process is gone. In the place of records that
    /// are damaged or missing comes a note with their id and the topic <c>log</c>.
    /// </remarks>
    /// <param name="after">The id of the last record that the caller has; 0: none.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.NotFound"/>: there is no log.</exception>
    /// <exception cref="OperationCanceledException">The waiting was ended.</exception>
    public async IAsyncEnumerable<LogRecord> ReadAsync(long after = 0, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var cursor = new LogCursor(path);
        await foreach (var line in FollowAsync(cursor, waits: true, cancellationToken).ConfigureAwait(false))
        {
            if (cursor.TrySkip(line.Span, after))
            {
                continue;
            }

            var entry = cursor.Read(line.Span);
            if (NoteOf(entry) is { } note && note.Id > after)
            {
                after = note.Id;
                yield return note;
            }

            if (entry.Record is { } record && record.Id > after)
            {
                after = record.Id;
                yield return record;
            }

            if (entry.Record is EndRecord)
            {
                yield break;
            }
        }
    }

    /// <summary>Gives the records after an id as <see cref="ReadAsync"/> does, each as it stands in the log: for those who pass it on to others.</summary>
    /// <remarks>Of a record in its place only type and id are read, and that it is whole where another process wrote it.</remarks>
    /// <param name="after">The id of the last record that the caller has; 0: none.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.NotFound"/>: there is no log.</exception>
    /// <exception cref="OperationCanceledException">The waiting was ended.</exception>
    internal IAsyncEnumerable<LogLine> ReadLinesAsync(long after = 0, CancellationToken cancellationToken = default) => LinesAsync(_ => after, waits: true, cancellationToken);

    /// <summary>Gives the records as <see cref="ReadLinesAsync(long, CancellationToken)"/> does.</summary>
    /// <param name="after">Gives the id of the last record that the caller has, for the log's epoch.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    internal IAsyncEnumerable<LogLine> ReadLinesAsync(Func<int, long> after, CancellationToken cancellationToken) => LinesAsync(after, waits: true, cancellationToken);

    /// <summary>Gives what the log holds by now as <see cref="ReadLinesAsync(long, CancellationToken)"/> does, and waits for nothing.</summary>
    internal IAsyncEnumerable<LogLine> ReadWrittenLinesAsync(long after, CancellationToken cancellationToken) => LinesAsync(_ => after, waits: false, cancellationToken);

    private async IAsyncEnumerable<LogLine> LinesAsync(Func<int, long> afterOf, bool waits, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var cursor = new LogCursor(path);
        var last = 0L;
        await foreach (var line in FollowAsync(cursor, waits, cancellationToken).ConfigureAwait(false))
        {
            // The header was read by now.
            var after = Math.Max(last, afterOf(cursor.Epoch));
            if (!cursor.TryPass(line.Span, isTrusted: writer is not null, out var head))
            {
                var entry = cursor.Read(line.Span);
                if (NoteOf(entry) is { } note && note.Id > after)
                {
                    after = last = note.Id;
                    yield return new(note.Id, LogJson.WriteBytes(note), IsEnd: false) { Epoch = cursor.Epoch };
                }

                head = entry.Record is { } record ? new(record.Id, record is EndRecord) : default;
            }

            if (head.Id > after)
            {
                last = head.Id;
                yield return new(head.Id, line, head.IsEnd) { Epoch = cursor.Epoch };
            }

            if (head.IsEnd)
            {
                yield break;
            }
        }
    }

    /// <summary>Gives the lines behind the header as they are written, until nobody writes any more, or what is there by now.</summary>
    private async IAsyncEnumerable<ReadOnlyMemory<byte>> FollowAsync(LogCursor cursor, bool waits, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var lines = ActionLogReader.Open(path);
        LogHeader? header = null;
        while (true)
        {
            // Asked before the log is read: what was written by then is found for sure.
            var grown = writer?.Grown.Next;
            var isComplete = !waits || (writer?.IsComplete ?? IsLeft(header));
            while (lines.TryRead(out var line))
            {
                if (header is null)
                {
                    header = cursor.ReadHeader(line.Span);
                    continue;
                }

                yield return line;
                cancellationToken.ThrowIfCancellationRequested();
            }

            if (isComplete)
            {
                yield break;
            }

            await (grown?.WaitAsync(cancellationToken) ?? Task.Delay(PollInterval, time, cancellationToken)).ConfigureAwait(false);
        }
    }

    /// <summary>Whether nobody writes to the log any more: its run's process is gone, or a later run of the same id has put it aside.</summary>
    private bool IsLeft(LogHeader? header) =>
        !RunLock.IsHeld(folder) || (header is not null && ActionLogReader.TryReadHeader(path)?.Epoch != header.Epoch);

    private NoteRecord? NoteOf(LogEntry entry) => entry.Problem is not { } problem ? null : new()
    {
        // Of a gap the last id that is missing; then the record itself follows.
        Id = entry.Record is null ? entry.Id : entry.Id - 1,
        Timestamp = entry.Record?.Timestamp ?? time.GetUtcNow(),
        Topic = "log",
        Message = problem,
    };
}

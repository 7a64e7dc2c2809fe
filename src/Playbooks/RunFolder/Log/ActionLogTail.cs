using System.Runtime.CompilerServices;

namespace Playbooks.RunFolder.Log;

/// <summary>
/// Follows the log of a run: returns the existing records, and then waits for new ones until the run ends. Any number of readers can follow
/// a log at the same time, each at its own pace. Readers never delay the run, and never miss a record.
/// </summary>
public sealed class ActionLogTail
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(200);

    private readonly string folder;
    private readonly string path;
    private readonly TimeProvider time;
    private readonly ActionLog? writer;

    /// <summary>Follows the log of a run in any process, by polling every 200 ms.</summary>
    /// <param name="folder">The folder of the run.</param>
    /// <param name="time">The clock for polling, or null for the system clock.</param>
    public ActionLogTail(string folder, TimeProvider? time = null)
        : this(folder, time ?? TimeProvider.System, null)
    {
    }

    /// <summary>Follows the log of a run in this process, whose writer signals new records.</summary>
    internal ActionLogTail(string folder, TimeProvider time, ActionLog? writer)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        this.folder = Path.GetFullPath(folder);
        path = Path.Combine(this.folder, RunFiles.Log);
        this.time = time;
        this.writer = writer;
    }

    /// <summary>Returns the records after an id, in order, as they are written.</summary>
    /// <remarks>
    /// Ends after the <see cref="EndRecord"/>, or without one if the process of the run no longer exists. Damaged or missing records are
    /// replaced by a note with their id and the topic <c>log</c>.
    /// </remarks>
    /// <param name="after">The id of the last record that the caller received, or 0.</param>
    /// <param name="cancellationToken">Cancels waiting.</param>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.NotFound"/>: the log does not exist.</exception>
    /// <exception cref="OperationCanceledException">Waiting was canceled.</exception>
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

    /// <summary>Returns the same records as <see cref="ReadLinesAsync(Func{int, long}, CancellationToken)"/>.</summary>
    /// <param name="after">The id of the last record that the caller received, or 0.</param>
    /// <param name="cancellationToken">Cancels waiting.</param>
    internal IAsyncEnumerable<LogLine> ReadLinesAsync(long after = 0, CancellationToken cancellationToken = default) => LinesAsync(_ => after, waits: true, cancellationToken);

    /// <summary>Returns the same records as <see cref="ReadAsync"/>, in the form in which the log contains them, for callers that forward them.</summary>
    /// <remarks>If a record is in sequence, only its type and id are parsed. A record that another process wrote is also checked for completeness.</remarks>
    /// <param name="after">Returns the id of the last record that the caller received in an epoch, or 0. The epoch is 1 for the first run with the id, 2 for the second, and so on.</param>
    /// <param name="cancellationToken">Cancels waiting.</param>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.NotFound"/>: the log does not exist.</exception>
    /// <exception cref="OperationCanceledException">Waiting was canceled.</exception>
    public IAsyncEnumerable<LogLine> ReadLinesAsync(Func<int, long> after, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(after);
        return LinesAsync(after, waits: true, cancellationToken);
    }

    /// <summary>Returns the existing records like <see cref="ReadLinesAsync(Func{int, long}, CancellationToken)"/>, without waiting for new ones.</summary>
    /// <param name="after">The id of the last record that the caller received, or 0.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.NotFound"/>: the log does not exist.</exception>
    /// <exception cref="OperationCanceledException">Reading was canceled.</exception>
    public IAsyncEnumerable<LogLine> ReadWrittenLinesAsync(long after = 0, CancellationToken cancellationToken = default) => LinesAsync(_ => after, waits: false, cancellationToken);

    private async IAsyncEnumerable<LogLine> LinesAsync(Func<int, long> afterOf, bool waits, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var cursor = new LogCursor(path);
        var last = 0L;
        await foreach (var line in FollowAsync(cursor, waits, cancellationToken).ConfigureAwait(false))
        {
            // The header has been read at this point.
            var after = Math.Max(last, afterOf(cursor.Epoch));
            if (!cursor.TryPass(line.Span, isTrusted: writer is not null, out var head))
            {
                var entry = cursor.Read(line.Span);
                if (NoteOf(entry) is { } note && note.Id > after)
                {
                    after = last = note.Id;
                    yield return new(note.Id, LogJson.WriteBytes(note), isEnd: false, cursor.Epoch);
                }

                head = entry.Record is { } record ? new(record.Id, record is EndRecord) : default;
            }

            if (head.Id > after)
            {
                last = head.Id;
                yield return new(head.Id, line, head.IsEnd, cursor.Epoch);
            }

            if (head.IsEnd)
            {
                yield break;
            }
        }
    }

    /// <summary>Returns the lines after the header, as they are written until no one writes the log anymore, or only the existing ones.</summary>
    private async IAsyncEnumerable<ReadOnlyMemory<byte>> FollowAsync(LogCursor cursor, bool waits, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var lines = ActionLogReader.Open(path);
        LogHeader? header = null;
        while (true)
        {
            // Checked before the log is read, so that everything that was written before is found.
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

    /// <summary>Determines whether no one writes the log anymore: the process of the run no longer exists, or a later run with the same id has moved the log aside.</summary>
    private bool IsLeft(LogHeader? header) =>
        !RunLock.IsHeld(folder) || (header is not null && ActionLogReader.TryReadHeader(path)?.Epoch != header.Epoch);

    private NoteRecord? NoteOf(LogEntry entry) => entry.Problem is not { } problem ? null : new()
    {
        // For a gap, returns the last missing id; the record itself follows.
        Id = entry.Record is null ? entry.Id : entry.Id - 1,
        Timestamp = entry.Record?.Timestamp ?? time.GetUtcNow(),
        Topic = "log",
        Message = problem,
    };
}

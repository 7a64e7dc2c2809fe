using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Win32.SafeHandles;

namespace Playbooks.RunFolder.Log;

/// <summary>
/// Writes a run's log. An appended record is with the operating system when <see cref="Append"/> returns, so that it outlives
/// this process; it is on the disk at most 200 ms later, and the end at once.
/// </summary>
internal sealed class ActionLog : IDisposable
{
    private const int UsualLine = 4096;
    private const int LargestKeptBuffer = 1024 * 1024;
    private static readonly TimeSpan FlushDelay = TimeSpan.FromMilliseconds(200);

    private readonly Lock appending = new();
    private readonly Lock flushing = new();
    private readonly SafeFileHandle handle;
    private readonly Disk disk;
    private readonly TimeProvider time;
    private readonly ITimer timer;
    private readonly Utf8JsonWriter writer;
    private ArrayBufferWriter<byte> buffer = new(UsualLine);
    private long length;
    private long lastId;
    private bool torn;
    private int dirty;

    private ActionLog(SafeFileHandle handle, TimeProvider time, Disk disk)
    {
        this.handle = handle;
        this.disk = disk;
        this.time = time;
        // The same form as LogJson.Write gives a record.
        writer = new(buffer, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });
        timer = time.CreateTimer(static log => ((ActionLog)log!).Flush(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Whether the end was written, or the log was closed without one.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>Is raised after each record, and when the log is closed.</summary>
    public LogSignal Grown { get; } = new();

    /// <summary>Why what was written could not be brought to the disk; null: it could.</summary>
    public IOException? FlushFailure { get; private set; }

    /// <summary>Makes the file with its header, on the disk when this returns.</summary>
    /// <param name="path">The file.</param>
    /// <param name="header">Its first line.</param>
    /// <param name="time">Gives the records' times.</param>
    /// <param name="disk">Writes it; null: this machine's.</param>
    /// <exception cref="IOException">The file is there already, or cannot be written; nothing is left of it then.</exception>
    /// <exception cref="UnauthorizedAccessException">The file cannot be written.</exception>
    public static ActionLog Create(string path, LogHeader header, TimeProvider time, Disk? disk = null)
    {
        disk ??= Disk.Real;
        var handle = disk.Open(path, FileMode.CreateNew, FileShare.ReadWrite | FileShare.Delete);
        var log = new ActionLog(handle, time, disk);
        try
        {
            log.WriteLine(header, LogJson.Lines.LogHeader);
            disk.Flush(handle);
            DurableFolder.Flush(Path.GetDirectoryName(path)!);
            return log;
        }
        catch
        {
            log.Dispose();
            File.Delete(path);
            throw;
        }
    }

    /// <summary>Goes on with a log that another process left without an end; what it left unfinished is cut off.</summary>
    /// <param name="path">The log's file. The caller holds the lock of its folder.</param>
    /// <param name="read">What it held when it was read.</param>
    /// <param name="time">Gives the records' times.</param>
    /// <param name="disk">Writes it; null: this machine's.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file cannot be written.</exception>
    public static ActionLog Continue(string path, ReadLog read, TimeProvider time, Disk? disk = null)
    {
        disk ??= Disk.Real;
        var handle = disk.Open(path, FileMode.Open, FileShare.ReadWrite | FileShare.Delete);
        // The next line cuts it back first.
        return new(handle, time, disk) { length = read.Length, lastId = read.LastId, torn = true };
    }

    /// <summary>Appends a record with the next id and the time.</summary>
    /// <returns>The id.</returns>
    /// <exception cref="IOException">It could not be written, as on a full disk; the log is as it was, and the next record may succeed.</exception>
    /// <exception cref="InvalidOperationException">The end was written before.</exception>
    public long Append(LogRecord record)
    {
        long id;
        lock (appending)
        {
            if (IsComplete)
            {
                throw new InvalidOperationException("Nothing follows the end of a log, or its closing.");
            }

            var isEnd = record is EndRecord;
            if (isEnd)
            {
                Flush();
            }

            id = lastId + 1;
            WriteLine(record with { Id = id, Timestamp = time.GetUtcNow() }, LogJson.Lines.LogRecord);
            lastId = id;
            if (Interlocked.Exchange(ref dirty, 1) == 0 && !isEnd)
            {
                timer.Change(FlushDelay, Timeout.InfiniteTimeSpan);
            }

            if (isEnd)
            {
                Flush();
                IsComplete = true;
            }
        }

        Grown.Raise();
        return id;
    }

    /// <summary>Ends it for its readers where the disk has stalled: a writer that hangs holds what <see cref="Dispose"/> needs.</summary>
    public void Abandon()
    {
        IsComplete = true;
        Grown.Raise();
    }

    public void Dispose()
    {
        timer.Dispose();
        lock (appending)
        {
            lock (flushing)
            {
                if (handle.IsClosed)
                {
                    return;
                }

                Flush();
                IsComplete = true;
                handle.Dispose();
                writer.Dispose();
            }
        }

        Grown.Raise();
    }

    private void WriteLine<T>(T value, JsonTypeInfo<T> type)
    {
        buffer.ResetWrittenCount();
        writer.Reset(buffer);
        JsonSerializer.Serialize(writer, value, type);
        writer.Flush();
        buffer.Write("\n"u8);
        if (torn)
        {
            CutBack();
        }

        try
        {
            disk.Write(handle, buffer.WrittenSpan, length);
            length += buffer.WrittenCount;
        }
        catch
        {
            // A full disk takes half a line; what comes next must not be glued to it.
            torn = true;
            TryCutBack();
            throw;
        }
        finally
        {
            if (buffer.Capacity > LargestKeptBuffer)
            {
                buffer = new(UsualLine);
            }
        }
    }

    private void CutBack()
    {
        disk.SetLength(handle, length);
        torn = false;
    }

    private void TryCutBack()
    {
        try
        {
            CutBack();
        }
        catch (IOException)
        {
            // Tried again before the next line.
        }
    }

    // What was written stays written where this fails: only a power failure could take it. So nothing is thrown.
    private void Flush()
    {
        lock (flushing)
        {
            // Reset before, so that what is appended meanwhile is flushed by the next one.
            if (handle.IsClosed || Interlocked.Exchange(ref dirty, 0) == 0)
            {
                return;
            }

            try
            {
                disk.Flush(handle);
            }
            catch (IOException failure)
            {
                FlushFailure = failure;
            }
        }
    }
}

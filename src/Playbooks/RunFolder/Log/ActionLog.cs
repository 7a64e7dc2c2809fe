using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Win32.SafeHandles;

namespace Playbooks.RunFolder.Log;

/// <summary>
/// Writes the log of a run. When <see cref="Append"/> returns, the operating system has the record, so that the record survives the end of
/// this process. Records are flushed to the disk within 200 ms, and the end immediately.
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
        // The same format as that of LogJson.Write.
        writer = new(buffer, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });
        timer = time.CreateTimer(static log => ((ActionLog)log!).Flush(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Gets whether the end was written, or the log was closed without one.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>Gets the signal that is raised after each record, and when the log is closed.</summary>
    public LogSignal Grown { get; } = new();

    /// <summary>Gets the reason why the log could not be flushed to the disk, or null.</summary>
    public IOException? FlushFailure { get; private set; }

    /// <summary>Creates the file with its header, and flushes it to the disk.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="header">The first line.</param>
    /// <param name="time">The clock for timestamps.</param>
    /// <param name="disk">Writes the file; null for this machine's file system.</param>
    /// <exception cref="IOException">The file exists or cannot be written. In the latter case, it is deleted.</exception>
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

    /// <summary>Continues a log that another process left without an end. An incomplete last line is truncated.</summary>
    /// <param name="path">The path of the log. The caller must hold the lock of its folder.</param>
    /// <param name="read">The content of the log when it was read.</param>
    /// <param name="time">The clock for timestamps.</param>
    /// <param name="disk">Writes the file; null for this machine's file system.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file cannot be written.</exception>
    public static ActionLog Continue(string path, ReadLog read, TimeProvider time, Disk? disk = null)
    {
        disk ??= Disk.Real;
        var handle = disk.Open(path, FileMode.Open, FileShare.ReadWrite | FileShare.Delete);
        // The next line truncates the file first.
        return new(handle, time, disk) { length = read.Length, lastId = read.LastId, torn = true };
    }

    /// <summary>Appends a record with the next id and a timestamp.</summary>
    /// <returns>The id of the record.</returns>
    /// <exception cref="IOException">The record could not be written, for example because the disk is full. The log is unchanged, and the next record may succeed.</exception>
    /// <exception cref="InvalidOperationException">The end was already written.</exception>
    public long Append(LogRecord record)
    {
        long id;
        lock (appending)
        {
            if (IsComplete)
            {
                throw new InvalidOperationException("Nothing can be appended after the end of a log or after it was closed.");
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

    /// <summary>Ends the log for its readers if the disk hangs. <see cref="Dispose"/> would wait for the writer that hangs.</summary>
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
            // A full disk accepts part of a line; the next line must not be appended to it.
            torn = true;
            TryCutBack();
            throw;
        }
        finally
        {
            if (buffer.Capacity > LargestKeptBuffer)
            {
                buffer = new(UsualLine);
                writer.Reset(buffer);
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
            // Attempted again before the next line.
        }
    }

    // What was written remains written if the flush fails, and only a power failure could lose it. Therefore nothing is thrown.
    private void Flush()
    {
        lock (flushing)
        {
            // Reset first, so that records that are appended meanwhile are flushed the next time.
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

using System.Buffers;
using Microsoft.Win32.SafeHandles;

namespace Playbooks.RunFolder.Log;

/// <summary>Reads the finished lines of a file that another may be writing to at the same time.</summary>
internal sealed class LogLines : IDisposable
{
    private const int FirstBuffer = 16 * 1024;

    private readonly SafeFileHandle handle;
    private byte[] buffer = [];
    private int start;
    private int end;
    private long position;

    /// <summary>Opens the file; it stays the one that is read, wherever it is moved.</summary>
    /// <exception cref="IOException">It cannot be opened.</exception>
    public LogLines(string path) => handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

    /// <summary>Bytes after the last finished line: one that is being written, or was torn.</summary>
    public int Unfinished { get; private set; }

    /// <summary>How many bytes the finished lines have that were read; known once there was none any more.</summary>
    public long WholeLength => position - (end - start);

    /// <summary>The next finished line, without its end; valid until the next call.</summary>
    /// <returns>Whether there is one by now.</returns>
    public bool TryRead(out ReadOnlyMemory<byte> line)
    {
        var searched = start;
        while (true)
        {
            var at = buffer.AsSpan(searched, end - searched).IndexOf((byte)'\n');
            if (at >= 0)
            {
                line = buffer.AsMemory(start, searched + at - start);
                start = searched + at + 1;
                return true;
            }

            searched = end;
            if (!ReadMore(ref searched))
            {
                LetGoOfUnfinished();
                line = default;
                return false;
            }
        }
    }

    public void Dispose()
    {
        handle.Dispose();
        GiveBack();
    }

    private bool ReadMore(ref int searched)
    {
        if (end == buffer.Length)
        {
            MakeRoom();
            searched = end;
        }

        var read = RandomAccess.Read(handle, buffer.AsSpan(end), position);
        position += read;
        end += read;
        return read > 0;
    }

    /// <summary>
    /// What is unfinished is read again the next time, since a writer on a full disk takes it back and writes something else there.
    /// The buffer is given back, since of hundreds of readers most wait most of the time.
    /// </summary>
    private void LetGoOfUnfinished()
    {
        Unfinished = end - start;
        position -= Unfinished;
        GiveBack();
    }

    private void MakeRoom()
    {
        var unread = buffer.AsSpan(start, end - start);
        var target = ArrayPool<byte>.Shared.Rent(Math.Max(FirstBuffer, unread.Length * 2));
        unread.CopyTo(target);
        var length = unread.Length;
        GiveBack();
        (buffer, end) = (target, length);
    }

    private void GiveBack()
    {
        if (buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        buffer = [];
        start = end = 0;
    }
}

using System.Buffers;
using Microsoft.Win32.SafeHandles;

namespace Playbooks.RunFolder.Log;

/// <summary>Reads the complete lines of a file while another process can be writing it.</summary>
internal sealed class LogLines : IDisposable
{
    private const int FirstBuffer = 16 * 1024;

    private readonly SafeFileHandle handle;
    private byte[] buffer = [];
    private int start;
    private int end;
    private long position;

    /// <summary>Opens the file. The same file is read even if it is moved later.</summary>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public LogLines(string path) => handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

    /// <summary>Gets the number of bytes after the last complete line, which is being written or was interrupted.</summary>
    public int Unfinished { get; private set; }

    /// <summary>Gets the length of the complete lines in bytes, once all of them have been read.</summary>
    public long WholeLength => position - (end - start);

    /// <summary>Reads the next complete line, without the line ending. The line is valid until the next call.</summary>
    /// <returns>Whether there was a complete line.</returns>
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
    /// An incomplete line is read again the next time, because a writer on a full disk truncates it and then writes something else. The buffer
    /// is released, because most of hundreds of readers wait most of the time.
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

namespace Playbooks.Server.Gateway;

/// <summary>Limits the data from a worker: the time without data, and the number of bytes at a time.</summary>
/// <param name="inner">The stream from the worker.</param>
/// <param name="idle">The maximum time without data.</param>
/// <param name="time">The clock for <paramref name="idle"/>.</param>
internal sealed class UpstreamStream(Stream inner, TimeSpan idle, TimeProvider time) : Stream
{
    private long left = long.MaxValue;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>Allows the given number of bytes from here on.</summary>
    public void Allow(long bytes) => left = bytes;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (left <= 0)
        {
            throw new IOException("It sent a message that exceeds the size limit.");
        }

        using var silence = new CancellationTokenSource(idle, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(silence.Token, cancellationToken);
        try
        {
            var read = await inner.ReadAsync(buffer[..(int)Math.Min(buffer.Length, left)], either.Token);
            left -= read;
            return read;
        }
        catch (OperationCanceledException failure) when (!cancellationToken.IsCancellationRequested)
        {
            throw new IOException($"It sent nothing for {idle.TotalSeconds:0.###} s.", failure);
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        inner.Dispose();
        base.Dispose(disposing);
    }
}

namespace Playbooks.Server.Gateway;

/// <summary>Reads what a worker sends: no longer silence than is allowed, and no more bytes at a time than somebody is ready to hold.</summary>
/// <param name="inner">What is read.</param>
/// <param name="idle">How long nothing may come.</param>
/// <param name="time">Measures it.</param>
internal sealed class UpstreamStream(Stream inner, TimeSpan idle, TimeProvider time) : Stream
{
    private long left = long.MaxValue;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>Allows so many bytes from here on.</summary>
    public void Allow(long bytes) => left = bytes;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (left <= 0)
        {
            throw new IOException("It sends more in one piece than is taken.");
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

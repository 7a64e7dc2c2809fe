using Playbooks.Server.Api;

namespace Playbooks.Server.Streaming;

/// <summary>Limits the number of clients that follow streams.</summary>
internal sealed class Subscribers(PlaybooksOptions options)
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);
    private int count;

    /// <summary>Gets the current number of clients.</summary>
    public int Count => Volatile.Read(ref count);

    /// <summary>Admits a client until the returned object is disposed.</summary>
    /// <exception cref="RefusedException">The maximum number of clients has been reached.</exception>
    public IDisposable Enter()
    {
        if (Interlocked.Increment(ref count) <= options.MaxSubscribers)
        {
            return new Place(this);
        }

        Interlocked.Decrement(ref count);
        throw new RefusedException(
            StatusCodes.Status503ServiceUnavailable,
            ErrorCode.InternalError,
            $"{options.MaxSubscribers} clients are following streams of this service, which is the maximum. Try again later, or raise {nameof(PlaybooksOptions.MaxSubscribers)}.")
        { RetryAfter = RetryAfter };
    }

    private sealed class Place(Subscribers all) : IDisposable
    {
        private int left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref left, 1) == 0)
            {
                Interlocked.Decrement(ref all.count);
            }
        }
    }
}

using Playbooks.Server.Api;

namespace Playbooks.Server.Streaming;

/// <summary>Counts those who follow streams, and lets in as many as may.</summary>
internal sealed class Subscribers(PlaybooksOptions options)
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);
    private int count;

    /// <summary>How many there are.</summary>
    public int Count => Volatile.Read(ref count);

    /// <summary>Lets one in, until what is returned is disposed.</summary>
    /// <exception cref="RefusedException">There are as many as may be.</exception>
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
            $"{options.MaxSubscribers} readers follow streams of this service, which is as many as may. Come back later, or raise {nameof(PlaybooksOptions.MaxSubscribers)}.")
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

using System.Runtime.CompilerServices;

namespace Playbooks.Server.Streaming;

/// <summary>Reads a run from its live source. Falls back to the complete stored data only if the live source delivered nothing, so that the two are never mixed.</summary>
/// <typeparam name="T">The type of the data: records of the log, or chunks of a file.</typeparam>
/// <param name="live">The live source, or null.</param>
/// <param name="stored">The stored source. It throws if nothing is stored.</param>
/// <param name="mark">Deactivated when the live source fails, or null.</param>
internal sealed class LiveOrStored<T>(IAsyncEnumerable<T>? live, IAsyncEnumerable<T> stored, LiveMark? mark = null)
{
    /// <summary>Reads one of the two sources.</summary>
    /// <param name="cancellationToken">Canceled when the receiver disconnects, which is not a failure of the source.</param>
    /// <exception cref="StreamInterruptedException">The live source failed after it had delivered data.</exception>
    /// <exception cref="PlaybookException">There is neither live nor stored data.</exception>
    public async IAsyncEnumerable<T> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var delivered = false;
        if (live is not null)
        {
            await using var source = live.GetAsyncEnumerator(cancellationToken);
            while (await MoveNextAsync(source, delivered, cancellationToken).ConfigureAwait(false))
            {
                delivered = true;
                yield return source.Current;
            }
        }

        if (!delivered)
        {
            await foreach (var item in stored.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                yield return item;
            }
        }
    }

    private async ValueTask<bool> MoveNextAsync(IAsyncEnumerator<T> source, bool delivered, CancellationToken cancellationToken)
    {
        try
        {
            return await source.MoveNextAsync().ConfigureAwait(false);
        }
        catch (Exception failure) when (!(failure is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            mark?.Fail(failure);
            return delivered ? throw new StreamInterruptedException(failure) : false;
        }
    }
}

using System.Runtime.CompilerServices;

namespace Playbooks.RunFolder.Streaming;

/// <summary>Delivers what a run gives live; what is stored of it only if nothing came, and then whole. The two are never mixed.</summary>
/// <typeparam name="T">What is delivered: records of the log, or chunks of a file.</typeparam>
/// <param name="live">The live source; null: there is none.</param>
/// <param name="stored">The stored source; it throws where nothing is stored.</param>
/// <param name="mark">Is turned off when the live source fails; null: nobody needs to know.</param>
internal sealed class LiveOrStored<T>(IAsyncEnumerable<T>? live, IAsyncEnumerable<T> stored, LiveMark? mark = null)
{
    /// <summary>Delivers one or the other.</summary>
    /// <param name="cancellationToken">The receiver has gone; that is no failure of the source.</param>
    /// <exception cref="StreamInterruptedException">The live source failed after something had been delivered.</exception>
    /// <exception cref="PlaybookException">There is nothing live, and nothing stored.</exception>
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

using System.Runtime.CompilerServices;

namespace Playbooks.Server.Gateway;

/// <summary>What a worker gives. That a run is not there any more is no failure of the worker.</summary>
internal static class LiveSource
{
    /// <summary>Gives nothing where the worker says that it has no such thing.</summary>
    public static async IAsyncEnumerable<T> OrNothing<T>(this IAsyncEnumerable<T> source, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var items = source.GetAsyncEnumerator(cancellationToken);
        while (await TryMoveNextAsync(items))
        {
            yield return items.Current;
        }
    }

    private static async ValueTask<bool> TryMoveNextAsync<T>(IAsyncEnumerator<T> items)
    {
        try
        {
            return await items.MoveNextAsync();
        }
        catch (PlaybookException failure) when (failure.Code is ErrorCode.NotFound or ErrorCode.TraceNotAvailable or ErrorCode.RecordingNotFound)
        {
            return false;
        }
    }
}

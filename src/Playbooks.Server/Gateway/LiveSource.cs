using System.Runtime.CompilerServices;

namespace Playbooks.Server.Gateway;

/// <summary>Reads data from a worker. A run that is no longer active is not a failure of the worker.</summary>
internal static class LiveSource
{
    /// <summary>Returns an empty sequence if the worker reports that the item does not exist.</summary>
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

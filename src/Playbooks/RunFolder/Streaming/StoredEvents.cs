using System.Runtime.CompilerServices;
using Playbooks.RunFolder.Log;

namespace Playbooks.RunFolder.Streaming;

/// <summary>The records that a run's folder holds, as a source that ends behind the last one.</summary>
internal static class StoredEvents
{
    /// <summary>Gives the records after an id, in order.</summary>
    /// <param name="folder">The run's folder.</param>
    /// <param name="after">The id of the last record that the caller has; 0: none.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.NotFound"/>: there is no log.</exception>
    public static async IAsyncEnumerable<LogRecord> ReadAsync(string folder, long after = 0, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (var record in StoredRun.Read(folder).Records)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (record.Id > after)
            {
                yield return record;
            }
        }
    }

    /// <summary>Gives the records after an id, in order, each as it stands in the log; a note stands in the place of what is damaged or missing.</summary>
    /// <param name="folder">The run's folder.</param>
    /// <param name="after">The id of the last record that the caller has; 0: none.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.NotFound"/>: there is no log.</exception>
    public static IAsyncEnumerable<LogLine> ReadLinesAsync(string folder, long after = 0, CancellationToken cancellationToken = default) =>
        new ActionLogTail(folder).ReadWrittenLinesAsync(after, cancellationToken);
}

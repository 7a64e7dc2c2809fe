using System.Runtime.CompilerServices;
using Playbooks.RunFolder.Log;

namespace Playbooks.RunFolder.Streaming;

/// <summary>Reads the stored records of a run's folder, as a source that ends after the last record.</summary>
internal static class StoredEvents
{
    /// <summary>Returns the records after an id, in order.</summary>
    /// <param name="folder">The folder of the run.</param>
    /// <param name="after">The id of the last record that the caller received, or 0.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.NotFound"/>: the log does not exist.</exception>
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

    /// <summary>Returns the records after an id, in order, in the form in which the log contains them. Damaged or missing records are replaced by a note.</summary>
    /// <param name="folder">The folder of the run.</param>
    /// <param name="after">The id of the last record that the caller received, or 0.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.NotFound"/>: the log does not exist.</exception>
    public static IAsyncEnumerable<LogLine> ReadLinesAsync(string folder, long after = 0, CancellationToken cancellationToken = default) =>
        new ActionLogTail(folder).ReadWrittenLinesAsync(after, cancellationToken);
}

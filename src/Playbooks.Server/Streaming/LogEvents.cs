using System.Runtime.CompilerServices;
using Playbooks.Runs;
using Playbooks.Runs.Log;
using Playbooks.Runs.Streaming;

namespace Playbooks.Server.Streaming;

/// <summary>Makes a run's events from the lines of its log.</summary>
internal sealed class LogEvents(CompleteEvents completes)
{
    /// <summary>The events after an id of a run under way as they come, to its end.</summary>
    /// <param name="tail">Follows its log.</param>
    /// <param name="folder">Its folder.</param>
    /// <param name="after">The id of the last event that the caller has; 0: none.</param>
    /// <param name="cancellationToken">The caller has gone.</param>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.NotFound"/>: there is no such run.</exception>
    public async IAsyncEnumerable<RunEvent> FollowAsync(ActionLogTail tail, string folder, long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var line in tail.ReadLinesAsync(after, cancellationToken))
        {
            if (!line.IsEnd)
            {
                after = line.Id;
                yield return new(line.Id, line.Json, IsComplete: false);
            }
        }

        if (await completes.OfAsync(folder, cancellationToken) is { } end && end.Id > after)
        {
            yield return end;
        }
    }

    /// <summary>The events after an id that are stored, and the end: the log's, or the one that is told in its place.</summary>
    /// <param name="folder">The run's folder.</param>
    /// <param name="after">The id of the last event that the caller has; 0: none.</param>
    /// <param name="isUnreachable">Whether its worker does not answer any more.</param>
    /// <param name="cancellationToken">The caller has gone.</param>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.NotFound"/>: there is no such run.</exception>
    public async IAsyncEnumerable<RunEvent> ReadAsync(string folder, long after, bool isUnreachable, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Made first: what is written behind the end that is told in the place of a missing one does not come before it.
        var end = await EndAsync(folder, isUnreachable, cancellationToken);
        await foreach (var line in StoredEvents.ReadLinesAsync(folder, after, cancellationToken))
        {
            if (line.Id >= end.Id)
            {
                break;
            }

            yield return new(line.Id, line.Json, IsComplete: false);
        }

        if (end.Id > after)
        {
            yield return end;
        }
    }

    /// <summary>The end of a run that is not under way any more, or not to be reached.</summary>
    public async Task<RunEvent> EndAsync(string folder, bool isUnreachable, CancellationToken cancellationToken) =>
        isUnreachable && LogEnd.Find(Path.Combine(folder, RunFiles.Log)) is null
            ? CompleteEvents.OfUnreachable(StoredRun.Read(folder))
            : await completes.OfAsync(folder, cancellationToken);
}

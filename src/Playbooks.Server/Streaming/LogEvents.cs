using System.Globalization;
using System.Runtime.CompilerServices;
using Playbooks.RunFolder.Log;
using Playbooks.RunFolder.Streaming;

namespace Playbooks.Server.Streaming;

/// <summary>Makes a run's events from the lines of its log.</summary>
internal sealed class LogEvents(CompleteEvents completes)
{
    /// <summary>The events after one of a run under way as they come, to its end.</summary>
    /// <param name="tail">Follows its log.</param>
    /// <param name="folder">Its folder.</param>
    /// <param name="after">The last event that the caller has; one of an earlier epoch: all events are given.</param>
    /// <param name="cancellationToken">The caller has gone.</param>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.NotFound"/>: there is no such run.</exception>
    public async IAsyncEnumerable<RunEvent> FollowAsync(ActionLogTail tail, string folder, EventPosition after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var epoch = 0;
        await foreach (var line in tail.ReadLinesAsync(after.In, cancellationToken))
        {
            epoch = line.Epoch;
            if (!line.IsEnd)
            {
                after = new(line.Epoch, line.Id);
                yield return new(after, line.Json, IsComplete: false);
            }
        }

        if (await completes.OfAsync(FolderOf(folder, epoch), cancellationToken) is var end && !after.HasReached(end.Id))
        {
            yield return end;
        }
    }

    /// <summary>The events after one that are stored, and the end: the log's, or the one that is told in its place.</summary>
    /// <param name="folder">The run's folder.</param>
    /// <param name="after">The last event that the caller has; one of an earlier epoch: all events are given.</param>
    /// <param name="isUnreachable">Whether its worker does not answer any more.</param>
    /// <param name="cancellationToken">The caller has gone.</param>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.NotFound"/>: there is no such run.</exception>
    public async IAsyncEnumerable<RunEvent> ReadAsync(string folder, EventPosition after, bool isUnreachable, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Made first: what is written behind the end that is told in the place of a missing one does not come before it.
        var end = await EndAsync(folder, isUnreachable, cancellationToken);
        await foreach (var line in StoredEvents.ReadLinesAsync(folder, after.In(end.Id.Epoch), cancellationToken))
        {
            if (line.Id >= end.Id.Record)
            {
                break;
            }

            yield return new(new(end.Id.Epoch, line.Id), line.Json, IsComplete: false);
        }

        if (!after.HasReached(end.Id))
        {
            yield return end;
        }
    }

    /// <summary>The end of a run that is not under way any more, or not to be reached.</summary>
    public async Task<RunEvent> EndAsync(string folder, bool isUnreachable, CancellationToken cancellationToken) =>
        isUnreachable && LogEnd.Find(Path.Combine(folder, RunFiles.Log)) is null
            ? CompleteEvents.OfUnreachable(StoredRun.Read(folder))
            : await completes.OfAsync(folder, cancellationToken);

    /// <summary>Where a run lies whose log was followed: a later run of the same id may have put it aside meanwhile.</summary>
    private static string FolderOf(string folder, int epoch)
    {
        var aside = Path.Combine(folder, RunFiles.Earlier, epoch.ToString(CultureInfo.InvariantCulture));
        return File.Exists(Path.Combine(aside, RunFiles.Log)) ? aside : folder;
    }
}

using System.Globalization;
using System.Runtime.CompilerServices;
using Playbooks.RunFolder.Log;

namespace Playbooks.Server.Streaming;

/// <summary>Creates the events of a run from the lines of its log.</summary>
internal sealed class LogEvents(CompleteEvents completes)
{
    /// <summary>Returns the events of an active run after a position as they occur, up to its end.</summary>
    /// <param name="tail">Follows the log of the run.</param>
    /// <param name="folder">The folder of the run.</param>
    /// <param name="after">The last event that the caller received. If it belongs to an earlier epoch, all events are returned.</param>
    /// <param name="cancellationToken">Canceled when the client disconnects.</param>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.NotFound"/>: the run does not exist.</exception>
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

        if (await completes.GetAsync(FolderOf(folder, epoch), cancellationToken) is var end && !after.HasReached(end.Id))
        {
            yield return end;
        }
    }

    /// <summary>Returns the stored events after a position, followed by the end of the log or its substitute.</summary>
    /// <param name="folder">The folder of the run.</param>
    /// <param name="after">The last event that the caller received. If it belongs to an earlier epoch, all events are returned.</param>
    /// <param name="isUnreachable">Whether the worker no longer responds.</param>
    /// <param name="cancellationToken">Canceled when the client disconnects.</param>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.NotFound"/>: the run does not exist.</exception>
    public async IAsyncEnumerable<RunEvent> ReadAsync(string folder, EventPosition after, bool isUnreachable, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Created first, so that no record that is written later precedes the substitute for a missing end.
        var end = await EndAsync(folder, isUnreachable, cancellationToken);
        await foreach (var line in new ActionLogTail(folder).ReadWrittenLinesAsync(after.In(end.Id.Epoch), cancellationToken))
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

    /// <summary>Returns the end of a run that is no longer active or not reachable.</summary>
    public async Task<RunEvent> EndAsync(string folder, bool isUnreachable, CancellationToken cancellationToken) =>
        isUnreachable && LogEnd.Find(Path.Combine(folder, RunFiles.Log)) is null
            ? CompleteEvents.CreateUnreachable(StoredRun.Read(folder))
            : await completes.GetAsync(folder, cancellationToken);

    /// <summary>Returns the folder of a run whose log was followed. A later run with the same id may have moved it aside meanwhile.</summary>
    private static string FolderOf(string folder, int epoch)
    {
        var aside = Path.Combine(folder, RunFiles.Earlier, epoch.ToString(CultureInfo.InvariantCulture));
        return File.Exists(Path.Combine(aside, RunFiles.Log)) ? aside : folder;
    }
}

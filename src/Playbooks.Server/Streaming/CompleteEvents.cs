using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Playbooks.RunFolder.Log;
using Playbooks.Server.Files;

namespace Playbooks.Server.Streaming;

/// <summary>Makes the last event of a run's stream from its log alone, so that it is the same live and stored; once a run, not once a reader.</summary>
internal sealed class CompleteEvents
{
    private const int RememberedRuns = 256;
    private const long RememberedBytes = 8 * 1024 * 1024;
    private static readonly JsonSerializerOptions AsInTheLog = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly FileCache<RunEvent> ended = new(
        RememberedRuns, RememberedBytes, static log => Of(StoredRun.Read(Path.GetDirectoryName(log)!)), static end => end.Data.Length);

    /// <summary>The end of a run that is not under way any more; where its log has none, the one that is told in its place.</summary>
    /// <param name="folder">The run's folder.</param>
    /// <param name="cancellationToken">The caller has gone.</param>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.NotFound"/>: there is no such run.</exception>
    public async Task<RunEvent> OfAsync(string folder, CancellationToken cancellationToken)
    {
        var log = Path.Combine(folder, RunFiles.Log);
        return FileStamp.Of(log) is { } stamp
            ? await ended.OfAsync(log, stamp, cancellationToken)
            : Of(StoredRun.Read(folder));
    }

    /// <summary>The end that is told of a run whose worker cannot be reached, unless its log has one.</summary>
    public static RunEvent OfUnreachable(StoredRun run) => Of(run with { Status = UnreachableRun.Told(run.Status) });

    private static RunEvent Of(StoredRun run)
    {
        var last = run.Records.Count == 0 ? 0 : run.Records[^1].Id;
        return new(new(run.Header.Epoch, run.End is null ? last + 1 : last), Json(run.Status), IsComplete: true);
    }

    // What may still change while the run's files are written is left out.
    private static byte[] Json(RunStatus status)
    {
        var json = JsonNode.Parse(LogJson.Write(status))!.AsObject();
        json.Remove("finalizing");
        json.Remove("artifacts");
        json.Remove("problems");
        return JsonSerializer.SerializeToUtf8Bytes(json, AsInTheLog);
    }
}

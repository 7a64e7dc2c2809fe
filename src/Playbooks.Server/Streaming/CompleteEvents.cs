using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Playbooks.RunFolder.Log;
using Playbooks.Server.Files;

namespace Playbooks.Server.Streaming;

/// <summary>Creates the last event of a run's stream from its log alone, so that it is the same live and stored. Created once per run, not once per reader.</summary>
internal sealed class CompleteEvents
{
    private const int RememberedRuns = 256;
    private const long RememberedBytes = 8 * 1024 * 1024;
    private static readonly JsonSerializerOptions AsInTheLog = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly FileCache<RunEvent> ended = new(
        RememberedRuns, RememberedBytes, static log => Create(StoredRun.Read(Path.GetDirectoryName(log)!)), static end => end.Data.Length);

    /// <summary>Returns the end of a run that is no longer active, or a substitute if its log has no end.</summary>
    /// <param name="folder">The folder of the run.</param>
    /// <param name="cancellationToken">Canceled when the client disconnects.</param>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.NotFound"/>: the run does not exist.</exception>
    public async Task<RunEvent> GetAsync(string folder, CancellationToken cancellationToken)
    {
        var log = Path.Combine(folder, RunFiles.Log);
        return FileStamp.From(log) is { } stamp
            ? await ended.GetAsync(log, stamp, cancellationToken)
            : Create(StoredRun.Read(folder));
    }

    /// <summary>Returns the end of a run whose worker is unreachable, unless its log has an end.</summary>
    public static RunEvent CreateUnreachable(StoredRun run) => Create(run with { Status = UnreachableRun.CreateStatus(run.Status) });

    private static RunEvent Create(StoredRun run)
    {
        var last = run.Records.Count == 0 ? 0 : run.Records[^1].Id;
        return new(new(run.Header.Epoch, run.End is null ? last + 1 : last), Json(run.Status), IsComplete: true);
    }

    // Data that can still change while the run's files are written is omitted.
    private static byte[] Json(RunStatus status)
    {
        var json = JsonNode.Parse(LogJson.Write(status))!.AsObject();
        json.Remove("finalizing");
        json.Remove("artifacts");
        json.Remove("problems");
        return JsonSerializer.SerializeToUtf8Bytes(json, AsInTheLog);
    }
}

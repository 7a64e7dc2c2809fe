using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Playbooks.Reports.Json;

/// <summary>A failure for programs. The members define the keys of the JSON object and their order.</summary>
internal sealed record ReportJson(
    string Playbook,
    string RunId,
    string Outcome,
    string Code,
    string Error,
    string Where,
    string Message,
    string Cause,
    int Attempts,
    SourceExcerpt? Source,
    IReadOnlyList<ExpectationResult> Expectations,
    IReadOnlyList<SelectorCandidate> Candidates,
    IReadOnlyList<string> NearestNames,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Response,
    string? Url,
    string? Title,
    IReadOnlyList<string> Windows,
    IReadOnlyList<string> Frames,
    IReadOnlyList<RequestRecord> Requests,
    IReadOnlyList<string> ConsoleErrors,
    IReadOnlyList<RunNote> Notes,
    IReadOnlyList<NamedValue> Values,
    LastPassedRun? LastPassed,
    IReadOnlyList<Difference> Differences,
    ReportedRecovery? Recovery,
    string? ScreenshotPath,
    string? TracePath,
    string? TraceCommand,
    string? ReportPath,
    string RunFolder,
    IReadOnlyList<string> Missing)
{
    /// <summary>Returns the JSON.</summary>
    public static string Create(PlaybookResult result, FailureDetails failure)
    {
        var report = new ReportJson(
            result.Playbook.Id,
            result.RunId.Text,
            JsonNamingPolicy.SnakeCaseLower.ConvertName(result.Outcome.ToString()),
            failure.Code.WireText(),
            result.Error!,
            failure.Where,
            failure.Message,
            failure.Cause,
            failure.Attempts,
            failure.Source,
            failure.Expectations,
            failure.Candidates,
            failure.NearestNames,
            failure.Response,
            failure.Url,
            failure.Title,
            failure.Windows,
            failure.Frames,
            failure.Requests,
            failure.ConsoleErrors,
            result.Notes,
            failure.Values,
            failure.LastPassed,
            failure.Differences,
            ReportedRecovery.From(result.Recovery),
            failure.ScreenshotPath,
            failure.TracePath,
            failure.TraceCommand,
            result.ReportPath,
            failure.RunFolder,
            failure.Missing);
        // People read it as well. It is never inserted into HTML without encoding.
        var options = new JsonSerializerOptions(ReportJsonContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        return JsonSerializer.Serialize(report, new ReportJsonContext(options).ReportJson);
    }
}

/// <summary>A recovery for programs.</summary>
internal sealed record ReportedRecovery(string Status, int StepNumber, string? Reason, IReadOnlyList<RecoveryActionResult> Actions)
{
    public static ReportedRecovery? From(RecoveryRecord? recovery) => recovery is null
        ? null
        : new(JsonNamingPolicy.SnakeCaseLower.ConvertName(recovery.Status.ToString()), recovery.StepNumber, recovery.Reason, recovery.Actions);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, WriteIndented = true)]
[JsonSerializable(typeof(ReportJson))]
internal sealed partial class ReportJsonContext : JsonSerializerContext;

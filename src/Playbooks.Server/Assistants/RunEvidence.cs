using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol.Protocol;
using Playbooks.RunFolder;
using Playbooks.Server.Files;

namespace Playbooks.Server.Assistants;

/// <summary>Describes a run and its evidence to an assistant.</summary>
/// <param name="status">The status of the run.</param>
/// <param name="folder">The folder of the run. It does not have to exist, because a worker can have another output root.</param>
public sealed class RunEvidence(RunStatus status, string folder)
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Returns how the run ended, the context of its error, and where its evidence is.</summary>
    /// <param name="locate">Returns where the assistant finds a file of the run: <see cref="RunFiles.Report"/> or <see cref="RunFiles.Trace"/>.</param>
    public string Describe(Func<string, string> locate) => new JsonObject
    {
        ["run"] = status.RunId,
        ["playbook"] = status.Playbook,
        ["outcome"] = status.Result?.ToString().ToLowerInvariant() ?? status.Status.ToString().ToLowerInvariant(),
        ["error"] = status.Error?.Message,
        ["outputs"] = new JsonObject(status.Outputs.Select(static output => KeyValuePair.Create<string, JsonNode?>(output.Key, output.Value))),
        ["report"] = Find(RunFiles.Report) is null ? null : locate(RunFiles.Report),
        ["trace"] = Find(RunFiles.Trace) is null ? null : locate(RunFiles.Trace),
        ["error_context"] = ReadText(RunFiles.ErrorContext),
        ["has_heal_proposal"] = Find(RunFiles.HealPatch) is not null,
    }.ToJsonString(Readable);

    /// <summary>Returns the last screenshot, or nothing if there is none.</summary>
    public IEnumerable<ContentBlock> ReadLastScreenshot()
    {
        var screenshots = Path.Combine(folder, RunFiles.Screenshots);
        return !SymbolicLinks.IsLink(screenshots) && Directory.Exists(screenshots)
            && Directory.EnumerateFiles(screenshots).Where(static file => RunFile.IsScreenshot(Path.GetFileName(file))).Order(StringComparer.Ordinal).LastOrDefault() is { } last
            && SymbolicLinks.FindFile(last) is not null
            ? [ImageContentBlock.FromBytes(File.ReadAllBytes(last), RunFile.Screenshot(Path.GetFileName(last)).ContentType)]
            : [];
    }

    /// <summary>Returns the change to the playbook's selectors that a recovery suggests, as a diff.</summary>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.NotFound"/>: nothing is suggested.</exception>
    public string ReadHealProposal() => ReadText(RunFiles.HealPatch) ?? throw new PlaybookException(
        ErrorCode.NotFound,
        $"There is nothing to heal: the run has no {RunFiles.HealPatch}. The file is written only if a recovery completed a step and it is certain which element the step refers to.");

    private string? ReadText(string name) => Find(name) is { } file ? File.ReadAllText(file.FullName) : null;

    private FileInfo? Find(string name) => folder.Length > 0 && !SymbolicLinks.IsLink(folder) ? SymbolicLinks.FindFile(Path.Combine(folder, name)) : null;
}

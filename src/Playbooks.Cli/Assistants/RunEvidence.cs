using System.Text.Json.Nodes;
using ModelContextProtocol.Protocol;

namespace Playbooks.Cli.Assistants;

/// <summary>What an assistant reads of a run's folder.</summary>
internal static class RunEvidence
{
    /// <summary>Returns how the run ended, the context of its error, and where its evidence is.</summary>
    public static string Describe(string folder)
    {
        var status = StoredRun.ReadStatus(folder);
        var context = Path.Combine(folder, RunFiles.ErrorContext);
        return JsonText.Write(new JsonObject
        {
            ["run"] = status.RunId,
            ["playbook"] = status.Playbook,
            ["outcome"] = status.Result?.ToString().ToLowerInvariant() ?? status.Status.ToString().ToLowerInvariant(),
            ["error"] = status.Error?.Message,
            ["outputs"] = new JsonObject(status.Outputs.Select(static output => KeyValuePair.Create<string, JsonNode?>(output.Key, output.Value))),
            ["report"] = Existing(folder, RunFiles.Report),
            ["trace"] = Existing(folder, RunFiles.Trace),
            ["error_context"] = File.Exists(context) ? File.ReadAllText(context) : null,
        });
    }

    /// <summary>Returns the last screenshot, or nothing if there is none.</summary>
    public static IEnumerable<ContentBlock> LastScreenshot(string folder)
    {
        var screenshots = Path.Combine(folder, RunFiles.Screenshots);
        return Directory.Exists(screenshots) && Directory.EnumerateFiles(screenshots, "*.jpg").Order(StringComparer.Ordinal).LastOrDefault() is { } last
            ? [ImageContentBlock.FromBytes(File.ReadAllBytes(last), "image/jpeg")]
            : [];
    }

    private static string? Existing(string folder, string file) => Path.Combine(folder, file) is var path && File.Exists(path) ? path : null;
}

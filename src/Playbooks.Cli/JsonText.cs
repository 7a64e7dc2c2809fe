using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Playbooks.Cli;

/// <summary>JSON as the commands write it: indented, and readable where the format does not demand an escape.</summary>
internal static class JsonText
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Returns the text of a value.</summary>
    public static string Write(JsonNode value) => value.ToJsonString(Options);
}

using System.Globalization;
using Playbooks.Language.Grammar;

namespace Playbooks.Cli.LanguageServer.Features;

/// <summary>The documentation of a key, in Markdown.</summary>
internal static class KeyText
{
    /// <summary>Returns what a key means, what its value is, and an example.</summary>
    public static string Describe(KeyDefinition key)
    {
        var lines = new List<string> { key.Documentation, string.Empty };
        if (key.Words.Count > 0)
        {
            lines.Add($"- One of {string.Join(", ", key.Words.Select(static word => $"`{word.Text}`"))}.");
        }

        if (key.Maximum > 0)
        {
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"- From {key.Minimum} to {key.Maximum}{(key.Kind == KeyKind.Int ? string.Empty : ", or a placeholder for an int")}."));
        }

        lines.Add(key.IsRequired ? "- Required." : key.Default is { } standard ? $"- Default: {standard}." : "- Optional.");
        return string.Join('\n', lines) + $"\n\n```yaml\n{key.Name}: {key.Example}\n```";
    }
}

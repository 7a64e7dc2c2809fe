using Playbooks.Language;

namespace Playbooks.Generators.Pipeline;

/// <summary>How paths are written into what is compiled, so that a deterministic build does not depend on where it ran.</summary>
/// <param name="Entries">Beginnings of paths and what stands for them, the first that fits wins.</param>
/// <param name="IsDeterministic">Whether a path must not tell where the build ran, even if no entry covers it.</param>
internal sealed record PathMap(EquatableArray<PathMapEntry> Entries, bool IsDeterministic)
{
    /// <summary>Reads the compiler's own form, <c>from=to,from=to</c>, with doubled signs for signs that are meant.</summary>
    public static PathMap Parse(string text, bool isDeterministic)
    {
        var entries = new List<PathMapEntry>();
        foreach (var pair in Split(text, ','))
        {
            var sides = Split(pair, '=');
            if (sides.Count == 2 && sides[0].Trim().Length > 0)
            {
                entries.Add(new(Folder(Unescape(sides[0])), Folder(Unescape(sides[1]))));
            }
        }

        return new(entries.ToEquatableArray(), isDeterministic);
    }

    /// <summary>The path as it is to be written.</summary>
    /// <param name="path">The whole path.</param>
    /// <param name="projectPath">The path from the project's folder.</param>
    public string Apply(string path, string projectPath)
    {
        foreach (var entry in Entries)
        {
            if (path.StartsWith(entry.From, StringComparison.Ordinal) || PlaybookPath.Slashed(path).StartsWith(PlaybookPath.Slashed(entry.From), StringComparison.Ordinal))
            {
                return entry.To + PlaybookPath.Slashed(path.Substring(entry.From.Length));
            }
        }

        return IsDeterministic ? "/_/" + projectPath : path;
    }

    private static string Folder(string path) =>
        path.Length == 0 || path[path.Length - 1] is '/' or '\\' ? path : path + "/";

    private static string Unescape(string text) => text.Trim().Replace(",,", ",").Replace("==", "=");

    // At single separators only; doubled ones stay as they are.
    private static List<string> Split(string text, char separator)
    {
        var parts = new List<string>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != separator)
            {
                continue;
            }

            if (i + 1 < text.Length && text[i + 1] == separator)
            {
                i++;
                continue;
            }

            parts.Add(text.Substring(start, i - start));
            start = i + 1;
        }

        parts.Add(text.Substring(start));
        return parts;
    }
}

/// <summary>A beginning of paths, and what stands for it; both end with a slash.</summary>
internal sealed record PathMapEntry(string From, string To);

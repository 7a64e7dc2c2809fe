using System.Globalization;
using System.Text;

namespace Playbooks.Generators.Pipeline;

/// <summary>Names for generated files, made of the project's own paths: unique without regard to case, and never long.</summary>
internal sealed class HintNames
{
    // Longer ones break the path limit of Windows once they stand below obj.
    private const int Longest = 100;

    private readonly HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The name for a file; the same as long as the files before it are the same.</summary>
    public string Take(string projectPath)
    {
        var stem = projectPath.Substring(0, projectPath.LastIndexOf('.'));
        var name = Clean(stem);
        if (name != stem || name.Length > Longest || !taken.Add(name))
        {
            name = name.Substring(0, Math.Min(name.Length, Longest)) + "-" + Hash(projectPath);
            while (!taken.Add(name))
            {
                name += "_";
            }
        }

        return name;
    }

    private static string Clean(string path)
    {
        var clean = new StringBuilder(path.Length);
        foreach (var segment in path.Split('/').Select(segment => segment.TrimEnd('.')).Where(segment => segment.Length > 0))
        {
            clean.Append(clean.Length == 0 ? string.Empty : "/");
            foreach (var c in segment)
            {
                clean.Append(char.IsLetterOrDigit(c) || c is '_' or '-' or '.' ? c : '_');
            }
        }

        return clean.ToString();
    }

    // FNV-1a: the same on every machine and in every process.
    private static string Hash(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in text)
        {
            hash = unchecked((hash ^ c) * 1099511628211UL);
        }

        return hash.ToString("x16", CultureInfo.InvariantCulture);
    }
}

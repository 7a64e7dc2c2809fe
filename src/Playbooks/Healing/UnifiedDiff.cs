using System.Globalization;
using System.Text;

namespace Playbooks.Healing;

/// <summary>A change of a text as a unified diff, as <c>git apply</c> and <c>patch</c> read it.</summary>
internal static class UnifiedDiff
{
    private const int Context = 3;

    /// <summary>Returns the diff between two texts, or an empty text if they are equal.</summary>
    /// <param name="path">The path of the file, for the header.</param>
    /// <param name="before">The old text.</param>
    /// <param name="after">The new text.</param>
    public static string Create(string path, string before, string after)
    {
        var (old, changed) = (Lines(before), Lines(after));
        var changes = Changes(old, changed);
        if (changes.Count == 0)
        {
            return string.Empty;
        }

        var name = path.Replace('\\', '/').TrimStart('/');
        var diff = new StringBuilder($"--- a/{name}\n+++ b/{name}\n");
        for (var first = 0; first < changes.Count;)
        {
            var last = first;
            while (last + 1 < changes.Count && changes[last + 1].Old - changes[last].OldEnd <= 2 * Context)
            {
                last++;
            }

            Write(diff, old, changed, changes.GetRange(first, last - first + 1));
            first = last + 1;
        }

        return diff.ToString();
    }

    /// <summary>Applies a diff of one file.</summary>
    /// <returns>The new text, or null if the diff does not fit the text.</returns>
    /// <exception cref="FormatException">The text is not a unified diff of one file.</exception>
    public static string? Apply(string diff, string text)
    {
        var lines = Lines(text);
        var patch = diff.Split('\n');
        if (patch.Count(static line => line.StartsWith("--- ", StringComparison.Ordinal)) != 1 || !patch.Any(static line => line.StartsWith("@@", StringComparison.Ordinal)))
        {
            throw new FormatException("The text is not a unified diff of one file.");
        }

        var from = 0;
        var result = new List<string>();
        for (var at = 0; at < patch.Length; at++)
        {
            if (!patch[at].StartsWith("@@", StringComparison.Ordinal))
            {
                continue;
            }

            List<string> expected = [];
            List<string> replacement = [];
            for (at++; at < patch.Length && !patch[at].StartsWith("@@", StringComparison.Ordinal); at++)
            {
                Read(patch[at], expected, replacement);
            }

            at--;
            var place = Find(lines, expected, from);
            if (place < 0)
            {
                return null;
            }

            result.AddRange(lines[from..place]);
            result.AddRange(replacement);
            from = place + expected.Count;
        }

        result.AddRange(lines[from..]);
        return string.Join('\n', result);
    }

    private static void Read(string line, List<string> expected, List<string> replacement)
    {
        switch (line)
        {
            case [' ', .. var same]:
                expected.Add(same);
                replacement.Add(same);
                break;
            case ['-', .. var removed]:
                expected.Add(removed);
                break;
            case ['+', .. var added]:
                replacement.Add(added);
                break;
            case "" or ['\\', ..]:
                break;
            default:
                throw new FormatException($"The line '{line}' does not belong in a unified diff.");
        }
    }

    private static int Find(string[] lines, List<string> expected, int from)
    {
        for (var place = from; place + expected.Count <= lines.Length; place++)
        {
            if (lines.AsSpan(place, expected.Count).SequenceEqual(expected.ToArray()))
            {
                return place;
            }
        }

        return -1;
    }

    private static void Write(StringBuilder diff, string[] old, string[] changed, List<Change> changes)
    {
        var before = Math.Min(Context, changes[0].Old);
        var (start, end) = (changes[0].Old - before, Math.Min(old.Length, changes[^1].OldEnd + Context));
        if (end == old.Length && end > start && old[^1].Length == 0)
        {
            end--;
        }

        var newStart = changes[0].New - before;
        var added = changes.Sum(static one => one.NewEnd - one.New - (one.OldEnd - one.Old));
        diff.Append(CultureInfo.InvariantCulture, $"@@ -{start + 1},{end - start} +{newStart + 1},{end - start + added} @@\n");
        var line = start;
        foreach (var change in changes)
        {
            Append(diff, ' ', old[line..change.Old]);
            Append(diff, '-', old[change.Old..change.OldEnd]);
            Append(diff, '+', changed[change.New..change.NewEnd]);
            line = change.OldEnd;
        }

        Append(diff, ' ', old[line..end]);
    }

    private static void Append(StringBuilder diff, char sign, string[] lines)
    {
        foreach (var line in lines)
        {
            diff.Append(sign).Append(line).Append('\n');
        }
    }

    /// <summary>Finds the changed lines. The texts differ in few places, so the next common line is near.</summary>
    private static List<Change> Changes(string[] old, string[] changed)
    {
        var changes = new List<Change>();
        var (left, right) = (0, 0);
        while (left < old.Length || right < changed.Length)
        {
            if (left < old.Length && right < changed.Length && old[left] == changed[right])
            {
                left++;
                right++;
                continue;
            }

            var (nextLeft, nextRight) = Resume(old, changed, left, right);
            changes.Add(new(left, nextLeft, right, nextRight));
            (left, right) = (nextLeft, nextRight);
        }

        return changes;
    }

    private static (int Left, int Right) Resume(string[] old, string[] changed, int left, int right)
    {
        for (var distance = 1; distance <= old.Length - left + changed.Length - right; distance++)
        {
            for (var skip = 0; skip <= distance; skip++)
            {
                var (a, b) = (left + skip, right + distance - skip);
                if (a < old.Length && b < changed.Length && old[a] == changed[b] && (a + 1 >= old.Length || b + 1 >= changed.Length || old[a + 1] == changed[b + 1]))
                {
                    return (a, b);
                }
            }
        }

        return (old.Length, changed.Length);
    }

    private static string[] Lines(string text) => text.Split('\n');

    private sealed record Change(int Old, int OldEnd, int New, int NewEnd);
}

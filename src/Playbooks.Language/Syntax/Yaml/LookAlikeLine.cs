using Playbooks.Language.Syntax.Text;

namespace Playbooks.Language.Syntax.Yaml;

/// <summary>Finds, in a line's indentation, dash, key or colon, a character that only looks like the one that belongs there.</summary>
internal static class LookAlikeLine
{
    public static LineFix? Find(string line)
    {
        var head = Head(line);
        var index = LookAlikes.IndexIn(head);
        if (index < 0)
        {
            return null;
        }

        var plain = LookAlikes.Plain(head);
        var rest = line.Substring(head.Length);
        var separated = plain.EndsWith(":", StringComparison.Ordinal) && rest.Length > 0 ? plain + " " : plain;
        return new(
            index,
            $"The line contains {LookAlikes.Describe(line[index])}.",
            separated + rest,
            separated.Length == head.Length ? separated + rest : null);
    }

    /// <summary>The line up to its value, with any characters in place of its spaces, dashes, and colons.</summary>
    private static string Head(string line)
    {
        var at = 0;
        while (at < line.Length && PlainAt(line, at) is " " or "-" or "")
        {
            at++;
        }

        while (at < line.Length && (char.IsLetterOrDigit(line[at]) || PlainAt(line, at) is "_" or ""))
        {
            at++;
        }

        while (at < line.Length && PlainAt(line, at) is " " or ":" or "")
        {
            at++;
        }

        return line.Substring(0, at);
    }

    private static string PlainAt(string line, int index) => LookAlikes.Plain(line[index].ToString());
}

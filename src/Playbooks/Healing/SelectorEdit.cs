using System.Text.RegularExpressions;

namespace Playbooks.Healing;

/// <summary>Puts a selector first in the chain of a step, and keeps the one that was first as the first fallback.</summary>
internal static partial class SelectorEdit
{
    /// <summary>Returns the text of the playbook with the changed selector, or null if it is written in a way that cannot be changed safely.</summary>
    /// <param name="text">The text of the playbook.</param>
    /// <param name="at">The selector of the step.</param>
    /// <param name="selector">The selector that works, as it is to be written.</param>
    /// <param name="old">The primary selector as written.</param>
    public static string? Apply(string text, StepSelector at, string selector, string old)
    {
        var value = text[at.Start..at.End];
        if (value.Contains(Quoted(selector), StringComparison.Ordinal))
        {
            return null;
        }

        if (value.StartsWith('{'))
        {
            return Chain(text, at, selector, old, isFlow: true);
        }

        if (value.TrimStart(' ').StartsWith('\n') || value.StartsWith('\r') || value.StartsWith('#'))
        {
            return Chain(text, at, selector, old, isFlow: false);
        }

        return value.Contains('\n', StringComparison.Ordinal) ? null
            : text[..at.Start] + $"{{ primary: {Quoted(selector)}, fallbacks: [{Quoted(old)}] }}" + text[at.End..];
    }

    private static string? Chain(string text, StepSelector at, string selector, string old, bool isFlow)
    {
        var value = text[at.Start..at.End];
        if (Primary().Match(value) is not { Success: true } primary)
        {
            return null;
        }

        var start = at.Start + primary.Index + primary.Length;
        var end = YamlScanner.EndOfScalar(text, start, isFlow);
        if (text.AsSpan(start, end - start).IndexOf('\n') >= 0)
        {
            return null;
        }

        var fallbacks = Fallbacks().Match(value);
        var after = fallbacks.Success ? at.Start + fallbacks.Index + fallbacks.Length : -1;
        string? changed = null;
        if (!fallbacks.Success)
        {
            // The key goes beside its primary: on the same line, or on the next.
            changed = isFlow
                ? text.Insert(end, $", fallbacks: [{Quoted(old)}]")
                : text.Insert(EndOfLine(text, end), $"{NewLine(text)}{new string(' ', Column(text, at.Start + primary.Groups[1].Index))}fallbacks: [{Quoted(old)}]");
        }
        else if (after < at.End && text[after] == '[')
        {
            var isEmpty = text[(after + 1)..at.End].TrimStart().StartsWith(']');
            changed = text.Insert(after + 1, Quoted(old) + (isEmpty ? string.Empty : ", "));
        }
        else if (Item().Match(text, after) is { Success: true } item && item.Index == after)
        {
            changed = text.Insert(item.Groups[1].Index, $"{item.Groups[1].Value}- {Quoted(old)}{NewLine(text)}");
        }

        // What was inserted is after the primary, or before it if the fallbacks are written first.
        return changed is null ? null
            : after < 0 || after > end ? changed[..start] + Quoted(selector) + changed[end..]
            : null;
    }

    private static string Quoted(string selector) => $"'{selector.Replace("'", "''", StringComparison.Ordinal)}'";

    private static int Column(string text, int at) => at - (text.LastIndexOf('\n', at - 1) + 1);

    private static int EndOfLine(string text, int at) =>
        text.IndexOf('\n', at) is var end and >= 0 ? end > at && text[end - 1] == '\r' ? end - 1 : end : text.Length;

    private static string NewLine(string text) => text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";

    [GeneratedRegex(@"(?<=[\s{,])(primary)\s*:\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Primary();

    [GeneratedRegex(@"(?<=[\s{,])fallbacks\s*:[ \t]*", RegexOptions.CultureInvariant)]
    private static partial Regex Fallbacks();

    [GeneratedRegex(@"\r?\n([ \t]*)- ", RegexOptions.CultureInvariant)]
    private static partial Regex Item();
}

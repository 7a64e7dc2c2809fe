using Playbooks.Language.Syntax.Text;

namespace Playbooks.Language.Syntax.Yaml;

/// <summary>Corrects the brackets and commas of <c>{ key: value }</c> and <c>[ item ]</c> on one line.</summary>
internal static class FlowBrackets
{
    private const int MostCommas = 10;

    public static IEnumerable<LineFix> Find(string line)
    {
        var open = new Stack<int>();
        var commas = new List<LineFix>();
        for (var at = 0; at < line.Length; at++)
        {
            if (LineValue.OpensQuote(line, at))
            {
                at = LineValue.AfterQuote(line, at) - 1;
                if (at < 0)
                {
                    yield break;
                }
            }
            else if (line[at] == '#' && at > 0 && line[at - 1] == ' ')
            {
                break;
            }
            else if (line[at] is '{' or '[')
            {
                open.Push(at);
            }
            else if (line[at] is '}' or ']')
            {
                if (open.Count == 0)
                {
                    if (line.Trim().Length > 1)
                    {
                        yield return Extra(line, at);
                    }

                    yield break;
                }

                if (line[at] != CloserOf(line[open.Peek()]))
                {
                    foreach (var fix in Mismatch(line, open, at))
                    {
                        yield return fix;
                    }

                    yield break;
                }

                open.Pop();
                if (open.Count == 0 && TextAfter(line, at) is { } text)
                {
                    yield return text;
                }
            }
            else if (line[at] == ',' && open.Count > 0 && line.Substring(0, at).TrimEnd() is { Length: > 0 } before && before[before.Length - 1] is ',' or '[' or '{')
            {
                yield return new(at, "There is nothing before this ','.", before + line.Substring(at + 1));
            }
            else if (line[at] == ':' && open.Count > 0 && MissingComma(line, at) is { } comma)
            {
                commas.Add(comma);
                yield return comma;
            }
        }

        if (commas.Count > 1)
        {
            // Each was made of the line itself, so the others are put in from the right.
            var all = line;
            foreach (var comma in Enumerable.Reverse(commas))
            {
                all = MissingComma(all, all.IndexOf(':', comma.Index))!.Corrected;
            }

            yield return commas[0] with { Corrected = all };
        }

        foreach (var fix in open.Count > 0 ? Unclosed(line, open) : [])
        {
            yield return fix;
        }
    }

    /// <summary>The line with what closes its brackets: at its end, or for an inner one before the next keys.</summary>
    private static IEnumerable<LineFix> Unclosed(string line, Stack<int> open)
    {
        var end = LineValue.End(line, 0);
        var content = line.Substring(0, end).TrimEnd(',', ' ');
        yield return new(open.Peek(), NotClosed(line[open.Peek()]), content + string.Concat(open.Select(bracket => Closer(line, bracket))) + line.Substring(end)) { IsWholeLine = true };

        // An inner bracket that is not closed takes the end of the outer one.
        var inner = Inner(line, open.Peek());
        foreach (var comma in inner < 0 ? [] : FlowValues.In(line, inner).Select(value => value.End).Where(at => at < line.Length && line[at] == ',').Take(MostCommas))
        {
            yield return new(inner, NotClosed(line[inner]), line.Substring(0, comma) + Closer(line, inner) + line.Substring(comma)) { IsWholeLine = true };
        }
    }

    /// <summary>Index of the last bracket inside another one that opens a value of its own; -1: there is none.</summary>
    private static int Inner(string line, int outer)
    {
        for (var at = line.Length - 1; at > outer; at--)
        {
            if (line[at] is '{' or '[' && line[at - 1] == ' ' && (at + 1 == line.Length || line[at + 1] is ' ' or '"' || line[at] == '['))
            {
                return at;
            }
        }

        return -1;
    }

    private static string Closer(string line, int bracket) =>
        (line[bracket] == '{' && bracket + 1 < line.Length && line[bracket + 1] == ' ' ? " " : string.Empty) + CloserOf(line[bracket]);

    /// <summary>The sentence about a bracket that has no end.</summary>
    public static string NotClosed(char bracket) => $"The '{bracket}' that opens here is not closed.";

    private static char CloserOf(char bracket) => bracket == '{' ? '}' : ']';

    private static LineFix Extra(string line, int at)
    {
        var before = line.Substring(0, at);
        return new(at, $"This '{line[at]}' has no matching opening bracket.", (before.TrimEnd().EndsWith(":", StringComparison.Ordinal) ? before : before.TrimEnd()) + line.Substring(at + 1));
    }

    private static IEnumerable<LineFix> Mismatch(string line, Stack<int> open, int at)
    {
        var closer = CloserOf(line[open.Peek()]);
        if (open.Skip(1).Any(outer => CloserOf(line[outer]) == line[at]))
        {
            var inside = line.Substring(0, at).TrimEnd();
            yield return new(open.Peek(), NotClosed(line[open.Peek()]), inside + closer + line.Substring(inside.Length));
        }

        yield return new(at, $"This '{line[at]}' must be a '{closer}', because the '{line[open.Peek()]}' is not closed.", line.Substring(0, at) + closer + line.Substring(at + 1));
    }

    /// <summary>What follows the last bracket of a value and is neither a key's colon nor a comment.</summary>
    private static LineFix? TextAfter(string line, int close)
    {
        var next = Whitespace.Skip(line, close + 1);
        return next == line.Length || line[next] is '#' or ':' or '}' or ']' or ',' && next + 1 < line.Length && line.Substring(next + 1).Trim().Length > 0 ? null
            : line.Substring(next).TrimEnd() is { Length: 1 } sign && char.IsPunctuation(sign[0])
                ? new(next, $"Remove the '{sign}' after the closing '{line[close]}'.", line.Substring(0, close + 1))
                : new(next, $"There is text after the closing '{line[close]}'.", line.Substring(0, close + 1)) { IsAtStop = true, IsProofOnly = true };
    }

    /// <summary>The line with a comma before the key of a colon, if a value directly precedes that key.</summary>
    private static LineFix? MissingComma(string line, int colon)
    {
        var value = Whitespace.Skip(line, colon + 1);
        if (value == colon + 1 || value == line.Length || line[value] is ',' or '}' or ']')
        {
            return null;
        }

        var key = LineValue.WordStart(line, colon);
        var before = line.Substring(0, key).TrimEnd(' ', ';');
        return key == colon || key == 0 || line[key - 1] != ' ' || before.Length == 0 || before[before.Length - 1] is ',' or '{' or '[' or ':' or '-' ? null
            : new(key, $"A ',' is missing before '{line.Substring(key, colon - key)}'.", before + ", " + line.Substring(key)) { IsWholeLine = true };
    }
}

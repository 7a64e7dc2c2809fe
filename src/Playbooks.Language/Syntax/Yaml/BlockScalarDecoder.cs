using YamlDotNet.Core;

namespace Playbooks.Language.Syntax.Yaml;

/// <summary>Reads literal (<c>|</c>) and folded (<c>&gt;</c>) scalars, noting where each character came from.</summary>
internal static class BlockScalarDecoder
{
    public static void Decode(string source, ScalarNode node, ScalarTrail trail)
    {
        var end = Math.Min(node.ScalarEnd, source.Length);
        var at = node.Start;
        var chomping = 0;
        while (at < end && ScalarDecoder.BreakLength(source, at, end) == 0)
        {
            if (source[at] == '#')
            {
                at = SkipLine(source, at, end);
                break;
            }

            chomping = source[at] switch { '+' => 1, '-' => -1, _ => chomping };
            at++;
        }

        at += ScalarDecoder.BreakLength(source, at, end);
        Body(source, at, end, Indentation(source, at, end, node.Value), node.Style == ScalarStyle.Literal, chomping, trail);
    }

    /// <summary>
    /// How far the body is indented: what the first line with a word has in the source and not in the value. It cannot be
    /// read from the header, whose number counts from the parent's indentation.
    /// </summary>
    private static int Indentation(string source, int at, int end, string value)
    {
        var inSource = LeadingBlanks(source, at, end);
        return inSource < 0 ? int.MaxValue : Math.Max(0, inSource - Math.Max(0, LeadingBlanks(value, 0, value.Length)));
    }

    private static int LeadingBlanks(string text, int at, int end)
    {
        var blanks = 0;
        for (; at < end; at++)
        {
            if (text[at] is '\n' or '\r')
            {
                blanks = 0;
            }
            else if (text[at] == ' ')
            {
                blanks++;
            }
            else
            {
                return blanks;
            }
        }

        return -1;
    }

    private static void Body(string source, int at, int end, int indent, bool literal, int chomping, ScalarTrail trail)
    {
        var firstBreak = new ScalarTrail();
        var laterBreaks = new ScalarTrail();
        var afterBlank = false;
        at = Breaks(source, at, end, indent, laterBreaks, out var column);
        while (at < end && column == indent)
        {
            var startsBlank = source[at] is ' ' or '\t';
            if (!literal && firstBreak.Count > 0 && !afterBlank && !startsBlank)
            {
                if (laterBreaks.Count == 0)
                {
                    firstBreak.Blank(trail, at);
                }

                firstBreak.Clear();
            }
            else
            {
                trail.Take(firstBreak);
            }

            trail.Take(laterBreaks);
            afterBlank = startsBlank;
            while (at < end && ScalarDecoder.BreakLength(source, at, end) == 0)
            {
                trail.Add(source[at], at, at + 1);
                at++;
            }

            var length = ScalarDecoder.BreakLength(source, at, end);
            if (length > 0)
            {
                firstBreak.Add('\n', at, at + length);
                at += length;
            }

            at = Breaks(source, at, end, indent, laterBreaks, out column);
        }

        if (chomping >= 0)
        {
            trail.Take(firstBreak);
        }

        if (chomping > 0)
        {
            trail.Take(laterBreaks);
        }
    }

    /// <summary>Skips indentation and empty lines, collecting the breaks. Returns the indentation of the next line.</summary>
    private static int Breaks(string source, int at, int end, int indent, ScalarTrail breaks, out int column)
    {
        while (true)
        {
            column = 0;
            while (at < end && column < indent && source[at] == ' ')
            {
                at++;
                column++;
            }

            var length = ScalarDecoder.BreakLength(source, at, end);
            if (length == 0)
            {
                return at;
            }

            breaks.Add('\n', at, at + length);
            at += length;
        }
    }

    private static int SkipLine(string source, int at, int end)
    {
        while (at < end && ScalarDecoder.BreakLength(source, at, end) == 0)
        {
            at++;
        }

        return at;
    }

    /// <summary>Writes the space that replaces a folded line break, at the place of the break.</summary>
    private static void Blank(this ScalarTrail firstBreak, ScalarTrail trail, int end) => trail.Add(' ', firstBreak.Starts[0], end);
}

using YamlDotNet.Core;

namespace Playbooks.Language.Syntax.Yaml;

/// <summary>Reads a scalar a second time, as the parser did, and notes where each character came from.</summary>
internal static class ScalarDecoder
{
    public static void Decode(string source, ScalarNode node, ScalarTrail trail)
    {
        switch (node.Style)
        {
            case ScalarStyle.SingleQuoted:
            case ScalarStyle.DoubleQuoted:
                Flow(source, node.Start + 1, node.ScalarEnd - 1, node.Style, trail);
                break;
            case ScalarStyle.Literal:
            case ScalarStyle.Folded:
                BlockScalarDecoder.Decode(source, node, trail);
                break;
            default:
                Flow(source, node.Start, node.ScalarEnd, node.Style, trail);
                break;
        }
    }

    /// <summary>Whether a line break starts here; how long it is.</summary>
    internal static int BreakLength(string source, int at, int end)
    {
        if (at >= end)
        {
            return 0;
        }

        return source[at] switch
        {
            '\n' => 1,
            '\r' => at + 1 < source.Length && source[at + 1] == '\n' ? 2 : 1,
            _ => 0,
        };
    }

    private static bool IsBlank(char character) => character is ' ' or '\t';

    private static void Flow(string source, int at, int end, ScalarStyle style, ScalarTrail trail)
    {
        end = Math.Min(end, source.Length);
        var blanks = new ScalarTrail();
        var laterBreaks = new ScalarTrail();
        while (at < end)
        {
            var escapedBreak = false;
            while (at < end && !IsBlank(source[at]) && BreakLength(source, at, end) == 0)
            {
                if (style == ScalarStyle.SingleQuoted && source[at] == '\'' && at + 1 < end)
                {
                    trail.Add('\'', at, at + 2);
                    at += 2;
                }
                else if (style == ScalarStyle.DoubleQuoted && source[at] == '\\' && BreakLength(source, at + 1, end) is var length and > 0)
                {
                    at += 1 + length;
                    escapedBreak = true;
                    break;
                }
                else if (style == ScalarStyle.DoubleQuoted && source[at] == '\\')
                {
                    at = Escape(source, at, end, trail);
                }
                else
                {
                    trail.Add(source[at], at, at + 1);
                    at++;
                }
            }

            at = Blanks(source, at, end, escapedBreak, blanks, laterBreaks, trail);
        }
    }

    /// <summary>Reads and folds whitespace and line breaks.</summary>
    private static int Blanks(string source, int at, int end, bool escapedBreak, ScalarTrail blanks, ScalarTrail laterBreaks, ScalarTrail trail)
    {
        var hasBreak = escapedBreak;
        var breakStart = -1;
        while (at < end)
        {
            var length = BreakLength(source, at, end);
            if (length > 0)
            {
                if (hasBreak)
                {
                    laterBreaks.Add('\n', at, at + length);
                }
                else
                {
                    blanks.Clear();
                    breakStart = at;
                    hasBreak = true;
                }

                at += length;
            }
            else if (IsBlank(source[at]))
            {
                if (!hasBreak)
                {
                    blanks.Add(source[at], at, at + 1);
                }

                at++;
            }
            else
            {
                break;
            }
        }

        if (!hasBreak)
        {
            trail.Take(blanks);
        }
        else if (breakStart >= 0 && laterBreaks.Count == 0)
        {
            trail.Add(' ', breakStart, at);
        }
        else
        {
            trail.Take(laterBreaks);
        }

        blanks.Clear();
        return at;
    }

    private static int Escape(string source, int at, int end, ScalarTrail trail)
    {
        if (at + 1 >= end)
        {
            trail.Add('\\', at, at + 1);
            return at + 1;
        }

        var digits = source[at + 1] switch { 'x' => 2, 'u' => 4, 'U' => 8, _ => 0 };
        if (digits == 0)
        {
            trail.Add(Simple(source[at + 1]), at, at + 2);
            return at + 2;
        }

        var stop = Math.Min(at + 2 + digits, end);
        var code = Hex(source, at + 2, stop);

        // Two escapes may spell the halves of one character.
        if (code is >= 0xD800 and <= 0xDBFF && stop + 6 <= end && source[stop] == '\\' && source[stop + 1] == 'u')
        {
            var low = Hex(source, stop + 2, stop + 6);
            if (low is >= 0xDC00 and <= 0xDFFF)
            {
                trail.Add((char)code, at, stop + 6);
                trail.Add((char)low, at, stop + 6);
                return stop + 6;
            }
        }

        if (code <= 0xFFFF)
        {
            trail.Add((char)code, at, stop);
        }
        else if (code <= 0x10FFFF)
        {
            foreach (var half in char.ConvertFromUtf32(code))
            {
                trail.Add(half, at, stop);
            }
        }

        return stop;
    }

    private static int Hex(string source, int start, int end)
    {
        long code = 0;
        for (var i = start; i < end; i++)
        {
            var digit = source[i] switch
            {
                >= '0' and <= '9' => source[i] - '0',
                >= 'a' and <= 'f' => source[i] - 'a' + 10,
                >= 'A' and <= 'F' => source[i] - 'A' + 10,
                _ => 0,
            };
            code = (code << 4) + digit;
        }

        return code > 0x10FFFF ? 0x110000 : (int)code;
    }

    private static char Simple(char code) => code switch
    {
        '0' => '\0',
        'a' => '\a',
        'b' => '\b',
        't' or '\t' => '\t',
        'n' => '\n',
        'v' => '\v',
        'f' => '\f',
        'r' => '\r',
        'e' => '\u001B',
        'N' => '\u0085',
        '_' => '\u00A0',
        'L' => '\u2028',
        'P' => '\u2029',
        _ => code,
    };
}

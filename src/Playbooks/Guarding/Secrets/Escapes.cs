using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text;
using Playbooks.Guarding.Urls;

namespace Playbooks.Guarding.Secrets;

/// <summary>Decodes one kind of escaping.</summary>
internal abstract class Escapes
{
    private static readonly SearchValues<byte> HexDigits = SearchValues.Create("0123456789abcdefABCDEF"u8);

    /// <summary>Gets the escapes of JSON and JavaScript: <c>\n</c>, <c>\"</c>, <c>\u00fc</c>, <c>\xfc</c>.</summary>
    public static Escapes Json { get; } = new JsonEscapes();

    /// <summary>Gets the escapes of URLs: <c>%C3%BC</c>.</summary>
    public static Escapes Url { get; } = new UrlEscapes((byte)'%');

    /// <summary>Gets the escapes of forms: those of URLs, and <c>+</c> for a space.</summary>
    public static Escapes Form { get; } = new UrlEscapes((byte)'%', (byte)'+');

    /// <summary>Gets the escapes of HTML: <c>&amp;uuml;</c>, <c>&amp;#252;</c>, <c>&amp;#xfc;</c>.</summary>
    public static Escapes Html { get; } = new HtmlEscapes();

    /// <summary>Gets the escapes of CSS, with which selectors contain values: <c>\22 </c>.</summary>
    public static Escapes Css { get; } = new CssEscapes();

    /// <summary>Gets the parts of XPath's <c>concat()</c>, with which selectors contain quotes and backslashes: <c>", '"', "</c>.</summary>
    public static Escapes XPath { get; } = new XPathEscapes();

    /// <summary>Gets the doubled quotes of YAML, such as that of aria snapshots, and of CSV: <c>''</c> and <c>""</c>.</summary>
    public static Escapes DoubledQuotes { get; } = new QuoteEscapes();

    /// <summary>Gets the tags of HTML, which decode to nothing.</summary>
    public static Escapes Tags { get; } = new TagEscapes();

    /// <summary>Gets the bytes with which an escape can start.</summary>
    protected abstract SearchValues<byte> Marks { get; }

    /// <summary>Decodes escapes.</summary>
    /// <param name="from">The bytes, which can contain escapes.</param>
    /// <param name="around">The number of bytes around an escape to include.</param>
    /// <returns>The parts around escapes, separated by a zero unless they are adjacent, or null if there are no escapes.</returns>
    public DecodedBytes? Undo(in ByteSource from, int around)
    {
        DecodedBytes? decoded = null;
        Span<byte> character = stackalloc byte[8];
        var done = 0;
        for (var at = Next(from.Bytes, 0); at >= 0;)
        {
            var (length, written) = Read(from.Bytes[at..], character);
            if (length > 0)
            {
                decoded ??= new(Math.Min(from.Bytes.Length, 4096));
                if (at - done > 2 * around)
                {
                    CopyFar(decoded, from, done, at, around);
                }
                else
                {
                    decoded.Copy(from, done, at);
                }

                decoded.Add(character[..written], from.PlaceOf(at), from.PlaceOf(at + length));
                done = at + length;
            }

            at = Next(from.Bytes, at + Math.Max(length, 1));
        }

        decoded?.Copy(from, done, Math.Min(done + around, from.Bytes.Length));
        return decoded;
    }

    /// <summary>Reads an escape.</summary>
    /// <param name="text">The text, which starts with a possible escape.</param>
    /// <param name="character">Receives the decoded bytes. A character is encoded in UTF-8.</param>
    /// <returns>The length of the escape, or 0 if there is none, and the number of decoded bytes.</returns>
    protected abstract (int Length, int Written) Read(ReadOnlySpan<byte> text, Span<byte> character);

    protected static int Encode(int codePoint, Span<byte> character) =>
        Rune.IsValid(codePoint) ? new Rune(codePoint).EncodeToUtf8(character) : 0;

    /// <summary>Parses hexadecimal digits. Returns -1 if they are invalid.</summary>
    protected static int Hex(ReadOnlySpan<byte> digits) =>
        int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number) ? number : -1;

    private static void CopyFar(DecodedBytes decoded, in ByteSource from, int start, int end, int around)
    {
        if (start > 0)
        {
            decoded.Copy(from, start, start + around);
        }

        decoded.Add([0], from.PlaceOf(start > 0 ? start + around : 0), from.PlaceOf(end - around));
        decoded.Copy(from, end - around, end);
    }

    private int Next(ReadOnlySpan<byte> text, int from)
    {
        var next = from < text.Length ? text[from..].IndexOfAny(Marks) : -1;
        return next < 0 ? -1 : from + next;
    }

    private sealed class UrlEscapes(params byte[] marks) : Escapes
    {
        protected override SearchValues<byte> Marks { get; } = SearchValues.Create(marks);

        protected override (int Length, int Written) Read(ReadOnlySpan<byte> text, Span<byte> character)
        {
            if (text[0] == '+')
            {
                character[0] = (byte)' ';
                return (1, 1);
            }

            if (text.Length < 3 || Hex(text[1..3]) is var value && value < 0)
            {
                return (0, 0);
            }

            character[0] = (byte)value;
            return (3, 1);
        }
    }

    private sealed class JsonEscapes : Escapes
    {
        protected override SearchValues<byte> Marks { get; } = SearchValues.Create("\\"u8);

        protected override (int Length, int Written) Read(ReadOnlySpan<byte> text, Span<byte> character)
        {
            if (text.Length < 2)
            {
                return (0, 0);
            }

            if (text[1] == 'u' && text.Length >= 6 && Hex(text[2..6]) is var unit and >= 0)
            {
                var isPair = char.IsHighSurrogate((char)unit) && text.Length >= 12 && text[6] == '\\' && text[7] == 'u';
                return isPair && Hex(text[8..12]) is var low && char.IsLowSurrogate((char)low)
                    ? (12, Encode(char.ConvertToUtf32((char)unit, (char)low), character))
                    : (6, Encode(unit, character));
            }

            if (text[1] == 'x' && text.Length >= 4 && Hex(text[2..4]) is var code and >= 0)
            {
                return (4, Encode(code, character));
            }

            character[0] = text[1] switch
            {
                (byte)'n' => (byte)'\n',
                (byte)'r' => (byte)'\r',
                (byte)'t' => (byte)'\t',
                (byte)'b' => (byte)'\b',
                (byte)'f' => (byte)'\f',
                (byte)'v' => (byte)'\v',
                var itself => itself,
            };
            return (2, 1);
        }
    }

    private sealed class CssEscapes : Escapes
    {
        private const int MostDigits = 6;

        protected override SearchValues<byte> Marks { get; } = SearchValues.Create("\\"u8);

        protected override (int Length, int Written) Read(ReadOnlySpan<byte> text, Span<byte> character)
        {
            var digits = text[1..Math.Min(text.Length, 1 + MostDigits)];
            var end = digits.IndexOfAnyExcept(HexDigits);
            digits = end < 0 ? digits : digits[..end];
            if (digits.IsEmpty)
            {
                return (0, 0);
            }

            // The space after the digits belongs to them.
            var length = 1 + digits.Length;
            return (length < text.Length && text[length] == ' ' ? length + 1 : length, Encode(Hex(digits), character));
        }
    }

    private sealed class XPathEscapes : Escapes
    {
        protected override SearchValues<byte> Marks { get; } = SearchValues.Create("\"'s"u8);

        protected override (int Length, int Written) Read(ReadOnlySpan<byte> text, Span<byte> character)
        {
            // What ends before the first separate character: a string, and the calls around it.
            var at = text[0] == 's' ? 0 : 1;
            if (at > 0)
            {
                at += text[at..].IndexOfAnyExcept((byte)')') is var more and > 0 ? more : 0;
                if (!Skip(text, ", "u8, ref at))
                {
                    return (0, 0);
                }
            }

            var length = 0;
            var written = 0;
            while (written < character.Length && Separate(text, ref at) is { } one)
            {
                character[written++] = one;
                length = at;
                if (!Skip(text, ", "u8, ref at))
                {
                    return (length, written);
                }
            }

            if (written == 0)
            {
                return (0, 0);
            }

            while (Skip(text, "concat("u8, ref at))
            {
            }

            return at < text.Length && text[at] is (byte)'"' or (byte)'\'' ? (at + 1, written) : (length, written);
        }

        private static byte? Separate(ReadOnlySpan<byte> text, ref int at) =>
            Skip(text, "'\"'"u8, ref at) ? (byte)'"'
            : Skip(text, "substring(\"\\.\",1,1)"u8, ref at) ? (byte)'\\'
            : null;

        private static bool Skip(ReadOnlySpan<byte> text, ReadOnlySpan<byte> part, ref int at)
        {
            if (!text[at..].StartsWith(part))
            {
                return false;
            }

            at += part.Length;
            return true;
        }
    }

    private sealed class QuoteEscapes : Escapes
    {
        protected override SearchValues<byte> Marks { get; } = SearchValues.Create("\"'"u8);

        protected override (int Length, int Written) Read(ReadOnlySpan<byte> text, Span<byte> character)
        {
            character[0] = text[0];
            return text.Length > 1 && text[1] == text[0] ? (2, 1) : (0, 0);
        }
    }

    private sealed class TagEscapes : Escapes
    {
        // A longer tag contains an image or a script, and never separates the letters of a text.
        private const int Longest = 2000;

        protected override SearchValues<byte> Marks { get; } = SearchValues.Create("<"u8);

        protected override (int Length, int Written) Read(ReadOnlySpan<byte> text, Span<byte> character)
        {
            var isTag = text.Length > 2 && (char.IsAsciiLetter((char)text[1]) || text[1] is (byte)'/' or (byte)'!');
            var end = isTag ? text[..Math.Min(text.Length, Longest)].IndexOf((byte)'>') : -1;
            return end < 0 ? (0, 0) : (end + 1, 0);
        }
    }

    private sealed class HtmlEscapes : Escapes
    {
        // The longest character name that WebUtility supports has eight letters.
        private const int Longest = 12;

        protected override SearchValues<byte> Marks { get; } = SearchValues.Create("&"u8);

        protected override (int Length, int Written) Read(ReadOnlySpan<byte> text, Span<byte> character)
        {
            var end = text[..Math.Min(text.Length, Longest)].IndexOf((byte)';');
            if (end < 2 || !Ascii.IsValid(text[..end]))
            {
                return (0, 0);
            }

            var written = Encoding.ASCII.GetString(text[..(end + 1)]);
            var read = WebUtility.HtmlDecode(written);
            return read == written || Encoding.UTF8.GetByteCount(read) > character.Length ? (0, 0) : (end + 1, Encoding.UTF8.GetBytes(read, character));
        }
    }
}

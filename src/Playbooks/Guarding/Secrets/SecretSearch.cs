using Playbooks.Guarding.Urls;

namespace Playbooks.Guarding.Secrets;

/// <summary>Finds secrets in bytes, in any encoding, and the start of a secret at the end of a truncated text.</summary>
internal sealed class SecretSearch
{
    /// <summary>The maximum nesting of encodings, such as a URL in JSON in HTML.</summary>
    public const int Depth = 3;

    // A byte as an escaped escape, such as %255Cu00fc or \u0026#x2b;. Only a backslash in XPath is longer.
    private const int LongestEscape = 14;

    private const int ShortestPiece = 4;

    private readonly byte[][] plain;
    private readonly byte[][] weak;
    private readonly byte[][] forms;
    private readonly byte[][] wide;
    private readonly Escapes[] escapes;
    private readonly int longest;

    public SecretSearch(IEnumerable<string> secrets)
    {
        var given = secrets.Where(static secret => secret.Length > 0).Distinct().ToList();
        var all = given.FindAll(static secret => !WeakSecret.Is(secret));
        var words = given.FindAll(WeakSecret.Is);
        weak = Different(words.SelectMany(SecretForms.Plain).Concat(words.SelectMany(SecretForms.InBase64)));
        plain = Different(all.SelectMany(SecretForms.Plain));
        forms = Different(plain.Concat(all.SelectMany(SecretForms.InBase64)));
        wide = Different(all.SelectMany(SecretForms.InUtf16));
        escapes = [.. Escaped(string.Concat(given))];
        longest = forms.Concat(weak).Select(static form => form.Length).DefaultIfEmpty(0).Max();
    }

    /// <summary>Gets whether there are no secrets.</summary>
    public bool IsEmpty => forms.Length == 0 && weak.Length == 0;

    /// <summary>Gets the maximum length of a match in bytes, including escapes.</summary>
    public int LongestMatch => longest * LongestEscape;

    /// <summary>Returns the positions of secrets in a text, without overlaps, in order.</summary>
    /// <param name="text">The text.</param>
    /// <param name="depth">The number of nested encodings to decode.</param>
    public IReadOnlyList<Range> Find(ReadOnlySpan<byte> text, int depth = Depth)
    {
        if (IsEmpty)
        {
            return [];
        }

        var found = new List<(int Start, int End)>();
        Collect(new(text), depth, found, binary: false);
        if (Escapes.Tags.Undo(new(text), longest) is { } untagged)
        {
            // Each letter can be in an element of its own. The tag after the last letter is kept.
            var across = new List<(int Start, int End)>();
            CollectForms(new ByteSource(untagged.Span), across);
            found.AddRange(across.Select(part => (untagged.PlaceOf(part.Start), untagged.PlaceOf(part.End - 1) + 1)));
        }

        return Merge(found);
    }

    /// <summary>Determines whether a text consists of a secret only.</summary>
    public bool IsSecret(ReadOnlySpan<byte> text)
    {
        foreach (var form in plain)
        {
            if (text.SequenceEqual(form))
            {
                return true;
            }
        }

        foreach (var form in weak)
        {
            if (text.SequenceEqual(form))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Determines whether a binary file contains a secret.</summary>
    public bool IsInBinary(ReadOnlySpan<byte> bytes)
    {
        foreach (var form in wide)
        {
            if (bytes.IndexOf(form) >= 0)
            {
                return true;
            }
        }

        var found = new List<(int Start, int End)>();
        Collect(new(bytes), Depth, found, binary: true);
        return found.Count > 0;
    }

    private static byte[][] Different(IEnumerable<byte[]> all) =>
        [.. all.DistinctBy(Convert.ToHexString).OrderByDescending(static form => form.Length)];

    /// <summary>Returns the kinds of escapes that change a text, and those that any text can be written with.</summary>
    private static IEnumerable<Escapes> Escaped(string text)
    {
        yield return Escapes.Json;
        yield return Escapes.Url;
        yield return Escapes.Html;
        if (text.Contains(' '))
        {
            yield return Escapes.Form;
        }

        if (text.AsSpan().ContainsAny('"', '\''))
        {
            yield return Escapes.DoubledQuotes;
        }

        if (text.AsSpan().ContainsAny('"', '\\'))
        {
            yield return Escapes.XPath;
        }

        // A digit is escaped, too, where it is the first character of an identifier.
        if (text.Any(static one => !char.IsAsciiLetter(one)))
        {
            yield return Escapes.Css;
        }
    }

    private void Collect(in ByteSource text, int depth, List<(int Start, int End)> found, bool binary)
    {
        CollectForms(text, found);
        if (!binary)
        {
            CollectWeak(text, found);
        }

        CollectPieces(text, found);
        if (depth > 0)
        {
            foreach (var escape in escapes)
            {
                // The context must be longer if there are more encodings to decode.
                if (escape.Undo(text, depth > 1 ? LongestMatch : longest) is { } decoded)
                {
                    Collect(new(decoded), depth - 1, found, binary);
                }
            }
        }
    }

    private void CollectForms(in ByteSource text, List<(int Start, int End)> found)
    {
        foreach (var form in forms)
        {
            for (var at = IndexOf(text.Bytes, form, 0); at >= 0; at = IndexOf(text.Bytes, form, at + 1))
            {
                found.Add((text.PlaceOf(at), text.PlaceOf(at + form.Length)));
            }
        }
    }

    /// <summary>Finds weak secrets. Not used for binary data, in which such short sequences occur by chance.</summary>
    private void CollectWeak(in ByteSource text, List<(int Start, int End)> found)
    {
        foreach (var form in weak)
        {
            for (var at = IndexOf(text.Bytes, form, 0); at >= 0; at = IndexOf(text.Bytes, form, at + 1))
            {
                if (!WeakSecret.IsWithinWord(text.Bytes, at, at + form.Length))
                {
                    found.Add((text.PlaceOf(at), text.PlaceOf(at + form.Length)));
                }
            }
        }
    }

    /// <summary>Finds the start of a secret before an ellipsis, with which Playwright and browsers truncate long texts.</summary>
    private void CollectPieces(in ByteSource text, List<(int Start, int End)> found)
    {
        for (var cut = IndexOf(text.Bytes, "\u2026"u8, 0); cut >= 0; cut = IndexOf(text.Bytes, "\u2026"u8, cut + 1))
        {
            foreach (var form in plain)
            {
                for (var length = Math.Min(form.Length - 1, cut); length >= ShortestPiece; length--)
                {
                    if (text.Bytes[(cut - length)..cut].SequenceEqual(form.AsSpan(0, length)))
                    {
                        found.Add((text.PlaceOf(cut - length), text.PlaceOf(cut)));
                        break;
                    }
                }
            }
        }
    }

    private static int IndexOf(ReadOnlySpan<byte> text, ReadOnlySpan<byte> form, int from)
    {
        while (from < text.Length)
        {
            var next = text[from..].IndexOf(form);
            if (next < 0)
            {
                return -1;
            }

            // A form of single bytes can match the first byte of a multi-byte character, which is not a match.
            var end = from + next + form.Length;
            if (end == text.Length || (text[end] & 0xC0) != 0x80)
            {
                return from + next;
            }

            from += next + 1;
        }

        return -1;
    }

    private static List<Range> Merge(List<(int Start, int End)> found)
    {
        var merged = new List<Range>();
        if (found.Count == 0)
        {
            return merged;
        }

        // If two secrets overlap, no part of either may remain.
        found.Sort();
        var (start, end) = found[0];
        foreach (var part in found)
        {
            if (part.Start >= end)
            {
                merged.Add(new(start, end));
                start = part.Start;
            }

            end = Math.Max(end, part.End);
        }

        merged.Add(new(start, end));
        return merged;
    }
}

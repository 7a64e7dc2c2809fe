namespace Playbooks.Guarding.Urls;

/// <summary>Texts and bytes as browsers turn one into the other for pages without a charset: windows-1252.</summary>
internal static class WesternBytes
{
    // Bytes 0x80 to 0x9F; those that stand for nothing are kept as they are.
    private const string High = "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    /// <summary>The text's bytes; null: it has characters that the encoding lacks.</summary>
    public static byte[]? Of(string text)
    {
        var bytes = new byte[text.Length];
        for (var at = 0; at < text.Length; at++)
        {
            var code = High.IndexOf(text[at], StringComparison.Ordinal) is var high and >= 0 ? 0x80 + high : text[at];
            if (code > byte.MaxValue)
            {
                return null;
            }

            bytes[at] = (byte)code;
        }

        return bytes;
    }

    /// <summary>The text that the bytes are read as.</summary>
    public static string Read(ReadOnlySpan<byte> bytes)
    {
        var text = new char[bytes.Length];
        for (var at = 0; at < bytes.Length; at++)
        {
            text[at] = bytes[at] is >= 0x80 and < 0xA0 ? High[bytes[at] - 0x80] : (char)bytes[at];
        }

        return new(text);
    }
}

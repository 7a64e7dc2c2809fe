using System.Text;
using Playbooks.Guarding.Urls;
using Playbooks.Texts;

namespace Playbooks.Guarding.Secrets;

/// <summary>
/// The bytes in which a secret turns up in logs, messages, pages and requests, once the escapes of JSON, URLs and HTML are undone (see
/// <see cref="Escapes"/>).
/// </summary>
internal static class SecretForms
{
    // Shorter pieces of base64 stand in any text by chance; a secret that short is found in its plain form.
    private const int ShortestBase64 = 4;

    // The last line of a key may be a single character, which stands everywhere.
    private const int ShortestLine = 4;

    /// <summary>As plain text: as it is, and as pages, forms and Playwright show it.</summary>
    public static IEnumerable<byte[]> Plain(string secret) => Texts(secret).Where(static text => text.Length > 0).Distinct().SelectMany(static text => Encoded(text));

    /// <summary>Within base64.</summary>
    public static IEnumerable<byte[]> InBase64(string secret) => Plain(secret).SelectMany(static bytes => Cores(bytes)).Select(Encoding.ASCII.GetBytes);

    /// <summary>In files that hold text of two bytes a character.</summary>
    public static IEnumerable<byte[]> InUtf16(string secret) =>
        Texts(secret).Where(static text => text.Length > 1).Distinct().Select(Encoding.Unicode.GetBytes);

    private static IEnumerable<string> Texts(string secret)
    {
        if (string.IsNullOrEmpty(secret))
        {
            yield break;
        }

        yield return secret;
        // As it is compared, and as messages show what is invisible in it.
        yield return LookAlikes.WithoutInvisible(secret);
        yield return LookAlikes.Shown(secret);
        yield return LookAlikes.ShownInFull(secret);
        // Without the blanks around it, blanks collapsed, line by line.
        yield return secret.Trim();
        yield return string.Join(' ', secret.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        foreach (var line in secret.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (line.Length >= ShortestLine)
            {
                yield return line;
            }
        }
    }

    private static IEnumerable<byte[]> Encoded(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        yield return bytes;
        if (Ascii.IsValid(text))
        {
            yield break;
        }

        // Read by a page without a charset.
        yield return Encoding.UTF8.GetBytes(WesternBytes.Read(bytes));
        if (WesternBytes.Of(text) is { } western)
        {
            // What a page without a charset sends, and btoa makes of a text; and the same read as UTF-8, as Playwright does, or as Latin-1.
            yield return western;
            yield return Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(western));
            yield return Encoding.UTF8.GetBytes(Encoding.Latin1.GetString(western));
        }
    }

    /// <summary>What stays the same of base64 wherever the bytes stand in what is encoded: one form for each of three shifts.</summary>
    private static IEnumerable<string> Cores(byte[] bytes)
    {
        yield return Convert.ToBase64String(bytes);
        for (var shift = 0; shift < 3; shift++)
        {
            var text = Convert.ToBase64String([.. new byte[shift], .. bytes]);
            // Characters that also hold bits of what stands before and behind the secret are left out.
            var first = ((shift * 8) + 5) / 6;
            var last = (shift + bytes.Length) * 8 / 6;
            if (last - first >= ShortestBase64)
            {
                var core = text[first..last];
                yield return core;
                yield return core.Replace('+', '-').Replace('/', '_');
            }
        }
    }
}

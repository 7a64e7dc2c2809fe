using System.Text;
using Playbooks.Guarding.Urls;
using Playbooks.Texts;

namespace Playbooks.Guarding.Secrets;

/// <summary>
/// Computes the byte sequences in which a secret can appear in logs, messages, pages, and requests after the escapes of JSON, URLs, and HTML
/// are decoded (see <see cref="Escapes"/>).
/// </summary>
internal static class SecretForms
{
    // Shorter parts of base64 occur in any text by chance. A secret that short is found in its plain form.
    private const int ShortestBase64 = 4;

    // The last line of a key can be a single character, which occurs everywhere.
    private const int ShortestLine = 4;

    /// <summary>Returns the plain forms: the secret itself, and as pages, forms, and Playwright show it.</summary>
    public static IEnumerable<byte[]> Plain(string secret) => Texts(secret).Where(static text => text.Length > 0).Distinct().SelectMany(static text => Encoded(text));

    /// <summary>Returns the forms within base64.</summary>
    public static IEnumerable<byte[]> InBase64(string secret) => Plain(secret).SelectMany(static bytes => Cores(bytes)).Select(Encoding.ASCII.GetBytes);

    /// <summary>Returns the forms in UTF-16, for files with two bytes per character.</summary>
    public static IEnumerable<byte[]> InUtf16(string secret) =>
        Texts(secret).Where(static text => text.Length > 1).Distinct().Select(Encoding.Unicode.GetBytes);

    private static IEnumerable<string> Texts(string secret)
    {
        if (string.IsNullOrEmpty(secret))
        {
            yield break;
        }

        yield return secret;
        // As texts are compared, and as messages show invisible characters.
        yield return LookAlikes.WithoutInvisible(secret);
        yield return LookAlikes.Shown(secret);
        yield return LookAlikes.ShownInFull(secret);
        // Trimmed, with whitespace collapsed, and line by line.
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

        // As read by a page without a charset.
        yield return Encoding.UTF8.GetBytes(WesternBytes.Read(bytes));
        if (WesternBytes.From(text) is { } western)
        {
            // As sent by a page without a charset, and by btoa; and the same bytes read as UTF-8, as Playwright does, or as Latin-1.
            yield return western;
            yield return Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(western));
            yield return Encoding.UTF8.GetBytes(Encoding.Latin1.GetString(western));
        }
    }

    /// <summary>Returns the parts of base64 that do not depend on the position of the bytes: one form for each of three shifts.</summary>
    private static IEnumerable<string> Cores(byte[] bytes)
    {
        yield return Convert.ToBase64String(bytes);
        for (var shift = 0; shift < 3; shift++)
        {
            var text = Convert.ToBase64String([.. new byte[shift], .. bytes]);
            // Characters that also contain bits of the bytes before and after the secret are omitted.
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

using System.Net;
using System.Text;
using System.Text.Encodings.Web;

namespace Playbooks.Guarding;

/// <summary>The forms in which a secret turns up in logs, messages and pages.</summary>
internal static class SecretForms
{
    // Shorter pieces of base64 stand in any text by chance; a secret that short is found in its plain form.
    private const int ShortestBase64 = 4;

    public static IEnumerable<string> Of(string secret) =>
        Plain(secret).SelectMany(Encoded).Where(static form => form.Length > 0);

    private static IEnumerable<string> Plain(string secret)
    {
        if (string.IsNullOrEmpty(secret))
        {
            yield break;
        }

        yield return secret;
        // As pages and Playwright show it: without the blanks around it, blanks collapsed, line by line.
        yield return secret.Trim();
        yield return string.Join(' ', secret.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        foreach (var line in secret.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            yield return line;
        }
    }

    private static IEnumerable<string> Encoded(string plain)
    {
        yield return plain;
        foreach (var form in InUrls(plain))
        {
            yield return form;
        }

        foreach (var form in InJson(plain))
        {
            yield return form;
        }

        var html = WebUtility.HtmlEncode(plain);
        yield return html;
        yield return html.Replace("&#39;", "'", StringComparison.Ordinal);
        yield return HtmlEncoder.Default.Encode(plain);
        foreach (var form in InBase64(plain))
        {
            yield return form;
        }
    }

    private static IEnumerable<string> InUrls(string plain)
    {
        var percent = Uri.EscapeDataString(plain);
        yield return percent;
        yield return LowerCaseDigits(percent);
        // As browsers write it in a form's body, and in a URL that was typed.
        var form = WebUtility.UrlEncode(plain);
        yield return form;
        yield return LowerCaseDigits(form);
    }

    private static IEnumerable<string> InJson(string plain)
    {
        yield return JavaScriptEncoder.Default.Encode(plain);
        yield return JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(plain);
        // Quotes and backslashes only, as code is quoted in messages.
        yield return plain.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
        yield return plain.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("'", @"\'", StringComparison.Ordinal);
    }

    /// <summary>What stays the same of the secret's base64 wherever it stands in what is encoded: one form for each of three shifts.</summary>
    private static IEnumerable<string> InBase64(string plain)
    {
        var secret = Encoding.UTF8.GetBytes(plain);
        yield return Convert.ToBase64String(secret);
        for (var shift = 0; shift < 3; shift++)
        {
            var text = Convert.ToBase64String([.. new byte[shift], .. secret]);
            // Characters that also hold bits of what stands before and behind the secret are left out.
            var first = ((shift * 8) + 5) / 6;
            var last = (shift + secret.Length) * 8 / 6;
            if (last - first >= ShortestBase64)
            {
                var core = text[first..last];
                yield return core;
                yield return core.Replace('+', '-').Replace('/', '_');
            }
        }
    }

    private static string LowerCaseDigits(string encoded)
    {
        var text = encoded.ToCharArray();
        for (var at = 0; at < text.Length - 2; at++)
        {
            if (text[at] == '%')
            {
                text[at + 1] = char.ToLowerInvariant(text[at + 1]);
                text[at + 2] = char.ToLowerInvariant(text[at + 2]);
                at += 2;
            }
        }

        return new(text);
    }
}

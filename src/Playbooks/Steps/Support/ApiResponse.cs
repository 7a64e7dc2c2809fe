using System.Globalization;
using System.Text;
using Playbooks.Guarding.Secrets;

namespace Playbooks.Steps.Support;

/// <summary>A response to an HTTP request, completely read.</summary>
/// <param name="Request">The request, as <see cref="RequestHop.Name"/>.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="StatusText">The reason phrase, which can be empty.</param>
/// <param name="Headers">The headers, repeated ones separately.</param>
/// <param name="Bytes">The body.</param>
internal sealed record ApiResponse(string Request, int Status, string StatusText, IReadOnlyList<KeyValuePair<string, string>> Headers, byte[] Bytes)
{
    private static readonly string[] BinaryTypes = ["image/", "audio/", "video/", "font/", "application/octet-stream", "application/pdf", "application/zip"];

    private readonly Lazy<string> text = new(() => Decode(Bytes, Headers));

    /// <summary>Gets the body as text, decoded as its <c>Content-Type</c> says, or as UTF-8.</summary>
    public string Text => text.Value;

    /// <summary>Gets the status as <c>404 Not Found</c>.</summary>
    public string StatusLine => StatusText.Length == 0 ? Number(Status) : $"{Number(Status)} {StatusText}";

    /// <summary>Returns the value of a header, or null if it is missing.</summary>
    public string? Header(string name) => Headers.FirstOrDefault(header => string.Equals(header.Key, name, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>Returns the beginning of the body on one line, masked; empty if there is no text.</summary>
    public string Beginning(SecretMask mask, int longest) =>
        IsBinary ? string.Empty : string.Join(' ', mask.Apply(Text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Truncate(longest);

    /// <summary>Returns the response as evidence: status, headers without cookies, and the body up to a limit. Secrets are masked.</summary>
    public string Describe(SecretMask mask, int longestBody)
    {
        var shown = new StringBuilder(Request).Append(" returned ").Append(StatusLine);
        foreach (var header in Headers.Where(static header => !CredentialHeader.IsCookie(header.Key)))
        {
            shown.Append('\n').Append(header.Key).Append(": ").Append(ShownHeader.Value(header.Key, header.Value));
        }

        var body = IsBinary ? $"({Number(Bytes.Length)} bytes)" : mask.Apply(Text);
        if (body.Length > 0)
        {
            shown.Append("\n\n").Append(body.TruncateWithLength(longestBody));
        }

        return mask.Apply(shown.ToString());
    }

    private bool IsBinary => Header("content-type") is { } type && Array.Exists(BinaryTypes, binary => type.StartsWith(binary, StringComparison.OrdinalIgnoreCase));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Decode(byte[] bytes, IEnumerable<KeyValuePair<string, string>> headers)
    {
        using var reader = new StreamReader(new MemoryStream(bytes), EncodingOf(headers), detectEncodingFromByteOrderMarks: true);
        return reader.ReadToEnd();
    }

    private static Encoding EncodingOf(IEnumerable<KeyValuePair<string, string>> headers)
    {
        var type = headers.FirstOrDefault(static header => string.Equals(header.Key, "content-type", StringComparison.OrdinalIgnoreCase)).Value;
        var charset = type?.Split(';', StringSplitOptions.TrimEntries).FirstOrDefault(static part => part.StartsWith("charset=", StringComparison.OrdinalIgnoreCase));
        try
        {
            return charset is null ? Encoding.UTF8 : Encoding.GetEncoding(charset["charset=".Length..].Trim('"', '\''));
        }
        catch (ArgumentException)
        {
            // An encoding that .NET does not know. UTF-8 shows at least the ASCII characters.
            return Encoding.UTF8;
        }
    }
}

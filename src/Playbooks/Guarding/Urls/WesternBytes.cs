using System.Text;

namespace Playbooks.Guarding.Urls;

/// <summary>Converts between texts and bytes in windows-1252, which browsers use for pages without a charset.</summary>
internal static class WesternBytes
{
    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>Returns the bytes of a text, or null if the encoding does not contain all of its characters.</summary>
    public static byte[]? From(string text)
    {
        try
        {
            return Western.GetBytes(text);
        }
        catch (EncoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>Returns the text of bytes.</summary>
    public static string Read(ReadOnlySpan<byte> bytes) => Western.GetString(bytes);
}

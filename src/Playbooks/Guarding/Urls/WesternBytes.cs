using System.Text;

namespace Playbooks.Guarding.Urls;

/// <summary>Texts and bytes as browsers turn one into the other for pages without a charset: windows-1252.</summary>
internal static class WesternBytes
{
    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>The text's bytes; null: it has characters that the encoding lacks.</summary>
    public static byte[]? Of(string text)
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

    /// <summary>The text that the bytes are read as.</summary>
    public static string Read(ReadOnlySpan<byte> bytes) => Western.GetString(bytes);
}

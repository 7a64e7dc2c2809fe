using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Playbooks.Guarding.Urls;

/// <summary>Parses hosts in the same way as browsers.</summary>
internal static class HostText
{
    private const int LongestName = 253;
    private static readonly IdnMapping Idn = new();

    /// <summary>Returns the host of an absolute http or https URL in the form of <see cref="Read"/>, or null if the URL or its host is invalid.</summary>
    public static string? From(string url) => WebOrigin.Read(url)?.Host;

    /// <summary>Parses a host: percent-decoded, in lowercase, in ASCII, without brackets, and without a trailing dot. An address is converted to its usual notation.</summary>
    /// <returns>The host, or null if it is neither an address nor a name of letters, digits, hyphens, and underscores. Browsers accept more names, but the result is not predictable here.</returns>
    public static string? Read(string host)
    {
        if (host.Contains(':', StringComparison.Ordinal))
        {
            return !host.Contains('%', StringComparison.Ordinal) && Address(host) is { AddressFamily: AddressFamily.InterNetworkV6 } address ? address.ToString() : null;
        }

        if (ToAscii(Uri.UnescapeDataString(host)) is not { } ascii)
        {
            return null;
        }

        var name = ascii.EndsWith('.') ? ascii[..^1] : ascii;
        var labels = name.Split('.');
        if (name.Length > LongestName || Array.Exists(labels, static label => label.Length == 0 || !label.All(IsNameCharacter)))
        {
            return null;
        }

        // A browser treats a host that ends in a number as an address, or as invalid.
        return !IsNumber(labels[^1]) ? name : Address(name) is { AddressFamily: AddressFamily.InterNetwork } number ? number.ToString() : null;
    }

    /// <summary>Returns a host in its canonical form, even if it is invalid.</summary>
    public static string Canonical(string host) => Read(host) ?? host.Trim('[', ']').TrimEnd('.').ToLowerInvariant();

    /// <summary>Returns the address that a host represents in any notation that browsers accept (<c>2130706433</c>, <c>0x7f.1</c>), or null if the host is a name.</summary>
    public static IPAddress? Address(string host) => IPAddress.TryParse(host.Trim('[', ']'), out var address) ? address : null;

    private static bool IsNameCharacter(char character) => char.IsAsciiLetterOrDigit(character) || character is '-' or '_';

    private static bool IsNumber(string label) =>
        label.All(char.IsAsciiDigit) || (label.StartsWith("0x", StringComparison.Ordinal) && label[2..].All(char.IsAsciiHexDigitLower));

    // Browsers read ① as 1, and four characters as a dot.
    private static string? ToAscii(string host)
    {
        try
        {
            var folded = Ascii.IsValid(host) ? host : host.Normalize(NormalizationForm.FormKC).Replace('。', '.');
            return (Ascii.IsValid(folded) ? folded : Idn.GetAscii(folded)).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}

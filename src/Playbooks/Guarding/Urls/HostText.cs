using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Playbooks.Guarding.Urls;

/// <summary>A host as a browser reads it.</summary>
internal static class HostText
{
    private const int LongestName = 253;
    private static readonly IdnMapping Idn = new();

    /// <summary>The host of an absolute http or https URL, as <see cref="Read"/> writes it; null: the text is no such URL, or its host cannot be read.</summary>
    public static string? Of(string url) => WebOrigin.Read(url)?.Host;

    /// <summary>Reads a host: percent-decoded, in lower case, in ASCII, without brackets and without a dot at the end; an address in its usual notation.</summary>
    /// <returns>The host; null: it is neither an address nor a name of letters, digits, hyphens and underscores. Browsers open more names than these, and nobody can tell here which.</returns>
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

        // What ends in a number is an address to a browser, or nothing.
        return !IsNumber(labels[^1]) ? name : Address(name) is { AddressFamily: AddressFamily.InterNetwork } number ? number.ToString() : null;
    }

    /// <summary>The same host in one spelling, also where it cannot be read.</summary>
    public static string Canonical(string host) => Read(host) ?? host.Trim('[', ']').TrimEnd('.').ToLowerInvariant();

    /// <summary>The address that a host spells out, in any notation that a browser takes (<c>2130706433</c>, <c>0x7f.1</c>); null: it is a name.</summary>
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

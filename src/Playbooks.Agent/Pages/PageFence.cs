using System.Security.Cryptography;

namespace Playbooks.Agent.Pages;

/// <summary>Marks texts of a page, so that the model can distinguish them from what the run says. The marker is random: no page can close it.</summary>
internal static class PageFence
{
    /// <summary>Returns a text inside of the marks.</summary>
    /// <param name="text">The text.</param>
    /// <param name="url">The URL that it comes from.</param>
    public static string Around(string text, string url)
    {
        var marker = $"page-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6))}";
        return $"<{marker} from=\"{Origin(url)}\">\n{text.TrimEnd('\n')}\n</{marker}>";
    }

    private static string Origin(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri.GetLeftPart(UriPartial.Authority) : "unknown";
}

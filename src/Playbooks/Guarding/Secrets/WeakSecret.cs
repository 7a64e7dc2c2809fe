namespace Playbooks.Guarding.Secrets;

/// <summary>
/// Tells which secrets can be hidden only in part: very short words and common ones stand within other words by chance. They are hidden as
/// words of their own, and so wherever they are the whole value of something, and nowhere within another word.
/// </summary>
internal static class WeakSecret
{
    /// <summary>The fewest letters and digits of a secret that is hidden everywhere.</summary>
    public const int ShortestStrong = 4;

    private static readonly HashSet<string> Common = new(StringComparer.OrdinalIgnoreCase)
    {
        "true", "false", "null", "none", "text", "type", "name", "value", "class", "test", "user", "admin", "root", "guest", "demo", "pass", "password",
        "secret", "token", "login", "email", "button", "input", "click", "page", "http", "https", "html", "body", "data", "json", "form", "link", "item",
        "list", "title", "style", "script", "label", "select", "option", "string", "number", "object", "error", "method", "params", "frame", "event",
        "result", "status", "before", "after", "default", "example", "localhost",
    };

    /// <summary>Whether a secret is one.</summary>
    public static bool Is(string secret) =>
        secret.Trim() is { Length: > 0 } word && word.All(char.IsLetterOrDigit) && (word.Length < ShortestStrong || Common.Contains(word));

    /// <summary>Whether a part of a text is a piece of a longer word.</summary>
    public static bool IsWithinWord(ReadOnlySpan<byte> text, int start, int end) =>
        (start > 0 && char.IsAsciiLetterOrDigit((char)text[start - 1]) && char.IsAsciiLetterOrDigit((char)text[start]))
        || (end < text.Length && char.IsAsciiLetterOrDigit((char)text[end]) && char.IsAsciiLetterOrDigit((char)text[end - 1]));
}

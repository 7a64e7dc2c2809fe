namespace Playbooks.Guarding.Secrets;

/// <summary>
/// Identifies secrets that can be masked only partially: very short texts and common words occur within other words by chance. They are
/// masked as whole words, and therefore wherever they are a complete value, but not within other words.
/// </summary>
internal static class WeakSecret
{
    /// <summary>The minimum number of letters and digits of a secret that is masked everywhere.</summary>
    public const int ShortestStrong = 4;

    private static readonly HashSet<string> Common = new(StringComparer.OrdinalIgnoreCase)
    {
        "true", "false", "null", "none", "text", "type", "name", "value", "class", "test", "user", "admin", "root", "guest", "demo", "pass", "password",
        "secret", "token", "login", "email", "button", "input", "click", "page", "http", "https", "html", "body", "data", "json", "form", "link", "item",
        "list", "title", "style", "script", "label", "select", "option", "string", "number", "object", "error", "method", "params", "frame", "event",
        "result", "status", "before", "after", "default", "example", "localhost",
    };

    /// <summary>Determines whether a secret is weak.</summary>
    public static bool Is(string secret) =>
        secret.Trim() is { Length: > 0 } word && word.All(char.IsLetterOrDigit) && (word.Length < ShortestStrong || Common.Contains(word));

    /// <summary>Determines whether a part of a text belongs to a longer word.</summary>
    public static bool IsWithinWord(ReadOnlySpan<byte> text, int start, int end) =>
        (start > 0 && char.IsAsciiLetterOrDigit((char)text[start - 1]) && char.IsAsciiLetterOrDigit((char)text[start]))
        || (end < text.Length && char.IsAsciiLetterOrDigit((char)text[end]) && char.IsAsciiLetterOrDigit((char)text[end - 1]));
}

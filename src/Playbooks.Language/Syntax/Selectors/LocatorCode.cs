namespace Playbooks.Language.Syntax.Selectors;

/// <summary>Playwright's locator methods where a selector is due: what they are as selectors.</summary>
internal static class LocatorCode
{
    private static readonly string[] Callers = ["await ", "page.", "Page.", "frame."];

    private static readonly Dictionary<string, string> Selectors = new(StringComparer.OrdinalIgnoreCase)
    {
        ["getByRole"] = "role=button[name=\"…\"]",
        ["getByText"] = "text=…",
        ["getByLabel"] = "internal:label=\"…\"",
        ["getByTestId"] = "data-testid=…",
        ["getByPlaceholder"] = "[placeholder=\"…\"]",
        ["getByAltText"] = "[alt=\"…\"]",
        ["getByTitle"] = "[title=\"…\"]",
        ["locator"] = "the selector alone, without the call",
    };

    /// <summary>What to write instead of a call; null: the text is none.</summary>
    /// <param name="text">The text of a part of a selector.</param>
    public static string? SelectorFor(string text)
    {
        text = text.Trim();
        for (var caller = Callers.FirstOrDefault(Starts); caller is not null; caller = Callers.FirstOrDefault(Starts))
        {
            text = text.Substring(caller.Length).TrimStart();
        }

        var end = text.IndexOf('(');
        return end > 0 && Selectors.TryGetValue(text.Substring(0, end), out var selector) ? selector : null;

        bool Starts(string caller) => text.StartsWith(caller, StringComparison.Ordinal);
    }
}

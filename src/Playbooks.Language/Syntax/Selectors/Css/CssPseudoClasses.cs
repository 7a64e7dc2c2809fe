namespace Playbooks.Language.Syntax.Selectors.Css;

/// <summary>The pseudo-classes that a selector may use: CSS's own and those that Playwright adds.</summary>
internal static class CssPseudoClasses
{
    private static readonly HashSet<string> Playwright =
    [
        "not", "is", "where", "has", "scope", "light", "visible", "text", "text-matches", "text-is", "has-text", "above", "below",
        "right-of", "left-of", "near", "nth-match",
    ];

    private static readonly HashSet<string> Plain =
    [
        "active", "active-view-transition", "any-link", "autofill", "blank", "buffering", "checked", "closed", "current", "default",
        "defined", "disabled", "empty", "enabled", "first-child", "first-of-type", "focus", "focus-visible", "focus-within",
        "fullscreen", "future", "has-slotted", "host", "hover", "in-range", "indeterminate", "interest-source", "interest-target",
        "invalid", "last-child", "last-of-type", "link", "local-link", "modal", "muted", "only-child", "only-of-type", "open",
        "optional", "out-of-range", "past", "paused", "picture-in-picture", "placeholder-shown", "playing", "popover-open",
        "read-only", "read-write", "required", "root", "seeking", "stalled", "target", "target-after", "target-before",
        "target-current", "target-within", "user-invalid", "user-valid", "valid", "visited", "volume-locked", "xr-overlay",
        "after", "before", "first-letter", "first-line",
    ];

    private static readonly HashSet<string> Functional =
    [
        "active-view-transition-type", "current", "dir", "heading", "host", "host-context", "lang", "nth-child", "nth-col",
        "nth-last-child", "nth-last-col", "nth-last-of-type", "nth-of-type", "state",
    ];

    // What people know from jQuery and similar libraries.
    private static readonly Dictionary<string, string> Foreign = new(StringComparer.Ordinal)
    {
        ["contains"] = ":has-text(\"…\")",
        ["icontains"] = ":has-text(\"…\")",
        ["eq"] = ">> nth=…",
        ["first"] = ">> nth=0",
        ["last"] = ">> nth=-1",
        ["nth"] = ":nth-match(…, 1)",
        ["hidden"] = ">> visible=false",
        ["selected"] = ":checked",
        ["button"] = "role=button",
        ["textbox"] = "role=textbox",
    };

    /// <summary>The name in a token, in lower case, without the parenthesis.</summary>
    public static string NameOf(string text, CssToken token)
    {
        var end = token.Kind == CssTokenKind.Function ? token.End - 1 : token.End;
        return text.Substring(token.Start, end - token.Start).ToLowerInvariant();
    }

    /// <summary>Whether Playwright itself answers for this name.</summary>
    public static bool IsPlaywright(string name) => Playwright.Contains(name);

    /// <summary>Whether the browser knows this name, without or with an argument.</summary>
    public static bool IsCss(string name, bool isFunction) =>
        name.StartsWith("-", StringComparison.Ordinal) || (isFunction ? Functional.Contains(name) : Plain.Contains(name));

    /// <summary>How the sentence about a wrong name ends.</summary>
    public static string Help(string name, bool isFunction)
    {
        if (isFunction ? Plain.Contains(name) : Functional.Contains(name))
        {
            return isFunction ? $"':{name}' takes no argument" : $"':{name}' needs an argument: ':{name}(…)'";
        }

        var meant = Foreign.TryGetValue(name, out var known) ? known
            : NearestName.Find(name, Playwright.Concat(Functional).Concat(Plain)) is { } near ? ":" + near
            : null;
        return meant is null ? $"':{name}' is not a pseudo-class" : $"':{name}' is not a pseudo-class. Did you mean '{meant}'?";
    }
}

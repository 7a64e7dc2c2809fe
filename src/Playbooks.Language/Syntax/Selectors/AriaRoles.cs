namespace Playbooks.Language.Syntax.Selectors;

/// <summary>ARIA's roles, and which of a role's states Playwright can ask for.</summary>
internal static class AriaRoles
{
    private static readonly string[] Roles =
    [
        "alert", "alertdialog", "application", "article", "banner", "blockquote", "button", "caption", "cell", "checkbox", "code",
        "columnheader", "combobox", "complementary", "contentinfo", "definition", "deletion", "dialog", "directory", "document",
        "emphasis", "feed", "figure", "form", "generic", "grid", "gridcell", "group", "heading", "img", "insertion", "link", "list",
        "listbox", "listitem", "log", "main", "mark", "marquee", "math", "menu", "menubar", "menuitem", "menuitemcheckbox",
        "menuitemradio", "meter", "navigation", "none", "note", "option", "paragraph", "presentation", "progressbar", "radio",
        "radiogroup", "region", "row", "rowgroup", "rowheader", "scrollbar", "search", "searchbox", "separator", "slider",
        "spinbutton", "status", "strong", "subscript", "superscript", "switch", "tab", "table", "tablist", "tabpanel", "term",
        "textbox", "time", "timer", "toolbar", "tooltip", "tree", "treegrid", "treeitem",
    ];

    // Newer or special roles: right, though Playwright finds few of them.
    private static readonly string[] Rare = ["comment", "suggestion", "sectionheader", "sectionfooter"];

    // What HTML or people call them.
    private static readonly Dictionary<string, string> Synonyms = new(StringComparer.Ordinal)
    {
        ["image"] = "img",
        ["input"] = "textbox",
        ["textarea"] = "textbox",
        ["text"] = "textbox",
        ["textfield"] = "textbox",
        ["select"] = "combobox",
        ["dropdown"] = "combobox",
        ["anchor"] = "link",
        ["a"] = "link",
        ["btn"] = "button",
        ["modal"] = "dialog",
        ["nav"] = "navigation",
        ["header"] = "banner",
        ["footer"] = "contentinfo",
        ["h1"] = "heading",
        ["li"] = "listitem",
        ["td"] = "cell",
        ["tr"] = "row",
        ["number"] = "spinbutton",
    };

    private static readonly Dictionary<string, string[]> States = new(StringComparer.Ordinal)
    {
        ["checked"] = ["checkbox", "menuitemcheckbox", "menuitemradio", "option", "radio", "switch", "treeitem"],
        ["pressed"] = ["button"],
        ["selected"] = ["columnheader", "gridcell", "option", "row", "rowheader", "tab", "treeitem"],
        ["expanded"] =
        [
            "application", "button", "checkbox", "columnheader", "combobox", "gridcell", "link", "listbox", "menuitem",
            "menuitemcheckbox", "menuitemradio", "row", "rowheader", "switch", "tab", "treeitem",
        ],
        ["level"] = ["heading", "listitem", "row", "treeitem"],
    };

    /// <summary>The roles that people write.</summary>
    public static IReadOnlyList<string> Names => Roles;

    /// <summary>Whether there is such a role; its case does not matter.</summary>
    public static bool Contains(string role)
    {
        role = role.ToLowerInvariant();
        return Array.IndexOf(Roles, role) >= 0
            || Array.IndexOf(Rare, role) >= 0
            || role.StartsWith("doc-", StringComparison.Ordinal)
            || role.StartsWith("graphics-", StringComparison.Ordinal);
    }

    /// <summary>The role that was probably meant; null: none is near.</summary>
    public static string? NearestTo(string role) =>
        Synonyms.TryGetValue(role.ToLowerInvariant(), out var meant) ? meant : NearestName.Find(role, Roles);

    /// <summary>The roles that have a state; null: all of them.</summary>
    public static IReadOnlyList<string>? WithState(string state) => States.TryGetValue(state, out var roles) ? roles : null;
}

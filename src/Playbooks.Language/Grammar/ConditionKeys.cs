namespace Playbooks.Language.Grammar;

/// <summary>The keys of a condition. Where there are several, all of them must hold.</summary>
public static class ConditionKeys
{
    /// <summary><c>element_visible</c>.</summary>
    public static KeyDefinition ElementVisible { get; } = new("element_visible", KeyKind.FramedSelector, "An element is visible.", "\"#cookie-banner\"") { Mapping = SelectorKeys.FramedMapping };

    /// <summary><c>element_gone</c>.</summary>
    public static KeyDefinition ElementGone { get; } = new("element_gone", KeyKind.FramedSelector, "No element that matches is visible.", "\"#spinner\"") { Mapping = SelectorKeys.FramedMapping };

    /// <summary><c>url_contains</c>.</summary>
    public static KeyDefinition UrlContains { get; } = new("url_contains", KeyKind.Text, "The page's URL contains this text; both are percent-decoded.", "/login");

    /// <summary><c>text_on_page</c>.</summary>
    public static KeyDefinition TextOnPage { get; } = new("text_on_page", KeyKind.Text, "The visible text of the page and its frames contains this text.", "No orders");

    /// <summary><c>equals</c>.</summary>
    public static KeyDefinition Same { get; } = new("equals", KeyKind.TextPair, "Two text values are equal.", "[\"{status}\", Open]");

    /// <summary><c>not</c>.</summary>
    public static KeyDefinition Not { get; } = new("not", KeyKind.Condition, "A condition does not hold.", "{ url_contains: /login }");

    /// <summary><c>any</c>.</summary>
    public static KeyDefinition Any { get; } = new("any", KeyKind.Conditions, "At least one of these conditions holds.", "[{ text_on_page: Sold out }, { element_gone: \"#buy\" }]");

    /// <summary><c>all</c>.</summary>
    public static KeyDefinition All { get; } = new("all", KeyKind.Conditions, "All of these conditions hold.", "[{ url_contains: /orders }, { element_visible: tr }]");

    /// <summary>The mapping of a condition.</summary>
    public static MappingDefinition Mapping { get; } = new("condition", "The condition", ElementVisible, ElementGone, UrlContains, TextOnPage, Same, Not, Any, All);
}

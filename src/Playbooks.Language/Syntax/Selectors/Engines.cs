namespace Playbooks.Language.Syntax.Selectors;

/// <summary>The selector engines that Playwright brings along.</summary>
internal static class Engines
{
    private static readonly string[] Public =
        ["css", "text", "role", "xpath", "id", "data-testid", "data-test-id", "data-test", "nth", "visible"];

    // What Playwright's own locators are made of; code generators print them, so they are let through unread.
    private static readonly HashSet<string> Internal =
    [
        "internal:control", "internal:has", "internal:has-not", "internal:and", "internal:or", "internal:chain", "internal:label",
        "internal:text", "internal:has-text", "internal:has-not-text", "internal:attr", "internal:testid", "internal:role",
        "internal:describe", "aria-ref",
    ];

    private static readonly HashSet<string> Light =
        ["css:light", "text:light", "xpath:light", "id:light", "data-testid:light", "data-test-id:light", "data-test:light"];

    /// <summary>The engines that people write.</summary>
    public static IReadOnlyList<string> Names => Public;

    /// <summary>Whether there is such an engine.</summary>
    public static bool Contains(string engine) =>
        Array.IndexOf(Public, engine) >= 0 || Internal.Contains(engine) || Light.Contains(engine);

    /// <summary>What was probably meant by an unknown engine's name; null: nothing is near.</summary>
    public static string? NearestTo(string engine) => engine.ToLowerInvariant() switch
    {
        "label" => "internal:label=\"…\"",
        "name" or "class" or "href" or "type" or "value" or "placeholder" or "title" or "alt" => $"[{engine}=\"…\"]",
        "tag" => "css=",
        _ => NearestName.Find(engine, Public) is { } near ? near + "=" : null,
    };
}

using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Playbooks.Browsing.Documents;

/// <summary>
/// Finds the elements that a selector matches if the browser itself can do so: a CSS selector without Playwright's extensions, on a page
/// without shadow roots. A locator would cause snapshots in a traced run, and is slow on a large page.
/// </summary>
internal sealed partial class PlainCss(PageDocuments documents, string selector)
{
    // Null if the selector is not plain CSS.
    private const string Matches = """
        const matchesOf = selector => {
          let matches;
          try { matches = [...document.querySelectorAll(selector)]; } catch { return null; }
          for (const element of document.querySelectorAll('*')) if (element.shadowRoot) return null;
          return matches;
        };
        """;

    // Scripts of the page can give a custom element properties that it does not have in an isolated world, such as a value.
    private const string IsCustom = "element => element.localName.includes('-')";

    private const string Counts = $$"""
        elements => [String(elements.length), String(elements.filter({{ElementVisibility.Function}}).length)]
        """;

    private readonly string? css = CssOf(selector);
    private bool isRefused;

    /// <summary>Gets whether the selector can be evaluated in the page. The page can still reject it.</summary>
    public bool IsPlain => css is not null && !isRefused && documents.AreFree;

    /// <summary>Counts the matching and the visible elements, or returns null if only a locator can.</summary>
    /// <exception cref="PlaywrightException">The document no longer exists.</exception>
    public async Task<(int Matches, int Visible)?> CountAsync() =>
        await EvaluateAsync(Counts, string.Empty).ConfigureAwait(false) is [{ } matches, { } visible]
            ? (int.Parse(matches, CultureInfo.InvariantCulture), int.Parse(visible, CultureInfo.InvariantCulture))
            : null;

    /// <summary>Reads data from the matching elements, or returns null if only a locator can.</summary>
    /// <param name="function">A JavaScript function from the elements and the argument to an array of texts and nulls.</param>
    /// <param name="argument">The argument of the function.</param>
    /// <exception cref="PlaywrightException">The document no longer exists.</exception>
    public Task<string?[]?> ReadAsync(string function, string argument) =>
        EvaluateAsync($"(elements, argument) => elements.some({IsCustom}) ? null : ({function})(elements, argument)", argument);

    /// <summary>Reads data from the matching elements, through their locator where only a locator can.</summary>
    /// <param name="function">A JavaScript function from the elements and the argument to an array of texts and nulls.</param>
    /// <param name="argument">The argument of the function.</param>
    /// <param name="locator">The locator of the selector.</param>
    /// <exception cref="PlaywrightException">The document no longer exists.</exception>
    public async Task<string?[]> ReadAsync(string function, string argument, ILocator locator) =>
        await ReadAsync(function, argument).ConfigureAwait(false) ?? await locator.EvaluateAllAsync<string?[]>(function, argument).ConfigureAwait(false);

    /// <summary>Returns the selector as the browser parses it, or null if it is not plain CSS.</summary>
    internal static string? CssOf(string selector)
    {
        var text = selector.Trim();
        if (text.StartsWith("css=", StringComparison.Ordinal))
        {
            text = text["css=".Length..].Trim();
        }

        return text.Length == 0 || Foreign().IsMatch(text) ? null : text;
    }

    private async Task<string?[]?> EvaluateAsync(string function, string argument)
    {
        if (!IsPlain || await documents.MainAsync().ConfigureAwait(false) is not { } main)
        {
            return null;
        }

        var script = $$"""
            packed => {
              {{Matches}}
              const [selector, argument] = JSON.parse(packed);
              const matches = matchesOf(selector);
              const answer = matches && ({{function}})(matches, argument);
              return answer && JSON.stringify(answer);
            }
            """;
        var answer = await main.EvaluateAsync(script, JsonSerializer.Serialize([css!, argument], DocumentJson.Default.StringArray)).ConfigureAwait(false);
        isRefused |= answer is null;
        return answer is null ? null : JsonSerializer.Deserialize(answer, DocumentJson.Default.StringArray);
    }

    // Matches a chain, another engine, XPath, a quoted text, and the pseudo-classes that only Playwright supports.
    [GeneratedRegex("""^[\w\-+:*]+=|^[/("'.]*(?:\.\.|//)|^["']|>>|:(?:visible|text|has-text|nth-match|right-of|left-of|above|below|near|light|scope)(?![\w])|:text-""")]
    private static partial Regex Foreign();
}

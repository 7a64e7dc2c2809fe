using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;
using Playbooks.Browsing;
using Playbooks.Browsing.Documents;
using Playbooks.Resolution;
using Playbooks.Verification;

namespace Playbooks.Steps.Support;

/// <summary>Reads a text from the element to which a chain resolves.</summary>
internal sealed class ElementReader(StepContext context, ExtractMode mode, string? attribute)
{
    private const string Read = $$"""
        (element, mode, attribute) => {
          const visibleText = {{VisibleText.Function}};
          if (mode === 'Html') return element.innerHTML;
          if (mode === 'Value') return 'value' in element && (!/^(button|li)$/.test(element.localName) || element.hasAttribute('value')) ? String(element.value) : null;
          if (mode === 'Attribute') return element.getAttribute(attribute);
          return element.checkVisibility() ? visibleText(element) : element.textContent.replace(/[\s\u00a0]+/g, ' ');
        }
        """;

    // An input, a text area, or a select shows its value, which is not text of the document; the caption of a button is both.
    private const string Kind = """
        (element, mode) => {
          const name = element.localName;
          if (!/^(Text|Html)$/.test(mode) || element.namespaceURI !== 'http://www.w3.org/1999/xhtml') return null;
          if (name === 'input') return mode === 'Html' || !/^(button|submit|reset)$/.test(element.type) ? 'field' : null;
          if (name === 'textarea') return 'field';
          if (/^(select|progress|meter)$/.test(name)) return mode === 'Text' ? 'field' : null;
          return name === 'img' ? 'image' : null;
        }
        """;

    // One round trip counts, reads, and describes: [matches, text or null, the element's tag, its kind if its text is not its content].
    private const string Script = $$"""
        (elements, packed) => {
          const [mode, attribute, longest] = JSON.parse(packed);
          const one = elements.length === 1 ? elements[0] : null;
          const kind = one ? ({{Kind}})(one, mode) : null;
          const text = one && !kind ? ({{Read}})(one, mode, attribute) : null;
          const isLong = text?.length > Number(longest);
          return [String(elements.length), isLong ? null : text, one ? one.localName : null, isLong ? 'long' : kind];
        }
        """;

    // For each element, in one list: text or null, the element's tag, its kind if its text is not its content.
    private const string AllScript = $$"""
        (elements, packed) => elements.flatMap(element => {
          const [mode, attribute] = JSON.parse(packed);
          const kind = ({{Kind}})(element, mode);
          return [kind ? null : ({{Read}})(element, mode, attribute), element.localName, kind];
        })
        """;

    private const string Parts = $"(element, packed) => ({LongText.Function})(({Read})(element, ...JSON.parse(packed)) ?? '')";

    private readonly string arguments = JsonSerializer.Serialize(
        [mode.ToString(), attribute ?? string.Empty, LongText.LongestWhole.ToString(CultureInfo.InvariantCulture)], DocumentJson.Default.StringArray);

    /// <summary>Waits for at least one element and returns the texts of all, trimmed, in the order of the document.</summary>
    public async Task<IReadOnlyList<string>> ReadAllAsync(SelectorChain chain)
    {
        RequireAttribute();
        var elements = new ResolvedElement(context.Page.Locate(chain.Primary), chain.Primary, 0);
        while (true)
        {
            if (await AskAsync(elements, AllScript).ConfigureAwait(false) is { Length: > 0 } answers)
            {
                context.Resolved = elements;
                context.Resolver.Seen.Add(elements.Selector);
                return [.. answers.Chunk(3).Select(answer => answer[0]?.Trim() ?? throw Nothing(elements.Selector, answer[1], answer[2]))];
            }

            elements = await context.ResolveAsync(chain, ElementRequirement.Attached, acceptsSeveral: true).ConfigureAwait(false);
        }
    }

    /// <summary>Waits for the element and returns its text, trimmed.</summary>
    public async Task<string> ReadAsync(SelectorChain chain)
    {
        RequireAttribute();
        var element = new ResolvedElement(context.Page.Locate(chain.Primary), chain.Primary, 0);
        while (true)
        {
            var answer = await AskAsync(element, Script).ConfigureAwait(false);
            if (answer is ["1", ..])
            {
                context.Resolved = element;
                context.Resolver.Seen.Add(element.Selector);
                var text = answer[3] == "long" ? await ReadPartsAsync(element).ConfigureAwait(false) : answer[1];
                return text?.Trim() ?? throw Nothing(element.Selector, answer[2], answer[3]);
            }

            element = await context.ResolveAsync(chain, ElementRequirement.Attached).ConfigureAwait(false);
        }
    }

    private void RequireAttribute()
    {
        if (mode == ExtractMode.Attribute && string.IsNullOrEmpty(attribute))
        {
            throw new PlaybookException(ErrorCode.StepFailed, "Mode attribute requires the param attribute, which names the attribute to read.");
        }
    }

    private async Task<string?[]?> AskAsync(ResolvedElement element, string script)
    {
        // The resolver waits until the frames can be queried, or says why they cannot.
        if (await context.HasObstacleAsync(element.Selector).ConfigureAwait(false))
        {
            return null;
        }

        try
        {
            return await context.TryAsync($"Reading {element.Selector}", context.ReaderOf(element.Selector).ReadAsync(script, arguments, element.Locator)).ConfigureAwait(false);
        }
        catch (PlaybookException error) when (error.InnerException is PlaywrightException cause && PlaywrightError.IsTransient(cause))
        {
            // The page navigated while it was read.
            return null;
        }
    }

    private async Task<string> ReadPartsAsync(ResolvedElement element)
    {
        return await context.TryAsync($"Reading {element.Selector}", ReadAsync()).ConfigureAwait(false);

        async Task<string> ReadAsync()
        {
            var parts = await element.Locator.EvaluateHandleAsync(Parts, arguments, new() { Timeout = context.Deadline.RemainingMilliseconds }).ConfigureAwait(false);
            await using var disposal = parts.ConfigureAwait(false);
            return await LongText.ReadAsync(parts).ConfigureAwait(false);
        }
    }

    private PlaybookException Nothing(string selector, string? tag, string? kind) => new(ErrorCode.StepFailed, $"{selector} (<{tag}>) " + (kind, mode) switch
    {
        ("field", _) => $"has a value but no {(mode == ExtractMode.Html ? "markup" : "text")}: write mode: value to read it.",
        ("image", _) => $"has no {(mode == ExtractMode.Html ? "markup" : "text")}: write mode: attribute and attribute: alt to read its alternative text.",
        (_, ExtractMode.Attribute) => $"has no attribute \"{attribute}\".",
        _ => "has no value: it is not a form field.",
    });
}

using Microsoft.Playwright;
using Playbooks.Running;
using Playbooks.Running.Resolution;
using Playbooks.Running.Verification;

namespace Playbooks.Steps;

/// <summary>Reads a text of the one element that a chain means.</summary>
internal sealed class ElementReader(StepContext context, ExtractMode mode, string? attribute)
{
    // One round trip counts, reads and describes: [matches, text or null, what the element is].
    private const string Script = $$"""
        (elements, [mode, attribute]) => {
          const visibleText = {{VisibleText.Function}};
          const read = element => {
            if (mode === 'Html') return element.innerHTML;
            if (mode === 'Value') return 'value' in element ? String(element.value) : null;
            if (mode === 'Attribute') return element.getAttribute(attribute);
            return element.checkVisibility() ? visibleText(element) : element.textContent.replace(/[\s\u00a0]+/g, ' ');
          };
          const one = elements.length === 1 ? elements[0] : null;
          return [String(elements.length), one ? read(one) : null, one ? one.localName : null];
        }
        """;

    /// <summary>Waits for the element and gives its text, trimmed.</summary>
    public async Task<string> ReadAsync(SelectorChain chain)
    {
        if (mode == ExtractMode.Attribute && string.IsNullOrEmpty(attribute))
        {
            throw new PlaybookException(ErrorCode.StepFailed, "Mode attribute needs the param attribute, which names the one to read.");
        }

        var element = new ResolvedElement(context.Page.Locator(chain.Primary), chain.Primary, 0);
        while (true)
        {
            var answer = await AskAsync(element).ConfigureAwait(false);
            if (answer is ["1", ..])
            {
                context.Resolved = element;
                context.Resolver.Seen.Add(element.Selector);
                return answer[1]?.Trim() ?? throw Nothing(element.Selector, answer[2]);
            }

            element = await context.ResolveAsync(chain, ElementRequirement.Attached).ConfigureAwait(false);
        }
    }

    private async Task<string?[]?> AskAsync(ResolvedElement element)
    {
        try
        {
            var reading = element.Locator.EvaluateAllAsync<string?[]>(Script, new[] { mode.ToString(), attribute ?? string.Empty });
            return await context.TryAsync($"Reading {element.Selector}", reading).ConfigureAwait(false);
        }
        catch (PlaybookException error) when (error.InnerException is PlaywrightException cause && PlaywrightError.IsTransient(cause))
        {
            // The page navigated while it was read.
            return null;
        }
    }

    private PlaybookException Nothing(string selector, string? tag) => new(ErrorCode.StepFailed, mode == ExtractMode.Attribute
        ? $"{selector} (<{tag}>) has no attribute \"{attribute}\"."
        : $"{selector} (<{tag}>) has no value: it is not a form field.");
}

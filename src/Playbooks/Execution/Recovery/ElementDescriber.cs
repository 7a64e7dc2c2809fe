using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Playbooks.Execution.Run;
using Playbooks.Guarding.Secrets;

namespace Playbooks.Execution.Recovery;

/// <summary>Describes an element of the page, and finds a selector for it that a playbook can use.</summary>
internal sealed partial class ElementDescriber(RunContext run)
{
    private const float Patience = 2_000;

    // The stable part of an element: what authors write for tests first, then what people see. Tools generate ids with digits in them.
    private const string Describe = """
        e => {
          const text = value => (value ?? '').replace(/\s+/g, ' ').trim().slice(0, 200);
          const tag = e.tagName.toLowerCase();
          const type = (e.getAttribute('type') ?? '').toLowerCase();
          const isButton = tag === 'button' || (tag === 'input' && ['submit', 'button', 'reset', 'image'].includes(type));
          const role = e.getAttribute('role') ?? (isButton ? 'button'
            : tag === 'a' && e.hasAttribute('href') ? 'link'
            : tag === 'select' ? 'combobox'
            : tag === 'textarea' ? 'textbox'
            : tag === 'input' ? (type === 'checkbox' || type === 'radio' ? type : 'textbox')
            : tag);
          const labelled = (e.getAttribute('aria-labelledby') ?? '').split(/\s+/).filter(id => id).map(id => text(document.getElementById(id)?.innerText)).join(' ');
          const label = e.labels?.length ? text(e.labels[0].innerText) : '';
          const alt = text(e.querySelector('img[alt]')?.getAttribute('alt'));
          const value = isButton ? text(e.value) : '';
          const name = labelled || text(e.getAttribute('aria-label')) || label || text(e.innerText) || value || alt || text(e.title) || text(e.getAttribute('placeholder'));
          const form = e.form ?? e.closest('form');
          const hints = [e.title, value, e.getAttribute('placeholder'), e.id, e.getAttribute('name'), form?.getAttribute('aria-label'), form?.id].map(text).filter(one => one).join(' ');
          const test = ['data-testid', 'data-test-id', 'data-test', 'data-qa'].find(one => e.getAttribute(one));
          const candidates = [];
          const quoted = value => '"' + value.replace(/["\\]/g, '\\$&') + '"';
          if (test) candidates.push(`[${test}=${quoted(e.getAttribute(test))}]`);
          if (/^[A-Za-z][A-Za-z_-]*$/.test(e.id)) candidates.push('#' + e.id);
          const field = e.getAttribute('name');
          return {
            role, name, hints, candidates,
            last: field && /^[\w.-]+$/.test(field) ? `${tag}[name=${quoted(field)}]` : null,
            url: tag === 'a' ? (e.href || null) : isButton && form && type !== 'button' ? form.action : null,
          };
        }
        """;

    /// <summary>Describes the element that a selector finds, or returns null if it does not find exactly one.</summary>
    public async Task<RecoveryElement?> DescribeAsync(string selector)
    {
        try
        {
            var locator = run.Page.Locator(selector);
            if (await locator.CountAsync().WaitAsync(run.Stop.Token).ConfigureAwait(false) != 1)
            {
                return null;
            }

            var json = await locator.EvaluateAsync<JsonElement>(Describe, options: new() { Timeout = Patience }).ConfigureAwait(false);
            var seen = json.Deserialize(DescriptionJson.Default.Description)!;
            return new()
            {
                Role = seen.Role,
                Name = run.Mask.Apply(seen.Name),
                Hints = run.Mask.Apply(seen.Hints),
                Url = run.Mask.ApplyTo(seen.Url),
                Selector = await FindSelectorAsync(locator, seen).ConfigureAwait(false),
            };
        }
        catch (Exception failure) when (failure is PlaywrightException or TimeoutException)
        {
            // What is no selector, or no longer there, fails when the agent acts.
            return null;
        }
    }

    private async Task<string?> FindSelectorAsync(ILocator locator, Description seen)
    {
        var element = await locator.ElementHandleAsync(new() { Timeout = Patience }).ConfigureAwait(false);
        await using var owned = element.ConfigureAwait(false);
        foreach (var candidate in (IEnumerable<string?>)[.. seen.Candidates, await ByRoleAsync(locator).ConfigureAwait(false), Exact(seen), seen.Last])
        {
            // A selector with a secret, or with the sign of a placeholder, cannot be written into a playbook.
            if (candidate is null || candidate.AsSpan().IndexOfAny("{}\r\n") >= 0 || run.Mask.Apply(candidate) != candidate)
            {
                continue;
            }

            var found = run.Page.Locator(candidate);
            if (await found.CountAsync().ConfigureAwait(false) == 1 && await found.EvaluateAsync<bool>("(e, other) => e === other", element, new() { Timeout = Patience }).ConfigureAwait(false))
            {
                return candidate;
            }
        }

        return null;
    }

    private static string? Exact(Description seen) =>
        seen.Role is "button" or "link" or "tab" or "menuitem" && seen.Name.Length is > 0 and < 80 ? $"role={seen.Role}[name={Quoted(seen.Name)}]" : null;

    // Playwright's own choice, which knows accessible names better than a script.
    private static async Task<string?> ByRoleAsync(ILocator locator)
    {
        var written = (await locator.NormalizeAsync().ConfigureAwait(false)).ToString() ?? string.Empty;
        return Role().Match(written) is { Success: true } match ? $"role={match.Groups[1].Value.ToLowerInvariant()}[name=\"{match.Groups[2].Value}\"]" : null;
    }

    private static string Quoted(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    [GeneratedRegex("""^GetByRole\(AriaRole\.([A-Za-z]+), new\(\) \{ Name = "((?:[^"\\]|\\.)*)"(?:, Exact = true)? \}\)$""", RegexOptions.CultureInvariant)]
    private static partial Regex Role();
}

/// <summary>What the script of <see cref="ElementDescriber"/> returns.</summary>
internal sealed record Description(string Role, string Name, string Hints, IReadOnlyList<string> Candidates, string? Last, string? Url);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Description))]
internal sealed partial class DescriptionJson : JsonSerializerContext;

using Microsoft.Playwright;

namespace Playbooks.Resolution;

/// <summary>Describes elements in a few words each, such as <c>button "Cancel" (#cancel)</c>.</summary>
internal static class ElementDescription
{
    // For each element: its tag, what identifies it in the document, and the nearest text that belongs to no other match.
    private const string Hints = """
        elements => {
          const plain = text => text.replace(/[\u200b\u00ad]/g, '').replace(/\s+/g, ' ').trim();
          const hasOther = (node, element) => elements.some(other => other !== element && node.contains(other));
          const around = (node, element) => {
            const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT, text =>
              element.contains(text) || /^(script|style|template|noscript)$/.test(text.parentElement?.localName) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
            for (let text = walker.nextNode(); text; text = walker.nextNode()) {
              if (plain(text.data)) return plain(text.data);
            }
            return '';
          };
          const near = element => {
            let node = element;
            for (; node.parentElement && !hasOther(node.parentElement, element); node = node.parentElement) {
              const text = around(node.parentElement, element);
              if (text) return text;
            }
            // Matches that share a parent are told apart by what stands before each.
            for (let before = node.previousSibling; before && !hasOther(before, element) && !elements.includes(before); before = before.previousSibling) {
              const text = plain(before.textContent ?? '');
              if (text) return text;
            }
            return '';
          };
          const place = element => {
            if (element.id) return '#' + element.id;
            const testid = element.getAttribute('data-testid');
            if (testid) return `[data-testid="${testid}"]`;
            const tag = element.localName;
            // What a frame shows is in another document.
            for (const name of tag === 'iframe' || tag === 'frame' ? ['name', 'title', 'src'] : []) {
              const value = element.getAttribute(name);
              if (value && value.length <= 80 && elements.filter(other => other.getAttribute(name) === value).length === 1) return `${tag}[${name}="${value}"]`;
            }
            const classes = [...element.classList].slice(0, 2).map(name => '.' + name).join('');
            const peers = element.parentElement ? [...element.parentElement.children].filter(other => other.localName === tag) : [];
            return tag + classes + (peers.length > 1 ? `:nth-of-type(${peers.indexOf(element) + 1})` : '');
          };
          return elements.map(element => [element.localName, place(element), near(element).slice(0, 60)]);
        }
        """;

    private const float PatienceMs = 2000;

    /// <summary>Describes the first <paramref name="most"/> elements in words, and the others by their positions only, so that the count is correct.</summary>
    public static async Task<IReadOnlyList<string>> DescribeAsync(ILocator locator, int most, int count)
    {
        var hints = await locator.EvaluateAllAsync<string[][]>(Hints).ConfigureAwait(false);
        var names = new List<string>();
        for (var index = 0; index < hints.Length; index++)
        {
            names.Add((index < most ? await NameAsync(locator.Nth(index)).ConfigureAwait(false) : null) ?? hints[index][0]);
        }

        // An id is sufficient. Elements with equal names and without ids are distinguished by the nearest text.
        var words = names.Select((name, index) => hints[index] is [_, var place, { Length: > 0 } near] && !IsUnique(place) && names.Count(other => other == name) > 1
            ? $"{name} near \"{near}\" ({place})"
            : $"{name} ({hints[index][1]})").ToArray();
        return words.Length > 0 ? words : [.. Enumerable.Repeat("element", count)];
    }

    private static bool IsUnique(string place) => place[0] is '#' or '[' || place[^1] == ']';

    private static async Task<string?> NameAsync(ILocator element)
    {
        try
        {
            var snapshot = await element.AriaSnapshotAsync(new() { Timeout = PatienceMs }).ConfigureAwait(false);
            return AriaLine.Parse(snapshot.Split('\n')[0])?.ToString();
        }
        catch (Exception error) when (error is PlaywrightException or TimeoutException)
        {
            return null;
        }
    }
}

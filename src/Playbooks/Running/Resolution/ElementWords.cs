using Microsoft.Playwright;

namespace Playbooks.Running.Resolution;

/// <summary>Tells elements in a few words each, as <c>button "Cancel" (#cancel)</c>.</summary>
internal static class ElementWords
{
    private const string Hints = """
        elements => elements.map(element => {
          const tag = element.localName;
          if (element.id) return [tag, '#' + element.id];
          const testid = element.getAttribute('data-testid');
          if (testid) return [tag, `[data-testid="${testid}"]`];
          const classes = [...element.classList].slice(0, 2).map(name => '.' + name).join('');
          const peers = element.parentElement ? [...element.parentElement.children].filter(other => other.localName === tag) : [];
          return [tag, tag + classes + (peers.length > 1 ? `:nth-of-type(${peers.indexOf(element) + 1})` : '')];
        })
        """;

    private const float PatienceMs = 2000;

    /// <summary>The first <paramref name="most"/> in words; the others by their place only, so that the number is right.</summary>
    public static async Task<IReadOnlyList<string>> DescribeAsync(ILocator locator, int most, int count)
    {
        var hints = await locator.EvaluateAllAsync<string[][]>(Hints).ConfigureAwait(false);
        var words = new List<string>();
        for (var index = 0; index < hints.Length; index++)
        {
            var name = index < most ? await NameAsync(locator.Nth(index)).ConfigureAwait(false) : null;
            words.Add($"{name ?? hints[index][0]} ({hints[index][1]})");
        }

        return words.Count > 0 ? words : [.. Enumerable.Repeat("element", count)];
    }

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

using System.Text.Json;
using Microsoft.Playwright;
using Playbooks.Guarding.Secrets;

namespace Playbooks.Recording;

/// <summary>
/// Finds the elements that show a secret in a page, its frames, and open shadow roots. The page is queried for its texts and never receives
/// the secret, because a frame of a third party could read it.
/// </summary>
internal sealed class SecretLocations(IPage page, SecretSearch secrets)
{
    private const string All = "css=*";

    // More covers would take too long; the whole frame is covered instead.
    private const int MostInFrame = 50;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan EmptyPatience = TimeSpan.FromMilliseconds(300);

    // Pairs of an element's index and a text that it shows, in document order, so that a text that is split across elements is read as one.
    // The value of a field ends in an ellipsis, because it can be typed partially or truncated by the field.
    private const string Texts =
        """
        elements => {
          const unseen = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT', 'HEAD']);
          const numbers = new Map(elements.map((element, number) => [element, number]));
          const texts = [];
          const say = (element, text) => {
            const shown = element.closest('select') ?? element;
            if (text && numbers.has(shown)) texts.push([numbers.get(shown), text.replace(/\s+/g, ' ')]);
          };
          const read = node => {
            for (const child of node.childNodes) {
              if (child.nodeType === Node.TEXT_NODE) {
                const parent = child.parentElement ?? child.getRootNode().host;
                if (parent) say(parent, child.data);
              } else if (child.nodeType === Node.ELEMENT_NODE && !unseen.has(child.tagName.toUpperCase())) {
                if (typeof child.value === 'string') say(child, '\0' + child.value + '\u2026\0');
                for (const name of ['value', 'placeholder', 'alt', 'label']) {
                  const text = child.getAttribute(name);
                  if (text) say(child, '\0' + text + '\0');
                }
                if (child.shadowRoot) read(child.shadowRoot);
                read(child);
              }
            }
          };
          read(document);
          return JSON.stringify(texts);
        }
        """;

    /// <summary>Finds the elements, in the order of the frames and of their elements.</summary>
    /// <exception cref="PlaybookException">A frame could not be searched.</exception>
    public async Task<IReadOnlyList<SecretPlace>> FindAsync()
    {
        var places = new List<SecretPlace>();
        foreach (var frame in page.Frames)
        {
            try
            {
                var texts = await frame.Locator(All).EvaluateAllAsync<string>(Texts).WaitAsync(frame.Url.Length > 0 ? Patience : EmptyPatience).ConfigureAwait(false);
                places.AddRange(InFrame(frame, texts));
            }
            catch (Exception) when (frame.IsDetached)
            {
                // The frame is no longer visible.
            }
            catch (TimeoutException) when (frame.Url.Length == 0)
            {
                // Nothing has been loaded into the frame, so it has no document that could show or return anything.
            }
            catch (Exception failure) when (failure is PlaywrightException or TimeoutException)
            {
                throw new PlaybookException(ErrorCode.StepFailed, "No screenshot was taken because the page could not be searched for secrets.", failure);
            }
        }

        return places;
    }

    private IEnumerable<SecretPlace> InFrame(IFrame frame, string texts)
    {
        var numbers = Elements(texts);
        return numbers.Count > MostInFrame
            ? [new(frame, "css=:root", 0)]
            : numbers.Select(number => new SecretPlace(frame, All, number));
    }

    private SortedSet<int> Elements(string texts)
    {
        using var json = JsonDocument.Parse(texts);
        var text = new SpreadText();
        var elements = new List<int>();
        foreach (var pair in json.RootElement.EnumerateArray())
        {
            text.Add(pair[1].GetString()!);
            elements.Add(pair[0].GetInt32());
        }

        return [.. text.Touched(secrets).Select(piece => elements[piece])];
    }
}

/// <summary>An element that shows a secret.</summary>
/// <param name="Frame">The frame of the element.</param>
/// <param name="Selector">A selector that matches the element and others.</param>
/// <param name="Number">The index of the element among the matches.</param>
internal sealed record SecretPlace(IFrame Frame, string Selector, int Number)
{
    /// <summary>Gets a locator for the element.</summary>
    public ILocator Locator => Frame.Locator(Selector).Nth(Number);
}

using Microsoft.Playwright;
using Playbooks.Running.Resolution;

namespace Playbooks.Running.Verification;

/// <summary><c>expect_text_on_page</c>: visible text of any frame, blanks collapsed, case-sensitive, before CSS text-transform.</summary>
internal sealed class TextExpectation(IPage page, string text) : ITellingExpectation
{
    private const int LongestLine = 200;

    // What text content without blanks and shadow roots cannot hold is not visible either: that is cheap to ask first.
    private const string Contains = $$"""
        wanted => {
          const visibleText = {{VisibleText.Function}};
          const root = document.body;
          if (!root) return false;
          const squeeze = text => text.replace(/[\s\u00a0]+/g, '');
          const hasMore = [...root.querySelectorAll('*')].some(element => element.shadowRoot || element.localName === 'input' || element.localName === 'option');
          if (!hasMore && !squeeze(root.textContent).includes(squeeze(wanted))) return false;
          return visibleText(root).replace(/\s+/g, ' ').includes(wanted);
        }
        """;

    private const string Lines = $$"""
        () => document.body ? ({{VisibleText.Function}})(document.body) : ''
        """;

    private readonly string wanted = Collapse(text);

    public string Name => "expect_text_on_page";

    public string Expected => $"the text \"{text}\" on the page";

    public async Task<ExpectationResult> LookAsync()
    {
        var frames = await Task.WhenAll(page.Frames.Select(HoldsAsync)).ConfigureAwait(false);
        return this.Is(Array.IndexOf(frames, true) >= 0, Array.IndexOf(frames, true) >= 0 ? "it is there" : "it is not there");
    }

    public async Task<string> TellAsync(ExpectationResult result)
    {
        var texts = await Task.WhenAll(page.Frames.Select(frame => frame.EvaluateAsync<string>(Lines))).ConfigureAwait(false);
        var lines = texts.SelectMany(lines => lines.Split('\n')).Select(Collapse).Where(line => line.Length > 0).Distinct().ToArray();
        if (lines.Length == 0)
        {
            return "no text at all";
        }

        var wantedInSmall = wanted.ToLowerInvariant();
        var (line, score) = lines.Select(line => (Line: line, Score: Similarity.Of(wantedInSmall, line.ToLowerInvariant()))).MaxBy(pair => pair.Score);
        return score > 0
            ? $"not there; the closest line is \"{line.CutTo(LongestLine)}\""
            : $"not there; the page reads \"{string.Join(' ', lines).CutTo(LongestLine)}\"";
    }

    private static string Collapse(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private async Task<bool> HoldsAsync(IFrame frame)
    {
        try
        {
            return await frame.EvaluateAsync<bool>(Contains, wanted).ConfigureAwait(false) && await IsShownAsync(frame).ConfigureAwait(false);
        }
        catch (PlaywrightException error) when (frame != page.MainFrame || PlaywrightError.IsTransient(error))
        {
            // The frame has navigated or gone meanwhile.
            return false;
        }
    }

    private static async Task<bool> IsShownAsync(IFrame frame)
    {
        for (var inner = frame; inner.ParentFrame is { } outer; inner = outer)
        {
            var element = await inner.FrameElementAsync().ConfigureAwait(false);
            if (!await element.IsVisibleAsync().ConfigureAwait(false))
            {
                return false;
            }
        }

        return true;
    }
}

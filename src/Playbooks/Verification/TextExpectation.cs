using Microsoft.Playwright;
using Playbooks.Browsing;
using Playbooks.Browsing.Documents;
using Playbooks.Texts;

namespace Playbooks.Verification;

/// <summary><c>expect_text_on_page</c>: the visible text of any frame. Whitespace is collapsed, case is significant, and CSS <c>text-transform</c> is ignored.</summary>
internal sealed class TextExpectation(PageDocuments documents, string text, TimeProvider time) : IDetailedExpectation
{
    private const int LongestLine = 200;

    // A text that the text content does not contain, ignoring whitespace and shadow roots, is not visible either. This is cheap to check first.
    private const string Contains = $$"""
        wanted => {
          const visibleText = {{VisibleText.Function}};
          const root = document.body;
          if (!root) return 'false';
          const compared = {{LookAlikes.Function}};
          const squeeze = text => compared(text).replace(/[\s\u00a0]+/g, '');
          const hasMore = [...root.querySelectorAll('*')].some(element => element.shadowRoot || element.localName === 'input' || element.localName === 'option');
          if (!hasMore && !squeeze(root.textContent).includes(squeeze(wanted))) return 'false';
          return String(compared(visibleText(root)).replace(/\s+/g, ' ').includes(wanted));
        }
        """;

    private const string Lines = $$"""
        () => document.body ? ({{VisibleText.Function}})(document.body) : ''
        """;

    // A frame that hangs must not prevent the others from deciding.
    private static readonly TimeSpan FramePatience = TimeSpan.FromSeconds(1);

    private readonly string wanted = LookAlikes.Compared(text);
    private readonly Dictionary<object, Task<PageDocument?>> looks = [];

    public string Name => "expect_text_on_page";

    public string Expected => $"the text \"{text}\" on the page";

    public bool IsFree => documents.AreFree;

    public async Task<ExpectationResult> LookAsync()
    {
        var main = new List<Task<PageDocument?>>();
        var frames = new List<Task<PageDocument?>>();
        foreach (var document in await documents.ListAsync().ConfigureAwait(false))
        {
            // A document that has not responded to the previous query is neither queried again nor waited for.
            if (looks.TryGetValue(document.Frame, out var look) && !look.IsCompleted)
            {
                if (document.IsMain)
                {
                    main.Add(look);
                }

                continue;
            }

            (document.IsMain ? main : frames).Add(looks[document.Frame] = HolderAsync(document));
        }

        return await FirstHolderAsync(main, frames).ConfigureAwait(false) switch
        {
            null => this.Failed("it is not there"),
            { IsMain: true } => this.Met("it is there"),
            var frame => MetIn(LookAlikes.Shown(frame.Url)),
        };
    }

    public async Task<string> DescribeAsync(ExpectationResult result)
    {
        var texts = await Task.WhenAll((await documents.ListAsync().ConfigureAwait(false)).Select(LinesAsync)).ConfigureAwait(false);
        var lines = texts.SelectMany(lines => lines.Split('\n')).Select(Collapse).Where(line => line.Length > 0).Distinct().ToArray();
        if (lines.Length == 0)
        {
            return "no text at all";
        }

        var wantedInSmall = wanted.ToLowerInvariant();
        var (line, score) = lines.Select(line => (Line: line, Score: Similarity.Measure(wantedInSmall, line.ToLowerInvariant()))).MaxBy(pair => pair.Score);
        return score > 0
            ? $"not there; the closest line is \"{line.Truncate(LongestLine)}\""
            : $"not there; the page reads \"{string.Join(' ', lines).Truncate(LongestLine)}\"";
    }

    private ExpectationResult MetIn(string frame) => this.Met($"it is in the frame {frame}") with
    {
        Note = new("frame", $"{Name} was met because \"{text}\" is in the frame {frame}. The page itself does not show it, and selectors do not search frames."),
    };

    private static string Collapse(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Returns the first document that contains the text. The main document is waited for, and the frames only for a limited time.</summary>
    private async Task<PageDocument?> FirstHolderAsync(List<Task<PageDocument?>> main, List<Task<PageDocument?>> frames)
    {
        using var decided = new CancellationTokenSource();
        var patience = Task.Delay(FramePatience, time, decided.Token);
        try
        {
            while (main.Count + frames.Count > 0)
            {
                var ended = await Task.WhenAny([.. main, .. frames, patience]).ConfigureAwait(false);
                if (ended == patience)
                {
                    frames.Clear();
                    if (main.Count > 0)
                    {
                        return await main[0].ConfigureAwait(false);
                    }
                }
                else if (await ((Task<PageDocument?>)ended).ConfigureAwait(false) is { } holder)
                {
                    // A frame that contains the text decides, but the page itself may contain it as well.
                    return main.Count == 0 || await Task.WhenAny(main[0], patience).ConfigureAwait(false) == patience
                        ? holder
                        : await main[0].ConfigureAwait(false) ?? holder;
                }
                else
                {
                    main.Remove((Task<PageDocument?>)ended);
                    frames.Remove((Task<PageDocument?>)ended);
                }
            }

            return null;
        }
        finally
        {
            await decided.CancelAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Returns the document if it contains the text and is visible; otherwise null.</summary>
    private async Task<PageDocument?> HolderAsync(PageDocument document)
    {
        try
        {
            return await document.EvaluateAsync(Contains, wanted).ConfigureAwait(false) == "true" && await document.IsShownAsync().ConfigureAwait(false) ? document : null;
        }
        catch (PlaywrightException error) when (!document.IsMain || !PlaywrightError.IsClosed(error))
        {
            // The frame has navigated or was removed in the meantime.
            return null;
        }
    }

    private async Task<string> LinesAsync(PageDocument document)
    {
        try
        {
            var lines = document.EvaluateAsync(Lines);
            return await (document.IsMain ? lines : lines.WaitAsync(FramePatience, time)).ConfigureAwait(false) ?? string.Empty;
        }
        catch (Exception error) when (!document.IsMain && error is TimeoutException or PlaywrightException)
        {
            return string.Empty;
        }
    }
}

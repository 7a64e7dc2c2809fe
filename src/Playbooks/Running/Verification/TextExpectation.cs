using Microsoft.Playwright;
using Playbooks.Running.Documents;
using Playbooks.Running.Resolution;

namespace Playbooks.Running.Verification;

/// <summary><c>expect_text_on_page</c>: visible text of any frame, blanks collapsed, case-sensitive, before CSS text-transform.</summary>
internal sealed class TextExpectation(PageDocuments documents, string text, TimeProvider time) : ITellingExpectation
{
    private const int LongestLine = 200;

    // What text content without blanks and shadow roots cannot hold is not visible either: that is cheap to ask first.
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

    // A frame that hangs must not keep the others from deciding.
    private static readonly TimeSpan FramePatience = TimeSpan.FromSeconds(1);

    private readonly string wanted = LookAlikes.Compared(text);
    private readonly Dictionary<object, Task<bool>> looks = [];

    public string Name => "expect_text_on_page";

    public string Expected => $"the text \"{text}\" on the page";

    public bool IsFree => documents.AreFree;

    public async Task<ExpectationResult> LookAsync()
    {
        var main = new List<Task<bool>>();
        var frames = new List<Task<bool>>();
        foreach (var document in await documents.ListAsync().ConfigureAwait(false))
        {
            // A document that has not answered the look before is not asked again, and not waited for either.
            if (looks.TryGetValue(document.Frame, out var look) && !look.IsCompleted)
            {
                if (document.IsMain)
                {
                    main.Add(look);
                }

                continue;
            }

            (document.IsMain ? main : frames).Add(looks[document.Frame] = HoldsAsync(document));
        }

        var held = await AnyHoldsAsync(main, frames).ConfigureAwait(false);
        return this.Is(held, held ? "it is there" : "it is not there");
    }

    public async Task<string> TellAsync(ExpectationResult result)
    {
        var texts = await Task.WhenAll((await documents.ListAsync().ConfigureAwait(false)).Select(LinesAsync)).ConfigureAwait(false);
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

    /// <summary>Ends with the first that holds the text; the main document is waited for, the frames only for a while.</summary>
    private async Task<bool> AnyHoldsAsync(List<Task<bool>> main, List<Task<bool>> frames)
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
                else if (await ((Task<bool>)ended).ConfigureAwait(false))
                {
                    return true;
                }
                else
                {
                    main.Remove((Task<bool>)ended);
                    frames.Remove((Task<bool>)ended);
                }
            }

            return false;
        }
        finally
        {
            await decided.CancelAsync().ConfigureAwait(false);
        }
    }

    private async Task<bool> HoldsAsync(PageDocument document)
    {
        try
        {
            return await document.EvaluateAsync(Contains, wanted).ConfigureAwait(false) == "true" && await document.IsShownAsync().ConfigureAwait(false);
        }
        catch (PlaywrightException error) when (!document.IsMain || !PlaywrightError.IsClosed(error))
        {
            // The frame has navigated or gone meanwhile.
            return false;
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

using Microsoft.Playwright;

namespace Playbooks.Browsing.Documents;

/// <summary>A document that is accessed through Playwright, in any browser. In a traced run, each call is part of the trace, with snapshots.</summary>
internal sealed class FrameDocument(IFrame frame) : PageDocument
{
    public override object Frame => frame;

    public override string Url => frame.Url;

    public override bool IsMain => frame.ParentFrame is null;

    public override Task<string?> EvaluateAsync(string function, string argument = "") => frame.EvaluateAsync<string?>(function, argument);

    public override async Task<bool> IsShownAsync()
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

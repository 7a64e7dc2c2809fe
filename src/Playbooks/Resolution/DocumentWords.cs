using Microsoft.Playwright;

namespace Playbooks.Resolution;

/// <summary>Says why a selector cannot match in a document that is no HTML page, or a set of frames.</summary>
internal static class DocumentWords
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>What to say of the page's document; null: it is an HTML page, or does not answer.</summary>
    public static async Task<string?> DescribeAsync(IPage page, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            var kind = await page.EvaluateAsync<string>("() => document.documentElement?.localName === 'html' ? document.body?.localName ?? 'html' : document.documentElement?.localName ?? ''")
                .WaitAsync(Patience, time, cancellationToken).ConfigureAwait(false);
            return kind switch
            {
                "body" or "html" or "" => null,
                "frameset" => "the page is a <frameset>: what it shows stands in its frames, and selectors do not look into frames",
                _ => $"the document is <{kind}> and no HTML page",
            };
        }
        catch (Exception error) when (error is PlaywrightException or TimeoutException)
        {
            return null;
        }
    }
}

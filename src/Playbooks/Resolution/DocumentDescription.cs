using Microsoft.Playwright;

namespace Playbooks.Resolution;

/// <summary>Explains why a selector cannot match in a document that is not an HTML page, or in a frameset.</summary>
internal static class DocumentDescription
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Describes the document of a page. Returns null if it is an HTML page or does not respond.</summary>
    public static async Task<string?> DescribeAsync(IPage page, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            var kind = await page.EvaluateAsync<string>("() => document.documentElement?.localName === 'html' ? document.body?.localName ?? 'html' : document.documentElement?.localName ?? ''")
                .WaitAsync(Patience, time, cancellationToken).ConfigureAwait(false);
            return kind switch
            {
                "body" or "html" or "" => null,
                "frameset" => "the page is a <frameset>: its content is in frames, which selectors do not search",
                _ => $"the document is <{kind}>, not an HTML page",
            };
        }
        catch (Exception error) when (error is PlaywrightException or TimeoutException)
        {
            return null;
        }
    }
}

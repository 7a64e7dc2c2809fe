namespace Playbooks.Runs.Reports.Html;

/// <summary>A drawn sign for each verdict; the word always stands beside it, or is read out in its place.</summary>
internal static class Icons
{
    /// <summary>The drawings, once a page.</summary>
    public const string Symbols =
        """
        <svg class="symbols" aria-hidden="true">
        <symbol id="i-passed" viewBox="0 0 16 16"><path d="M3.5 8.5l3 3 6-7"/></symbol>
        <symbol id="i-flaky" viewBox="0 0 16 16"><path d="M12.5 5.5A5 5 0 1 0 13 9M12.8 2.5v3.2H9.6"/></symbol>
        <symbol id="i-recovered" viewBox="0 0 16 16"><path d="M8 3v10M3 8h10"/></symbol>
        <symbol id="i-failed" viewBox="0 0 16 16"><path d="M4 4l8 8M12 4l-8 8"/></symbol>
        <symbol id="i-timeout" viewBox="0 0 16 16"><path d="M8 4v4l3 2M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0"/></symbol>
        <symbol id="i-terminated" viewBox="0 0 16 16"><path d="M4.5 4.5h7v7h-7z"/></symbol>
        <symbol id="i-running" viewBox="0 0 16 16"><path d="M3.5 8h.01M8 8h.01M12.5 8h.01"/></symbol>
        </svg>

        """;

    /// <summary>A verdict's sign.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="verdict">Which.</param>
    /// <param name="isAlone">Whether no word stands beside it.</param>
    public static void Icon(this HtmlText html, Verdict verdict, bool isAlone)
    {
        html.Write($"""<span class="icon {verdict.Key()}"><svg aria-hidden="true"><use href="#i-{verdict.Key()}"/></svg></span>""");
        if (isAlone)
        {
            html.Write($"""<span class="unseen">{verdict.Word()}</span>""");
        }
    }
}

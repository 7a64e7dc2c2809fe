namespace Playbooks.Reports.Html;

/// <summary>Renders an icon for each verdict, always next to its word, or with the word for screen readers. The style sheet draws the icons, so that a page with many steps opens faster.</summary>
internal static class Icons
{
    /// <summary>Renders the icon of a verdict.</summary>
    /// <param name="html">The writer.</param>
    /// <param name="verdict">The verdict.</param>
    /// <param name="isAlone">Whether there is no word next to the icon.</param>
    public static void Icon(this HtmlText html, Verdict verdict, bool isAlone)
    {
        html.Write($"""<span class="icon {verdict.Key()}"></span>""");
        if (isAlone)
        {
            html.Write($"""<span class="unseen">{verdict.Word()}</span>""");
        }
    }
}

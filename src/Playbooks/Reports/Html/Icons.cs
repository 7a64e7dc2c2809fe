namespace Playbooks.Reports.Html;

/// <summary>A sign for each verdict; the word always stands beside it, or is read out in its place. The style sheet draws it: a page of many steps opens sooner without drawings in it.</summary>
internal static class Icons
{
    /// <summary>A verdict's sign.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="verdict">Which.</param>
    /// <param name="isAlone">Whether no word stands beside it.</param>
    public static void Icon(this HtmlText html, Verdict verdict, bool isAlone)
    {
        html.Write($"""<span class="icon {verdict.Key()}"></span>""");
        if (isAlone)
        {
            html.Write($"""<span class="unseen">{verdict.Word()}</span>""");
        }
    }
}

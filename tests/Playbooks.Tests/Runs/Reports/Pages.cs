using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Playbooks.Reports;
using Playbooks.Reports.Html;

namespace Playbooks.Tests.Runs.Reports;

/// <summary>Pages as a browser reads them.</summary>
internal static class Pages
{
    public static string Html(this StoredRun run) => new ReportHtml(new ReportedRun(run)).Write();

    public static IHtmlDocument Page(this StoredRun run) => Parse(run.Html());

    public static IHtmlDocument Parse(string html) => new HtmlParser(new() { IsStrictMode = false }).ParseDocument(html);

    /// <summary>What is to be read of an element, blanks collapsed.</summary>
    public static string Words(this IParentNode page, string selector)
    {
        var element = page.QuerySelector(selector);
        Assert.True(element is not null, $"{selector} is not on the page.");
        return WordsOf(element);
    }

    /// <summary>The same of all elements.</summary>
    public static IReadOnlyList<string> All(this IParentNode page, string selector) => [.. page.QuerySelectorAll(selector).Select(WordsOf)];

    private static string WordsOf(IElement element) =>
        string.Join(' ', element.Descendants<IText>().SelectMany(text => text.Data.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
}

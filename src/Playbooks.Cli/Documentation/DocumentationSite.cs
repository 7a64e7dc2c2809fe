using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Playbooks.Language;

namespace Playbooks.Cli.Documentation;

/// <summary>The documentation as a site of static files. It opens from a folder as well as from a server, and searches without one.</summary>
internal static partial class DocumentationSite
{
    /// <summary>The name of the file with what the search finds.</summary>
    public const string SearchIndex = "search-index.js";

    // Files that are not pages are shown by the repository.
    private static readonly string Repository = Rule.All[0].HelpLink[..Rule.All[0].HelpLink.IndexOf("docs/", StringComparison.Ordinal)];

    /// <summary>Returns the files of the site, by their paths.</summary>
    public static IReadOnlyDictionary<string, string> Create()
    {
        var paths = DocumentationPages.Paths.ToHashSet(StringComparer.Ordinal);
        var pages = paths.Select(path => SitePage.Create(path, DocumentationPages.Read(path), paths.Contains, Repository)).OrderBy(static page => page.Path, StringComparer.Ordinal).ToList();
        var listed = ListedPages(pages);
        var files = pages.ToDictionary(static page => page.Target, page => Layout(page, listed), StringComparer.Ordinal);
        files.Add("site.css", EmbeddedFile.Read("site.css"));
        files.Add("search.js", EmbeddedFile.Read("search.js"));
        // A script and not a JSON file: a page that was opened from a folder may load only scripts.
        files.Add(SearchIndex, $"window.searchIndex = {Index(pages)};\n");
        return files;
    }

    // The README lists the pages, in the order in which people read them.
    private static List<SitePage> ListedPages(IReadOnlyList<SitePage> pages) =>
        [.. Link().Matches(DocumentationPages.Read(DocumentationPages.Start).Split("## Documentation")[1])
            .Select(match => pages.FirstOrDefault(page => page.Path == match.Groups["path"].Value))
            .OfType<SitePage>()
            .Distinct()];

    private static string Layout(SitePage page, IEnumerable<SitePage> listed)
    {
        var links = string.Join('\n', listed.Select(other =>
            $"<li><a href=\"{SitePage.Between(page.Path, other.Path)}\"{(other == page ? " aria-current=\"page\"" : string.Empty)}>{WebUtility.HtmlEncode(other.Title)}</a></li>"));
        return $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{WebUtility.HtmlEncode(page.Title)} – Playbooks</title>
            <link rel="stylesheet" href="{page.Root}site.css">
            <script defer src="{page.Root}{SearchIndex}"></script>
            <script defer src="{page.Root}search.js" data-root="{page.Root}"></script>
            </head>
            <body>
            <nav aria-label="Documentation">
            <a class="home" href="{SitePage.Between(page.Path, DocumentationPages.Start)}">Playbooks</a>
            <label>Search <input id="search" type="search" autocomplete="off"></label>
            <ol id="results" hidden></ol>
            <p id="count" role="status"></p>
            <ul id="pages">
            {links}
            </ul>
            </nav>
            <main>
            {page.Content}</main>
            </body>
            </html>

            """.ReplaceLineEndings("\n");
    }

    // Who searches wants to know how something is done, not when it was added.
    private static string Index(IEnumerable<SitePage> pages) => JsonSerializer.Serialize(
        pages.Where(static page => page.Path != "CHANGELOG.md").SelectMany(page => page.Sections.Select(section => new[]
        {
            page.Target + (section.Anchor.Length > 0 ? "#" + section.Anchor : string.Empty),
            section.Heading == page.Title ? page.Title : $"{section.Heading} · {page.Title}",
            section.Text,
        })));

    [GeneratedRegex(@"\]\((?<path>[^)#]+\.md)\)")]
    private static partial Regex Link();
}

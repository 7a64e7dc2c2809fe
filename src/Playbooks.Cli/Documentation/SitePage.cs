using System.Text;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Playbooks.Cli.Documentation;

/// <summary>A page of the documentation as HTML, and what the search finds of it.</summary>
/// <param name="Path">The path of the Markdown file, relative to the root of the repository.</param>
/// <param name="Title">The text of the first heading.</param>
/// <param name="Content">The HTML between the site's navigation and its end.</param>
/// <param name="Sections">Each heading with the text below it, up to the next one.</param>
internal sealed record SitePage(string Path, string Title, string Content, IReadOnlyList<SiteSection> Sections)
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseAutoIdentifiers(AutoIdentifierOptions.GitHub).Build();

    /// <summary>Gets the path of the page in the site.</summary>
    public string Target => TargetOf(Path);

    /// <summary>Gets the path from the page to the root of the site, which is empty or ends with a slash.</summary>
    public string Root => RootOf(Path);

    /// <summary>Creates a page.</summary>
    /// <param name="path">The path of the Markdown file.</param>
    /// <param name="markdown">Its content.</param>
    /// <param name="isPage">Whether a path of the repository is a page of the site.</param>
    /// <param name="repository">The address of the repository's files, which ends with a slash.</param>
    public static SitePage Create(string path, string markdown, Func<string, bool> isPage, string repository)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        foreach (var link in document.Descendants<LinkInline>())
        {
            link.Url = Resolve(link.Url ?? string.Empty, path, isPage, repository);
        }

        var sections = ReadSections(document);
        return new(path, sections.Count > 0 ? sections[0].Heading : path, document.ToHtml(Pipeline), sections);
    }

    /// <summary>Returns the path from one page of the site to another.</summary>
    /// <param name="from">The path of the Markdown file with the link.</param>
    /// <param name="to">The path of the Markdown file that the link leads to.</param>
    public static string Between(string from, string to) => RootOf(from) + TargetOf(to);

    private static string RootOf(string path) => string.Concat(Enumerable.Repeat("../", TargetOf(path).Count(static character => character == '/')));

    // The folder docs is the site, and the README of a folder is its index.
    private static string TargetOf(string path)
    {
        var inside = path.StartsWith("docs/", StringComparison.Ordinal) ? path[5..] : path;
        return inside.EndsWith(DocumentationPages.Start, StringComparison.Ordinal)
            ? inside[..^DocumentationPages.Start.Length] + "index.html"
            : System.IO.Path.ChangeExtension(inside, ".html");
    }

    private static string Resolve(string url, string path, Func<string, bool> isPage, string repository)
    {
        if (url.Length == 0 || url[0] == '#' || Uri.TryCreate(url, UriKind.Absolute, out _))
        {
            return url;
        }

        // Relative to the page, as in the repository: an address is a convenient way to apply the dots.
        var root = new Uri("http://root/");
        var target = new Uri(new Uri(root, path), url);
        var file = target.AbsolutePath[1..];
        return isPage(file) ? Between(path, file) + target.Fragment : repository + file + target.Fragment;
    }

    private static List<SiteSection> ReadSections(MarkdownDocument document)
    {
        var sections = new List<(string Anchor, StringBuilder Heading, StringBuilder Text)>();
        StringBuilder? current = null;
        // Depth first: the words of a block follow it.
        foreach (var part in document.Descendants())
        {
            if (part is HeadingBlock { Level: <= 3 } heading)
            {
                current = new();
                sections.Add((heading.GetAttributes().Id ?? string.Empty, current, new()));
            }
            else if (part is LeafBlock && sections.Count > 0)
            {
                // Cells and paragraphs are words of their own.
                current = sections[^1].Text.Append(' ');
            }

            current?.Append(part switch
            {
                LiteralInline literal => literal.Content.ToString(),
                CodeInline code => code.Content,
                CodeBlock code => code.Lines.ToString(),
                LineBreakInline => " ",
                _ => string.Empty,
            });
        }

        return [.. sections.Select(static section => new SiteSection(Words(section.Heading), section.Anchor, Words(section.Text)))];
    }

    private static string Words(StringBuilder text) => string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

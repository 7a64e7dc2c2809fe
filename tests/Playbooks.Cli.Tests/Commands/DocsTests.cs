using System.Text.Json;
using AngleSharp.Html.Parser;

namespace Playbooks.Cli.Tests.Commands;

/// <summary>The site of the documentation: what the pages link to is there, and what they say can be found.</summary>
public sealed class DocsTests
{
    [Fact]
    public async Task Every_link_inside_the_site_leads_to_a_heading_that_exists_and_every_page_can_be_reached()
    {
        using var tool = new Tool();
        Assert.Equal(0, (await tool.RunAsync("docs", "--out", "site")).ExitCode);
        var parser = new HtmlParser();
        var pages = Directory.EnumerateFiles(tool.PathOf("site"), "*.html", SearchOption.AllDirectories).ToDictionary(path => path, path => parser.ParseDocument(File.ReadAllText(path)));

        var broken = new List<string>();
        var reached = new HashSet<string> { tool.PathOf("site/index.html") };
        foreach (var (path, page) in pages)
        {
            foreach (var link in page.QuerySelectorAll("a[href]").Select(link => link.GetAttribute("href")!).Where(link => !link.StartsWith("https:", StringComparison.Ordinal) && !link.StartsWith("http:", StringComparison.Ordinal)))
            {
                var parts = link.Split('#');
                var target = parts[0].Length == 0 ? path : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, parts[0]));
                reached.Add(target);
                if (!pages.TryGetValue(target, out var other) || (parts.Length > 1 && other.GetElementById(parts[1]) is null))
                {
                    broken.Add($"{Path.GetRelativePath(tool.PathOf("site"), path)}: {link}");
                }
            }
        }

        Assert.Empty(broken);
        Assert.Empty(pages.Keys.Except(reached));
    }

    [Fact]
    public async Task The_search_knows_every_section_and_its_place()
    {
        using var tool = new Tool();
        await tool.RunAsync("docs", "--out", "site");

        var script = tool.Read("site/search-index.js");
        var sections = JsonSerializer.Deserialize<string[][]>(script["window.searchIndex = ".Length..].TrimEnd().TrimEnd(';'))!;

        var section = Assert.Single(sections, section => section[0] == "language.html#for_each");
        Assert.StartsWith("for_each · The playbook language", section[1], StringComparison.Ordinal);
        Assert.Contains("in", section[2], StringComparison.Ordinal);
        Assert.Contains(sections, section => section[0].StartsWith("diagnostics/PB0402.html#", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_site_can_be_written_again()
    {
        using var tool = new Tool();
        await tool.RunAsync("docs");
        await tool.RunAsync("docs");

        Assert.Equal(0, (await tool.RunAsync("docs")).ExitCode);
    }
}

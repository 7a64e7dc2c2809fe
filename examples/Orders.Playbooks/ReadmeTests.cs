using System.Text.RegularExpressions;
using Orders.Tests.Playbooks;

namespace Orders.Tests;

/// <summary>What the README shows is true: its snippets are compiled in this project, and its failing step fails so.</summary>
public sealed class ReadmeTests(PlaybookFixture playbooks) : IClassFixture<PlaybookFixture>
{
    private static readonly string Root = FindRoot();
    private static readonly string Readme = Read("README.md");

    [Fact]
    public void Its_playbooks_are_playbooks_of_this_project() =>
        Assert.All(Fences("yaml"), snippet => Assert.Contains(snippet, Files("*.playbook.yaml")));

    [Fact]
    public void Its_code_is_code_of_this_project() =>
        Assert.All(Fences("csharp"), snippet => Assert.True(
            Files("*.cs").Any(file => file.Contains(snippet, StringComparison.Ordinal)),
            $"No file of examples/Orders.Playbooks holds:\n{snippet}"));

    [Fact]
    public void It_has_snippets_of_every_kind()
    {
        Assert.NotEmpty(Fences("yaml"));
        Assert.True(Fences("csharp").Count >= 2);
        Assert.Equal(2, Fences("text").Count);
        Assert.Contains("dotnet run --project examples/Orders.Playbooks\ndotnet test Playbooks.sln", Fences("bash"));
    }

    [Fact]
    public void It_shows_how_they_are_served()
    {
        var lines = Assert.Single(Fences("bash"), snippet => snippet.Contains("serve", StringComparison.Ordinal)).Split('\n');

        Assert.Equal(3, lines.Length);
        Assert.StartsWith("dotnet run --project examples/Orders.Playbooks -- serve", lines[0], StringComparison.Ordinal);
        Assert.All(lines.Skip(1), line => Assert.Contains($"http://127.0.0.1:{Demo.PlaybookService.UsualPort}/runs", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Its_failing_step_prints_what_it_says()
    {
        var run = await playbooks.RunAsync(new OrderStatus(new(OrderId: 999)));

        // The readme leaves out what would fill its first screen; what it shows must stand in the report, in that order.
        var report = Steady(run.Report);
        var from = 0;
        foreach (var part in Steady(Fences("text")[1]).Split('…', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var found = report.IndexOf(part, from, StringComparison.Ordinal);
            Assert.True(found >= 0, $"The report does not hold, after position {from}:\n{part}\n\nIt is:\n{report}");
            from = found + part.Length;
        }
    }

    private static List<string> Fences(string language) =>
        [.. Regex.Matches(Readme, $"^```{language}\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline).Select(match => match.Groups[1].Value.TrimEnd())];

    private static IEnumerable<string> Files(string pattern) =>
        from file in Directory.EnumerateFiles(Path.Combine(Root, "examples/Orders.Playbooks"), pattern, SearchOption.AllDirectories)
        where !Regex.IsMatch(file, @"[\\/](bin|obj)[\\/]")
        select File.ReadAllText(file).TrimEnd();

    // Ports, times, run ids and the folder of the checkout are of the day.
    private static string Steady(string report)
    {
        // A deterministic build maps the root to /_.
        var text = report.Replace(Root + "/", "", StringComparison.Ordinal).Replace("/_/", "", StringComparison.Ordinal).TrimEnd();
        text = Regex.Replace(text, @"127\.0\.0\.1:\d+", "127.0.0.1:port");
        text = Regex.Replace(text, @"\b[0-9a-f]{32}\b", "run-id");
        text = Regex.Replace(text, @"\d+(\.\d+)? m?s\b", "time");
        return Regex.Replace(text, " +", " ");
    }

    private static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Playbooks.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("Playbooks.sln lies in no folder above the tests.");
    }
}

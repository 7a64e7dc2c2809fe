using Playbooks.Reports;
using Playbooks.Tests.Browsing;

namespace Playbooks.Tests.Runs.Reports;

public sealed class RunReportsTests : IDisposable
{
    private readonly TempFolder temp = new();
    private readonly SampleRun sample;

    public RunReportsTests()
    {
        sample = new(temp["runs", new SampleRun("").RunId]);
        Directory.CreateDirectory(sample.Folder);
    }

    public void Dispose() => temp.Dispose();

    [Fact]
    public async Task All_reports_are_written()
    {
        var output = new StringWriter();
        var settings = new ReportOptions { JUnitPath = temp["junit"], GitHub = new("/src", temp["summary.md"]), Output = output };

        Assert.Empty(await new RunReports(settings).WriteAsync(sample.Failed()));

        Assert.Equal(["error-context.md", "report.html"], Directory.GetFiles(sample.Folder).Select(Path.GetFileName).Order());
        Assert.True(File.Exists(temp["runs", "index.html"]));
        Assert.True(File.Exists(temp["junit", $"TEST-{sample.RunId}.xml"]));
        Assert.StartsWith("- ❌", await File.ReadAllTextAsync(temp["summary.md"]), StringComparison.Ordinal);
        Assert.StartsWith("::error ", output.ToString(), StringComparison.Ordinal);
        Assert.False(Directory.Exists(temp["runs", ".last-green"]));
    }

    [Fact]
    public async Task A_run_that_passed_is_remembered_and_has_no_error_context()
    {
        Assert.Empty(await new RunReports(new()).WriteAsync(sample.Passed()));

        Assert.Equal(["report.html"], Directory.GetFiles(sample.Folder).Select(Path.GetFileName));
        Assert.Single(Directory.GetFiles(temp["runs", ".last-green"]));
    }

    [Fact]
    public async Task What_cannot_be_written_is_told_and_keeps_nothing_else_from_being_written()
    {
        Directory.CreateDirectory(Path.Combine(sample.Folder, "report.html"));
        temp.File("junit", "in the way");
        var settings = new ReportOptions { JUnitPath = temp["junit"], GitHub = new(null, temp["no", "such", "folder"]) };

        var problems = await new RunReports(settings).WriteAsync(sample.Failed());

        Assert.Equal(
            ["report.html", $"JUnit XML (PLAYBOOKS_JUNIT={temp["junit"]})", "GitHub's job summary"],
            problems.Select(problem => problem[..problem.IndexOf(" could not be written: ", StringComparison.Ordinal)]));
        Assert.True(File.Exists(Path.Combine(sample.Folder, "error-context.md")));
        Assert.True(File.Exists(temp["runs", "index.html"]));
        Assert.Empty(Directory.GetFiles(sample.Folder, "*.tmp"));
    }

    [Fact]
    public async Task A_run_that_was_set_aside_is_no_run_of_the_folder_above_it()
    {
        var aside = new SampleRun(temp["runs", "r", "earlier", "1"]);
        Directory.CreateDirectory(aside.Folder);

        Assert.Empty(await new RunReports(new()).WriteAsync(aside.Passed()));

        Assert.True(File.Exists(Path.Combine(aside.Folder, "report.html")));
        Assert.Equal(["1"], Directory.GetFileSystemEntries(temp["runs", "r", "earlier"]).Select(Path.GetFileName));
    }

    [Fact]
    public void The_environment_says_what_is_reported_elsewhere()
    {
        var variables = new Dictionary<string, string> { ["GITHUB_ACTIONS"] = "true", ["GITHUB_WORKSPACE"] = "/w", ["GITHUB_STEP_SUMMARY"] = "/s", ["PLAYBOOKS_JUNIT"] = "out" };

        var settings = ReportOptions.FromEnvironment(variables.GetValueOrDefault, TextWriter.Null);

        Assert.Equal(new("/w", "/s"), settings.GitHub);
        Assert.Equal("out", settings.JUnitPath);
        Assert.Equal(new ReportOptions(), ReportOptions.FromEnvironment(_ => null, TextWriter.Null));
    }
}

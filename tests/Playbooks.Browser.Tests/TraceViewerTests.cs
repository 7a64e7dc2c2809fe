using System.Diagnostics;
using Playbooks.Browser.Tests.Site;
using static Microsoft.Playwright.Assertions;

namespace Playbooks.Browser.Tests;

/// <summary>The command that a failure shows opens its trace in Playwright's own viewer, with the playbook beside it.</summary>
public sealed class TraceViewerTests(PlaybookFixture playbooks, TestSite site) : IClassFixture<PlaybookFixture>, IClassFixture<TestSite>, IDisposable
{
    private readonly string outputRoot = Path.Combine(Path.GetTempPath(), "playbooks tests", Guid.NewGuid().ToString("N"));

    public void Dispose()
    {
        if (Directory.Exists(outputRoot))
        {
            Directory.Delete(outputRoot, recursive: true);
        }
    }

    [Fact]
    public async Task The_command_of_a_failure_opens_its_trace_and_the_viewer_shows_the_line_of_the_failed_step()
    {
        await using var context = await playbooks.NewContextAsync();
        var runner = new PlaybookRunner(new() { BaseUrl = site.BaseUrl, OutputRoot = outputRoot });
        var run = await runner.RunAsync(PlaybookCatalog.Find("evaluate_fails")!.Create(new Dictionary<string, string>()), context);
        using var viewer = Start(run.Failure!.TraceCommand!);
        try
        {
            var page = await context.NewPageAsync();
            await page.GotoAsync(await AddressAsync(viewer));
            await page.GetByText("1 evaluate").ClickAsync();
            await page.GetByText("Source", new() { Exact = true }).ClickAsync();

            await Expect(page.Locator(".source-line-running")).ToContainTextAsync("action: evaluate");
            await Expect(page.GetByText("Evidence of the failure")).ToBeVisibleAsync();
        }
        finally
        {
            viewer.Kill(entireProcessTree: true);
        }
    }

    /// <summary>Starts the command as a user's shell would.</summary>
    private static Process Start(string command)
    {
        var shell = OperatingSystem.IsWindows() ? new ProcessStartInfo("cmd.exe", $"/s /c \"{command}\"") : new("/bin/sh", ["-c", command]);
        shell.RedirectStandardOutput = true;
        // Or it would open the browser of whoever runs the tests.
        shell.Environment["PWTEST_UNDER_TEST"] = "1";
        return Process.Start(shell)!;
    }

    private static async Task<string> AddressAsync(Process viewer)
    {
        while (await viewer.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.IndexOf("http://", StringComparison.Ordinal) is var at and >= 0)
            {
                return line[at..];
            }
        }

        throw new InvalidOperationException("The viewer ended without saying where it listens.");
    }
}

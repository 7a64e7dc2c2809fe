using System.Globalization;
using System.Text;
using Microsoft.Playwright;
using Orders;
using Playbooks.Browsing;

namespace Playbooks.Benchmarks.Suites;

/// <summary>
/// What a suite of 20 tests of the order dashboard costs as a whole process: as playbooks, written by hand with Playwright and xunit.v3, and
/// with @playwright/test, by turns, with the same browser and flags (aims: less than @playwright/test, and less than 1.05 of written by hand).
/// </summary>
internal static class SuiteTimes
{
    private static readonly int[] Workers = [1, 2];

    /// <summary>Measures so many rounds, and returns the medians as a table.</summary>
    public static async Task<string> MeasureAsync(int rounds)
    {
        var root = Directory.CreateTempSubdirectory("playbooks-suite-").FullName;
        await using var app = await OrdersApp.StartAsync();
        try
        {
            var suites = MakeAll(root).ToList();
            var times = suites.SelectMany(static suite => Workers, static (suite, workers) => (suite, workers)).ToDictionary(static side => side, static _ => new List<double>());
            var environment = await EnvironmentAsync(app.BaseUrl);
            for (var round = -1; round < rounds; round++)
            {
                foreach (var (side, measured) in times)
                {
                    var time = side.suite.Run(side.workers, environment);
                    Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{side.suite.Name}, {side.workers} at once: {time.TotalSeconds:0.00} s"));
                    // The first round warms up what the system keeps in memory.
                    if (round >= 0)
                    {
                        measured.Add(time.TotalSeconds);
                    }
                }
            }

            var table = new StringBuilder("| 20 tests, whole process | 1 worker | 2 workers |\n|---|---|---|\n");
            foreach (var suite in suites)
            {
                table.Append(CultureInfo.InvariantCulture, $"| {suite.Name} | {times[(suite, 1)].Median():0.00} s | {times[(suite, 2)].Median():0.00} s |\n");
            }

            foreach (var package in new DirectoryInfo(Suite.FeedOf(root)).GetFiles("*.nupkg"))
            {
                table.Append(CultureInfo.InvariantCulture, $"{package.Name.Split(".0.1")[0]}: {package.Length / 1024:N0} KiB\n");
            }

            return table.ToString();
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static IEnumerable<Suite> MakeAll(string root)
    {
        var playbooks = Suite.OfPlaybooks(root);
        var playwrightTest = Suite.FindPlaywrightTest(root);
        yield return playbooks;
        yield return Suite.WrittenByHand(root);
        if (playwrightTest is not null)
        {
            yield return playwrightTest;
        }

        // A trace is recorded in every run, and kept if the run fails: what playbooks do unless they are told otherwise.
        yield return playbooks with { IsTraced = true };
        if (playwrightTest is not null)
        {
            yield return playwrightTest with { IsTraced = true };
        }
    }

    private static async Task<Dictionary<string, string?>> EnvironmentAsync(string baseUrl)
    {
        using var playwright = await Playwright.CreateAsync();
        var browser = await new BrowserLauncher().FindOrInstallAsync(playwright.Chromium.ExecutablePath, new(), CancellationToken.None);
        return new()
        {
            ["BASE_URL"] = baseUrl,
            ["BROWSER_PATH"] = browser.Path,
            [BrowserOptions.ExecutableVariable] = browser.Path,
            ["BROWSER_ARGUMENTS"] = string.Join(' ', LaunchArguments.For(Machine.Current().IsRoot, new())),
        };
    }
}

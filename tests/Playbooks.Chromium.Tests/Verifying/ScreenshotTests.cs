using Playbooks.Imaging;
using Playbooks.Tests.Browser;
using Playbooks.Tests.Runner.Scripted;

namespace Playbooks.Tests.Verifying;

/// <summary><c>expect_screenshot</c>, with pages of plain boxes: they look the same with every font.</summary>
public sealed class ScreenshotTests(Chromium chromium) : RunnerTest(chromium)
{
    private const string Name = "home-chromium-linux";

    private readonly string playbook = Directory.CreateTempSubdirectory("playbooks-screenshots-").FullName;

    private string Baseline => Path.Combine(playbook, "orders.screenshots", (OperatingSystem.IsLinux() ? Name : Name.Replace("linux", OperatingSystem.IsWindows() ? "windows" : "macos", StringComparison.Ordinal)) + ".png");

    [Fact]
    public async Task A_page_must_look_like_its_accepted_screenshot()
    {
        await ShowAsync("<div style='width: 100px; height: 50px; background: #c0ffee'></div><i style='position: absolute; top: 9px; left: 150px; width: 10px; height: 10px; background: #246'></i>");

        var missing = await LookAsync();
        Assert.Contains($"there is no accepted screenshot; the actual screenshot was written to {Actual}. If it is correct, accept it with PLAYBOOKS_UPDATE_SCREENSHOTS=1", missing.Cause, StringComparison.Ordinal);
        Assert.True(File.Exists(Actual));
        Assert.False(File.Exists(Baseline));
        Assert.Equal(["0001_home-actual.png"], PicturesOf(missing));
        Assert.DoesNotContain("Accepted:", missing.Report, StringComparison.Ordinal);

        var accepted = await LookAsync(accepts: true);
        Assert.True(accepted.Outcome == Outcome.Passed, accepted.Report);
        Assert.Contains(accepted.Notes, note => note.Message == $"The screenshot home was accepted: {Baseline}.");
        Assert.Equal((true, false), (File.Exists(Baseline), File.Exists(Actual)));
        Assert.True((await LookAsync()).Outcome == Outcome.Passed);

        // An animation is at its end, and a caret is hidden.
        await ShowAsync("<style>@keyframes a { from { opacity: 0 } }</style><div style='width: 100px; height: 50px; background: #c0ffee; animation: a 60s'></div><i style='position: absolute; top: 9px; left: 150px; width: 10px; height: 10px; background: #fed'></i>");
        var different = await LookAsync();
        Assert.Contains("expect_screenshot expected the page looks like", different.Cause, StringComparison.Ordinal);
        Assert.Contains("at most 99 pixels different, seen 100 of 921,600 pixels are different", different.Cause, StringComparison.Ordinal);
        Assert.Equal(["0001_home-actual.png", "0001_home-difference.png", "0001_home-expected.png"], PicturesOf(different));
        var shown = PngReader.Read(await File.ReadAllBytesAsync(Path.Combine(different.RunFolder, "screenshots", "0001_home-difference.png")));
        Assert.Equal(100, shown.Pixels.Chunk(4).Count(static pixel => pixel is [255, 0, 0, _]));
        foreach (var line in new[] { $"Accepted:   {Baseline}", $"Difference: {Path.Combine(different.RunFolder, "screenshots", "0001_home-difference.png")}" })
        {
            Assert.Contains(line, different.Report, StringComparison.Ordinal);
        }

        Assert.Contains("src=\"data:image/png;base64,", await File.ReadAllTextAsync(Path.Combine(different.RunFolder, RunFiles.Report)), StringComparison.Ordinal);
        Assert.Contains("Difference: screenshots/0001_home-difference.png", await File.ReadAllTextAsync(Path.Combine(different.RunFolder, RunFiles.ErrorContext)), StringComparison.Ordinal);
        Assert.Contains("screenshots/0001_home-expected.png", StoredRun.Read(different.RunFolder).Status.Artifacts.Select(static artifact => artifact.Path));

        Assert.True((await LookAsync(new("home") { MaxDifferentPixels = 100 })).Outcome == Outcome.Passed);
        Assert.True((await LookAsync(new("home") { MaxDifferentRatio = 0.0002 })).Outcome == Outcome.Passed);
        Assert.Contains("at most 0.01% of the pixels different, seen 100 of", (await LookAsync(new("home") { MaxDifferentRatio = 0.0001 })).Cause, StringComparison.Ordinal);
        Assert.Contains("size is 100×50 instead of 1280×720", (await LookAsync(new("home") { Selector = "div", MaxDifferentRatio = 1 })).Cause, StringComparison.Ordinal);
        Assert.Contains("3 elements match", (await LookAsync(new("home") { Selector = "html, head, body", MaxDifferentPixels = 0 })).Cause, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_masked_does_not_count_and_neither_does_what_a_secret_looks_like()
    {
        var masked = new ScreenshotExpectation("home") { Mask = ["b", "#none"], MaxDifferentPixels = 0 };
        await ShowAsync("<b style='display: block; width: 20px; height: 20px; background: red'></b><p style='width: 300px'>hunter2</p>");
        Assert.True((await LookAsync(masked, accepts: true)).Outcome == Outcome.Passed);

        await ShowAsync("<b style='display: block; width: 20px; height: 20px; background: blue'></b><p style='width: 300px'>hunter2</p>");
        var run = await LookAsync(masked);
        Assert.True(run.Outcome == Outcome.Passed, run.Report);
        Assert.Contains(run.Notes, static note => note.Message == "The mask #none of the screenshot home matched no element. Check the selector.");

        // Nothing of the secret is left: all is white, or covered.
        Assert.All(PngReader.Read(await File.ReadAllBytesAsync(Baseline)).Pixels.Chunk(4), static pixel => Assert.True(pixel is [255, 255, 255, _] or [0x80, 0x80, 0x80, _]));
    }

    [Fact]
    public async Task Nothing_is_compared_while_another_expectation_is_not_met()
    {
        await ShowAsync("<p>Orders</p>");

        var run = await LookAsync(with: new() { TitleContains = "Nowhere", Accessible = true });

        Assert.Equal(
            [("expect_title_contains", false), ("expect_screenshot", false), ("expect_accessible", false)],
            run.Failure!.Expectations.Select(static one => (one.Name, one.IsMet)));
        Assert.All(run.Failure.Expectations.Skip(1), static one => Assert.Equal("not checked, because other expectations were not met", one.Seen));
        Assert.Empty(PicturesOf(run));
        var without = await LookAsync(accepts: true, with: new() { Accessible = true });
        Assert.Contains("seen nothing has checked it; reference the package Playbooks.Accessibility", without.Cause, StringComparison.Ordinal);
    }

    private string Actual => Path.ChangeExtension(Baseline, ".actual.png");

    private static string[] PicturesOf(PlaybookResult run) =>
        [.. Directory.GetFiles(Path.Combine(run.RunFolder, "screenshots"), "*.png").Select(static file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    private Task ShowAsync(string html) => Page.SetContentAsync($"<!doctype html><title>Boxes</title><body style='margin: 0; background: white'>{html}");

    private Task<PlaybookResult<ScriptedOutputs>> LookAsync(ScreenshotExpectation? expectation = null, bool accepts = false, StepVerification? with = null)
    {
        var verification = (with ?? new()) with { Screenshot = expectation ?? new("home") { MaxDifferentPixels = 99 }, Timeout = TimeSpan.FromMilliseconds(50) };
        var step = new ScriptedStep(Info(1, attempts: 1), Work) { Expects = verification };
        return RunAsync(
            new ScriptedPlaybook(step) { SourcePath = Path.Combine(playbook, "orders.playbook.yaml"), Given = [new("password", "hunter2") { Secret = true }] },
            Options with { UpdateScreenshots = accepts, Trace = TraceMode.Never });
    }
}

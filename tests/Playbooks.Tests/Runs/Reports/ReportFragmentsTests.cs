using AngleSharp.Html.Dom;
using Playbooks.Tests.Browsing;

namespace Playbooks.Tests.Runs.Reports;

public sealed class ReportFragmentsTests : IDisposable
{
    private readonly TempFolder temp = new();
    private readonly SampleRun sample;

    public ReportFragmentsTests() => sample = new(temp["0193f0a2"]);

    public void Dispose() => temp.Dispose();

    [Fact]
    public void The_parts_are_those_of_the_report()
    {
        var run = sample.Recovered();
        var (report, parts) = (run.Html(), Parts(run));

        Assert.Contains(parts.RenderRecovery(), report, StringComparison.Ordinal);
        Assert.Contains(parts.RenderValues(), report, StringComparison.Ordinal);
        Assert.Contains(ReportFragments.ReadStyleSheet(), report, StringComparison.Ordinal);
        Assert.Equal(run.Page().All(".steps .name"), Pages.Parse(parts.RenderSteps()).All(".name"));
    }

    [Fact]
    public void Screenshots_are_linked_by_the_urls_of_the_page()
    {
        var parts = Parts(sample.Failed());

        var url = ((IHtmlAnchorElement)Pages.Parse(parts.RenderSteps()).QuerySelector("#step-2 figure a")!).GetAttribute("href");

        Assert.Equal("/shots/0002_click.jpg?a&b", url);
        Assert.Equal(url, Pages.Parse(parts.RenderScreenshotStrip()).QuerySelector(".strip img")!.GetAttribute("src"));
    }

    [Fact]
    public void What_a_run_does_not_have_is_empty()
    {
        var run = sample.Passed();
        var parts = Parts(run with { Records = [], Header = run.Header with { Parameters = [] }, Status = run.Status with { Outputs = new Dictionary<string, string>() } });

        Assert.Equal(("", "", "", ""), (parts.RenderSteps(), parts.RenderScreenshotStrip(), parts.RenderRecovery(), parts.RenderValues()));
    }

    private static ReportFragments Parts(StoredRun run) => new(run, name => $"/shots/{name}?a&b");
}

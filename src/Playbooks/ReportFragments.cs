using Playbooks.Reports;
using Playbooks.Reports.Html;

namespace Playbooks;

/// <summary>Renders parts of a run's report as HTML, for pages that show runs. All text of the run is HTML-encoded.</summary>
public sealed class ReportFragments
{
    private readonly ReportedRun run;
    private readonly LinkedScreenshots screenshots;

    /// <summary>Initializes the parts of a run.</summary>
    /// <param name="run">The run. It can be active.</param>
    /// <param name="screenshotUrl">Returns the URL of a screenshot by its file name in <see cref="RunFiles.Screenshots"/>.</param>
    public ReportFragments(StoredRun run, Func<string, string> screenshotUrl)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(screenshotUrl);
        this.run = new(run);
        screenshots = new(screenshotUrl);
    }

    /// <summary>Reads the style sheet of the report, which the parts require.</summary>
    public static string ReadStyleSheet() => HtmlPage.ReadStyleSheet();

    /// <summary>Renders the steps that were reached, each followed by a list of its nested steps. The HTML element of a step has the id <c>step-</c> followed by the step's address.</summary>
    public string RenderSteps() => Render(html =>
    {
        var branch = new StepBranch(run, screenshots);
        foreach (var step in StepTree.Create(run.Steps))
        {
            branch.WritePlace(html, step);
        }
    });

    /// <summary>Renders the steps inside a step that has not ended, and therefore has no item itself, as a list.</summary>
    /// <param name="address">The address of the step that contains them.</param>
    /// <param name="action">The action of that step, such as <c>attempt</c>, which determines the labels of the iterations.</param>
    public string RenderStepsInside(string address, string action) => Render(html =>
    {
        var branch = new StepBranch(run, screenshots);
        foreach (var step in StepTree.Create(run.Steps, path => path == address ? action : null))
        {
            branch.Write(html, step.Children);
        }
    });

    /// <summary>Renders the screenshots of all actions in a row of small images, to give an overview without opening the steps. Empty if there are none.</summary>
    public string RenderScreenshotStrip() => Render(html => screenshots.WriteStrip(html, run.Run.Actions));

    /// <summary>Renders what a recovery agent did, for a person to review, with the change to the playbook that it suggests. Empty if no recovery was requested.</summary>
    public string RenderRecovery() => Render(new RecoverySection(run).Write);

    /// <summary>Renders the parameters, the built-in values, and the outputs. Empty if there are none.</summary>
    public string RenderValues() => Render(new ValuesSection(run).Write);

    private static string Render(Action<HtmlText> write)
    {
        var html = new HtmlText();
        write(html);
        return html.ToString();
    }
}

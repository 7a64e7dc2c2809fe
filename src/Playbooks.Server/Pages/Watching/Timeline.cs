using System.Globalization;
using Playbooks.Reports;
using Playbooks.Reports.Html;
using Playbooks.Server.Catalog;

namespace Playbooks.Server.Pages.Watching;

/// <summary>
/// Shows the steps of a run on its page: ended, active, and upcoming ones. The timeline is rendered completely once, and then in the parts
/// that a record changes. Both use the same code, so that a page that was updated equals a page that is loaded now.
/// </summary>
internal sealed class Timeline
{
    private const string Finally = "finally.";

    // More than the steps of a playbook.
    private const int BehindAll = 100_000;

    private readonly WatchedRun run;
    private readonly StoredRun shown;
    private readonly Func<string, string> screenshotUrl;
    private readonly SortedDictionary<int, List<ActionRecord>> reached = [];
    private readonly SortedDictionary<int, CatalogStep> planned = [];
    private readonly SourceLines lines;
    private readonly int stepCount;
    private ActionRecord? last;

    // The number of the last step of the playbook itself: those of a called playbook have numbers of their own.
    private int lastStep;

    // The run is queued until then.
    private bool hasBegun;

    // The position of the active item in the top-level list, or 0 if unknown.
    private int now;

    public Timeline(WatchedRun run, Links links)
    {
        this.run = run;
        shown = OnOneLine(run);
        screenshotUrl = name => links.Screenshot(run.Status.RunId, name);
        lines = new(run.Stored.SourceText);
        stepCount = run.Stored.Header.StepCount > 0 ? run.Stored.Header.StepCount : run.Playbook?.StepCount ?? 0;
        foreach (var step in run.IsLive ? run.Playbook?.Steps ?? [] : [])
        {
            planned.TryAdd(PlaceOf(step.Path), step);
        }

        hasBegun = run.Status.Status != RunState.Starting || run.Stored.Records.Count > 0;
        Advance();
        foreach (var action in run.Stored.Actions)
        {
            Add(action);
        }
    }

    /// <summary>Renders the complete list of steps.</summary>
    public string DrawSteps()
    {
        var html = new HtmlText();
        html.Markup("""<ol class="steps" id="timeline">""");
        foreach (var place in reached.Keys.Union(planned.Keys).Order())
        {
            WritePlace(html, place);
        }

        html.Markup("</ol>\n");
        return html.ToString();
    }

    /// <summary>Renders the complete text of the playbook. Empty if it is unknown.</summary>
    public string DrawLines()
    {
        var html = new HtmlText();
        if (!lines.IsEmpty)
        {
            lines.Write(html);
        }

        return html.ToString();
    }

    /// <summary>Renders the progress of the run.</summary>
    public string DrawStanding()
    {
        var html = new HtmlText();
        WriteStanding(html, RunText.Word(run.Status), said: string.Empty);
        return html.ToString();
    }

    /// <summary>Adds a record and renders what it changes. Each element replaces the one with the same id.</summary>
    public string Grow(LogRecord record)
    {
        var html = new HtmlText();
        var action = record as ActionRecord;
        var before = now;
        hasBegun = true;
        if (action is null)
        {
            Advance();
        }
        else
        {
            Add(action);
            WritePlace(html, PlaceOf(action.Path));
        }

        foreach (var place in new[] { before, now }.Distinct().Where(place => before != now && place != PlaceOf(action?.Path ?? string.Empty)))
        {
            WritePlace(html, place);
        }

        if (record is NoteRecord note)
        {
            html.Write($"""<li id="note-{note.Id}" data-into="notes-list" data-n="{note.Id}" data-say="{ReportWording.Note(note)}"><span class="tag">{note.Topic}</span> {ReportWording.Note(note)}</li>""");
        }

        lines.WriteChanged(html);
        WriteStanding(html, "Running", action is null ? string.Empty : Said(action));
        return html.ToString();
    }

    // The bars of all steps share one time axis from the first action to the last, because the run may have been queued for long before.
    private static StoredRun OnOneLine(WatchedRun run)
    {
        var steps = run.Reported.Steps;
        var began = steps.Count == 0 ? run.Status.StartedAt : steps[0].StartedAt;
        var ended = steps.Count == 0 ? began : steps.Max(static step => step.Last.Timestamp);
        return run.Stored with
        {
            Header = run.Stored.Header with { StartedAt = began },
            Status = run.Status with { DurationMs = (ended - began).TotalMilliseconds },
        };
    }

    private void Add(ActionRecord action)
    {
        last = action;
        lastStep = action.Playbook is null ? action.Step : lastStep;
        var place = PlaceOf(action.Path);
        if (!reached.TryGetValue(place, out var records))
        {
            reached[place] = records = [];
        }

        records.Add(action);
        var goesOn = run.IsLive && action.Outcome is null;
        lines.Add(action, goesOn ? Verdict.Running : StepOf(records, action.Path).Verdict);
        Advance();
    }

    // A record is written when its action has ended, so the next step is active by then.
    private void Advance()
    {
        if (!run.IsLive || !hasBegun)
        {
            return;
        }

        var place = last is null ? 0 : PlaceOf(last.Path);
        // A step that contains others ends after them.
        var isInside = last is not null && planned.TryGetValue(place, out var around) && around.Path != last.Path;
        now = isInside || last is { Outcome: null } ? place : planned.Keys.FirstOrDefault(one => one > place);
        if (!reached.ContainsKey(now) && planned.TryGetValue(now, out var step))
        {
            lines.Begin(now, step.Path, step.Line, step.EndLine);
        }
    }

    private void WritePlace(HtmlText html, int place)
    {
        if (reached.TryGetValue(place, out var records))
        {
            var part = new ReportFragments(shown with { Records = [.. records] }, screenshotUrl);
            html.Write($"""<li id="branch-{place}" data-into="timeline" data-n="{place}">""");
            if (planned.TryGetValue(place, out var block) && !records.Exists(record => record.Path == block.Path))
            {
                WriteRow(html, block, isNow: place == now);
                html.Markup(part.RenderStepsInside(block.Path, block.Action));
            }
            else
            {
                html.Markup(part.RenderSteps());
            }

            html.Markup(part.RenderScreenshotStrip());
            html.Markup("</li>\n");
        }
        else if (planned.TryGetValue(place, out var step))
        {
            WritePlanned(html, place, step, isNow: place == now);
        }
    }

    private static void WritePlanned(HtmlText html, int place, CatalogStep step, bool isNow)
    {
        html.Write($"""<li id="branch-{place}" data-into="timeline" data-n="{place}">""");
        WriteRow(html, step, isNow);
        html.Markup("</li>");
    }

    private static void WriteRow(HtmlText html, CatalogStep step, bool isNow)
    {
        html.Write($"""<div class="row {(isNow ? "now" : "ahead")}" data-step="{step.Path}">""");
        html.Write($"""<span class="icon {(isNow ? "running" : "ahead")}"></span><span class="unseen">{(isNow ? "Running" : "Not started")}</span><span class="path">{step.Path}</span>""");
        html.Write($"""<span class="what"><span class="name" dir="auto">{step.Description ?? step.Action}</span> <code>{step.Action}</code></span><a class="place" href="#L{step.Line}">line {step.Line}</a></div>""");
    }

    private void WriteStanding(HtmlText html, string word, string said)
    {
        html.Write($"""<div id="standing" data-word="{word}" data-say="{said}"><p dir="auto">{Progress()}</p>""");
        if (stepCount > 0)
        {
            html.Write($"""<progress max="{stepCount}" value="{Math.Min(stepCount, lastStep)}" aria-label="Steps done"></progress>""");
        }

        html.Markup("</div>\n");
    }

    private string Progress() =>
        planned.TryGetValue(now, out var step) ? string.Create(CultureInfo.InvariantCulture, $"Step {step.Number} of {stepCount}: {step.Description ?? step.Action}")
        : lastStep > 0 ? string.Create(CultureInfo.InvariantCulture, $"Step {lastStep} of {stepCount} has ended")
        : stepCount > 0 ? $"{ReportWording.Count(stepCount, "step")} remaining"
        : string.Empty;

    private string Said(ActionRecord action)
    {
        var step = StepOf(reached[PlaceOf(action.Path)], action.Path);
        return $"Step {action.Path}, {step.Name}: {(action.Outcome is null ? "failed, and the run continues" : step.Verdict.Word())}";
    }

    private static ReportedStep StepOf(List<ActionRecord> records, string path) => new(path, [.. records.Where(one => one.Path == path)]);

    /// <summary>Returns the position in the top-level list to which an address belongs. The steps of <c>finally</c> come last.</summary>
    private static int PlaceOf(string path)
    {
        var isLast = path.StartsWith(Finally, StringComparison.Ordinal);
        var digits = path.AsSpan(isLast ? Finally.Length : 0);
        var end = digits.IndexOfAnyExceptInRange('0', '9');
        return int.TryParse(end < 0 ? digits : digits[..end], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number + (isLast ? BehindAll : 0)
            : 0;
    }
}

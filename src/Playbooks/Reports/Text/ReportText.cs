using System.Globalization;
using System.Text;

namespace Playbooks.Reports.Text;

/// <summary>Formats a failure as text for people, with the most important details first.</summary>
internal sealed class ReportText
{
    private const string Indent = "  ";

    // The report contains all.
    private const int MostBlocks = 20;

    // The whole text is in the folder of the run.
    private const int LongestValue = 500;

    private readonly StringBuilder text = new();

    /// <summary>Returns the report.</summary>
    public static string Create(PlaybookResult result, FailureDetails failure)
    {
        var report = new ReportText();
        report.Head(failure);
        report.Source(failure);
        report.Cause(failure);
        report.Expectations(failure);
        report.Candidates(failure);
        report.Section("Similar names on the page", failure.NearestNames);
        report.Section("Response", failure.Response?.Split('\n') ?? []);
        report.Blocks(result);
        report.Page(failure);
        report.Section("Windows", failure.Windows);
        report.Section("Last requests", failure.Requests.Select(Line));
        report.Section("Console errors", failure.ConsoleErrors);
        report.Section("Notes", result.Notes.Select(ReportWording.Note));
        report.Section("Values", failure.Values.Select(static value => $"{value.Name} = {value.Text.TruncateWithLength(LongestValue)}"));
        report.Differences(failure);
        report.Recovery(result.Recovery);
        report.Section("Not collected", failure.Missing);
        report.Section("Missing evidence", result.EvidenceProblems);
        report.Files(result, failure);
        return report.text.ToString().TrimEnd();
    }

    private static string Line(RequestRecord request)
    {
        var status = request.Failure is not null ? "failed" : request.Status?.ToString(CultureInfo.InvariantCulture) ?? "...";
        var why = request.Failure is null ? string.Empty : $" ({request.Failure})";
        return $"{status,-6} {request.Method} {request.Url}{why}{(request.IsMocked ? " (mocked)" : string.Empty)}";
    }

    private void Head(FailureDetails failure) => Write($"{failure.Where}: {failure.Message}");

    private void Source(FailureDetails failure)
    {
        if (failure.Source is not { } source)
        {
            return;
        }

        Write();
        Write(Indent + source.Place);
        var width = source.Lines.Count == 0 ? 0 : source.Lines[^1].Number.ToString(CultureInfo.InvariantCulture).Length;
        foreach (var line in source.Lines)
        {
            var number = line.Number.ToString(CultureInfo.InvariantCulture).PadLeft(width);
            Write($"{Indent}{(line.Marked ? ">" : " ")} {number} | {line.Text}".TrimEnd());
        }
    }

    private void Cause(FailureDetails failure)
    {
        var tries = failure.Attempts > 1 ? $" (after {failure.Attempts} attempts)" : string.Empty;

        // The first line of the report is not repeated.
        string[] more = [.. failure.Cause.Split('\n').Where(line => !failure.Message.Contains(line, StringComparison.Ordinal))];
        if (more.Length > 0 || tries.Length > 0)
        {
            Section($"Cause{tries}", more.Length > 0 ? more : ["See the message above."]);
        }
    }

    private void Expectations(FailureDetails failure)
    {
        if (failure.Expectations.Count == 0)
        {
            return;
        }

        var table = new TextTable(string.Empty, "Verify", "Expected", "Seen");
        foreach (var one in failure.Expectations)
        {
            table.Add(one.IsMet ? "ok" : "NOT", one.Name, one.Expected, one.Seen);
        }

        Section("Expected and seen", table.Lines());
        foreach (var one in failure.Expectations.Where(static one => one.Pictures is not null))
        {
            // Where nothing has been accepted yet, there is no file to look at.
            var accepted = one.Pictures!.Expected is null ? [] : new[] { (Name: "Accepted", Path: one.Pictures.Accepted) };
            var stored = one.Pictures.All().Select(picture => (picture.Name, Path: Path.Combine(failure.RunFolder, picture.Path)));
            Section($"Pictures of {one.Name}", accepted.Concat(stored).Select(static picture => $"{picture.Name + ":",-11} {picture.Path}"));
        }
    }

    private void Candidates(FailureDetails failure)
    {
        if (failure.Candidates.Count == 0)
        {
            return;
        }

        var table = new TextTable("Selector", "Matches", "Visible", "Reason");
        foreach (var one in failure.Candidates)
        {
            table.Add(
                one.Selector,
                one.Matches.ToString(CultureInfo.InvariantCulture),
                one.Visible.ToString(CultureInfo.InvariantCulture),
                string.Join('\n', one.Elements.Prepend(one.Reason)));
        }

        Section("Selectors", table.Lines());
    }

    /// <summary>Writes how the run got to the failure: the calls, the branches with what their conditions saw, the iterations, and every attempt of groups.</summary>
    private void Blocks(PlaybookResult result)
    {
        var table = new TextTable("Step", "What", "Result");
        var blocks = result.Steps.Where(static step => step.Info.IsBlock).ToList();
        foreach (var block in blocks.TakeLast(MostBlocks))
        {
            var attempts = block.Attempts.Select(static attempt => string.Create(CultureInfo.InvariantCulture, $"attempt {attempt.Number}: {attempt.Cause ?? "passed"}"));
            string[] lines = [.. new[] { block.Output, block.Error }.Where(static text => !string.IsNullOrEmpty(text)).OfType<string>(), .. attempts];
            table.Add(block.Info.Path, block.Description ?? $"{block.Info.Action} {block.Input}".TrimEnd(), lines.Length == 0 ? "passed" : string.Join('\n', lines));
        }

        if (blocks.Count > 0)
        {
            Section(blocks.Count > MostBlocks ? string.Create(CultureInfo.InvariantCulture, $"The last {MostBlocks} of {blocks.Count} calls, branches, loops, and groups") : "Calls, branches, loops, and groups", table.Lines());
        }
    }

    private void Page(FailureDetails failure)
    {
        if (failure.Url is not null)
        {
            Section("Page", [$"URL    {failure.Url}", $"Title  {failure.Title}"]);
        }
    }

    private void Differences(FailureDetails failure)
    {
        if (failure.LastPassed is not { } passed)
        {
            return;
        }

        var table = new TextTable("Step", "What", "Last passed", "Now");
        foreach (var one in failure.Differences)
        {
            table.Add(one.Path, one.What, one.LastPassed, one.Now);
        }

        Section(
            $"Differences from the last passed run ({passed.RunId})",
            failure.Differences.Count == 0 ? ["None up to the failure."] : table.Lines());
    }

    private void Recovery(RecoveryRecord? recovery)
    {
        if (recovery is null)
        {
            return;
        }

        var actions = recovery.Actions.Select(static one => $"did: {one.Action}{(one.Succeeded ? string.Empty : $" (failed: {one.Error})")}");
        Section("Recovery", [recovery.Reason ?? "The recovery succeeded.", .. actions]);
    }

    private void Files(PlaybookResult result, FailureDetails failure)
    {
        Write();
        if (failure.ScreenshotPath is { } screenshot)
        {
            Write($"Screenshot: {screenshot}");
        }

        if (failure.TracePath is { } trace)
        {
            Write($"Trace:      {trace}");
            Write($"Open it:    {failure.TraceCommand}");
        }

        if (result.ReportPath is { } page)
        {
            Write($"Report:     {page}");
        }

        Write($"Run folder: {failure.RunFolder}");
    }

    private void Section(string title, IEnumerable<string> lines)
    {
        var written = lines.ToList();
        if (written.Count == 0)
        {
            return;
        }

        Write();
        Write(title);
        foreach (var line in written)
        {
            Write((Indent + line).TrimEnd());
        }
    }

    private void Write(string line = "") => text.Append(line).Append('\n');
}

using System.Globalization;
using System.Text;
using System.Xml;

namespace Playbooks.Reports.JUnit;

/// <summary>Formats a run as a <c>testsuite</c> of JUnit XML, with a <c>testcase</c> for each step. Failed attempts are written like reruns in the Surefire schema.</summary>
internal sealed class JUnitSuite(ReportedRun run)
{
    private static readonly XmlWriterSettings Settings = new() { OmitXmlDeclaration = true, Indent = true, IndentChars = "  ", NewLineChars = "\n", ConformanceLevel = ConformanceLevel.Fragment };

    // For a run that was interrupted outside of its steps.
    private bool HasOwnCase => run.Verdict.IsBad() && run.Failed is null;

    // A branch that was not taken is no test that was skipped.
    private readonly int unreached = run.Verdict.IsBad() || run.Verdict == Verdict.Expected ? Math.Max(0, run.Header.StepCount - run.ReachedCount) : 0;

    /// <summary>Returns the element.</summary>
    public string Write()
    {
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, Settings))
        {
            Suite(xml);
        }

        return text.ToString();
    }

    private void Suite(XmlWriter xml)
    {
        // An unmet expectation of the run as a whole is a failure, like an assertion; a failure outside of steps is an error.
        var failed = run.Verdict == Verdict.Failed && (run.Failed is not null || run.Error?.Code == ErrorCode.VerificationFailed);
        xml.WriteStartElement("testsuite");
        Attribute(xml, "name", run.Header.Case is { } one ? $"{run.Header.Playbook}.{one}" : run.Header.Playbook);
        Attribute(xml, "id", run.Header.RunId);
        Attribute(xml, "tests", Number(run.Steps.Count + unreached + (HasOwnCase ? 1 : 0)));
        Attribute(xml, "failures", failed ? "1" : "0");
        Attribute(xml, "errors", run.Verdict.IsBad() && !failed ? "1" : "0");
        Attribute(xml, "skipped", Number(unreached));
        Attribute(xml, "time", Seconds(run.DurationMs));
        Attribute(xml, "timestamp", run.Header.StartedAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture));
        Attribute(xml, "file", run.Header.SourcePath);
        Properties(xml);
        foreach (var step in run.Steps)
        {
            Step(xml, step);
        }

        if (HasOwnCase)
        {
            Case(xml, failed ? run.Failure?.Where ?? run.Verdict.Word() : run.Verdict.Word(), run.DurationMs, run.Error?.Details?.Line ?? 0, run.Error?.Details?.File);
            Problem(xml, failed ? "failure" : "error", run.Error?.Code.WireText() ?? run.Verdict.Key(), run.Error?.Message ?? run.Verdict.Meaning(), run.Error?.Details?.Cause);
            xml.WriteEndElement();
        }

        for (var number = 0; number < unreached; number++)
        {
            Case(xml, UnreachedName(number), 0, line: 0);
            xml.WriteStartElement("skipped");
            Attribute(xml, "message", "Not reached");
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        Output(xml, SuiteOutput());
        xml.WriteEndElement();
    }

    // Which steps they are is known only where there are no branches.
    private string UnreachedName(int index) => run.Steps.All(static step => step.Path == Number(step.Number))
        ? $"{Number(run.Header.StepCount - unreached + index + 1)}. not reached"
        : $"not reached ({Number(index + 1)} of {Number(unreached)})";

    private void Properties(XmlWriter xml)
    {
        xml.WriteStartElement("properties");
        IEnumerable<(string Name, string? Text)> all =
        [
            ("run_id", run.Header.OriginalId),
            ("outcome", run.Verdict.Key()),
            ("base_url", run.Header.BaseUrl),
            ("folder", run.Run.Folder),
            .. run.Header.Parameters.Select(static one => ("parameter." + one.Name, (string?)one.Text)),
        ];
        foreach (var (name, text) in all.Where(static one => one.Text is not null))
        {
            xml.WriteStartElement("property");
            Attribute(xml, "name", name);
            Attribute(xml, "value", text!);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private void Step(XmlWriter xml, ReportedStep step)
    {
        Case(xml, $"{step.Path}. {step.Name}", step.DurationMs, step.Last.Line);
        var failed = step.Tries.Where(static one => !one.Success).ToList();
        var isBad = ReferenceEquals(step, run.Failed);
        if (isBad && run.Verdict == Verdict.Expected)
        {
            // A build must not fail because of it; the output contains what happened.
            failed.Clear();
            isBad = false;
        }
        else if (!isBad && !step.Last.Success)
        {
            // A block around the failed step, or a failure that the playbook tolerates: neither is a failure of its own, nor did it pass in the end.
            failed.Clear();
        }

        for (var index = 0; index < failed.Count; index++)
        {
            var one = failed[index];
            var element = !isBad ? "flakyFailure" : index > 0 ? "rerunFailure" : run.Verdict == Verdict.Failed ? "failure" : "error";
            Problem(xml, element, one.ErrorCode ?? "STEP_FAILED", (isBad ? run.Failure?.Message : null) ?? step.Last.Error ?? one.Cause ?? "The step failed.", Details(one));
        }

        if (isBad && failed.Count == 0)
        {
            Problem(xml, run.Verdict == Verdict.Failed ? "failure" : "error", run.Error?.Code.WireText() ?? run.Verdict.Key(), run.Error?.Message ?? run.Verdict.Meaning(), run.Error?.Details?.Cause);
        }

        Output(xml, StepOutput(step));
        xml.WriteEndElement();
    }

    private void Case(XmlWriter xml, string name, double milliseconds, int line, string? file = null)
    {
        xml.WriteStartElement("testcase");
        Attribute(xml, "name", name);
        Attribute(xml, "classname", run.Header.Case is { } one ? $"{run.Header.Playbook}.{one}" : run.Header.Playbook);
        Attribute(xml, "time", Seconds(milliseconds));
        Attribute(xml, "file", file ?? run.Header.SourcePath);
        if (line > 0)
        {
            Attribute(xml, "line", Number(line));
        }
    }

    private static void Problem(XmlWriter xml, string element, string type, string message, string? details)
    {
        xml.WriteStartElement(element);
        Attribute(xml, "message", message);
        Attribute(xml, "type", type);
        if (element is "flakyFailure" or "rerunFailure")
        {
            xml.WriteElementString("stackTrace", XmlCharacters.From(details ?? message));
        }
        else
        {
            xml.WriteString(XmlCharacters.From(details ?? message));
        }

        xml.WriteEndElement();
    }

    private static string Details(ActionRecord one)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{ReportWording.Try(one)}: {one.Cause}");
        foreach (var expectation in one.Expectations.Where(static each => !each.IsMet))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{expectation.Name}: expected {expectation.Expected}, seen {expectation.Seen}");
        }

        foreach (var candidate in one.Candidates)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{candidate.Selector}: {candidate.Matches} matches, {candidate.Visible} visible, {candidate.Reason}");
        }

        return text.Append(CultureInfo.InvariantCulture, $"\nat line {one.Line}, column {one.Column}").ToString();
    }

    private string StepOutput(ReportedStep step)
    {
        var lines = step.Tries.Select(static one => $"{ReportWording.Try(one)}. {one.InputSummary}").ToList();
        if (step.Last.Decided is { } decided)
        {
            lines.Add($"Result: {decided}");
        }

        if (!step.Last.Success && !ReferenceEquals(step, run.Failed) && (step.Last.Error ?? step.Last.Cause) is { } error)
        {
            lines.Add($"{(step.IsWarning ? $"Failed ({step.Tolerance})" : "Failed")}: {error}");
        }

        if (step.Drift is { } drift)
        {
            lines.Add($"Drift: {drift.SelectorPrimary} did not find the element, but {drift.SelectorUsed} did.");
        }

        // The format in which build servers accept attachments.
        lines.AddRange(step.Tries.SelectMany(Images).Select(image => $"[[ATTACHMENT|{Path.Combine(run.Run.Folder, image)}]]"));
        return string.Join('\n', lines);
    }

    private static IEnumerable<string> Images(ActionRecord one) =>
        one.Expectations.SelectMany(static each => each.Pictures?.All() ?? []).Select(static picture => picture.Path)
            .Concat(one.Screenshot is { } screenshot ? [Path.Combine(RunFiles.Screenshots, screenshot)] : []);

    private string SuiteOutput() => string.Join('\n', run.Problems.Concat(run.Notes.Select(static note => $"{note.Topic}: {ReportWording.Note(note)}")).Append($"Report: {Path.Combine(run.Run.Folder, RunFiles.Report)}"));

    private static void Output(XmlWriter xml, string text)
    {
        if (text.Length > 0)
        {
            xml.WriteElementString("system-out", XmlCharacters.From(text));
        }
    }

    private static void Attribute(XmlWriter xml, string name, string text) => xml.WriteAttributeString(name, XmlCharacters.From(text));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Seconds(double milliseconds) => (milliseconds / 1000).ToString("0.000", CultureInfo.InvariantCulture);
}

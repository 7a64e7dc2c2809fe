namespace Playbooks.Xunit;

/// <summary>The test that runs a playbook.</summary>
internal static class CurrentTest
{
    /// <summary>Gets a token that is canceled when the test must end: at its timeout, or when a person stops the tests.</summary>
    public static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    /// <summary>Adds the evidence of a run to the result of the test: the report, the trace, the screenshots, and a warning if the run was flaky or recovered.</summary>
    public static void Add(PlaybookResult run)
    {
        // A fixture can run a playbook as well, before any test.
        if (TestContext.Current.Test is null)
        {
            return;
        }

        foreach (var attachment in RunAttachment.From(run))
        {
            Add(attachment, run);
        }

        if (WarningOf(run) is { } warning)
        {
            TestContext.Current.AddWarning(warning);
        }
    }

    // A test can run a playbook more than once.
    private static void Add(RunAttachment attachment, PlaybookResult run)
    {
        var test = TestContext.Current;
        var name = test.Attachments?.ContainsKey(attachment.Name) == true ? $"{attachment.Name} {run.RunId}" : attachment.Name;
        test.AddAttachment(name, File.ReadAllBytes(attachment.Path), replaceExistingValue: true, attachment.MediaType);
    }

    private static string? WarningOf(PlaybookResult run) => run.Outcome switch
    {
        Outcome.Flaky => $"{run.Playbook.Name} is flaky: {Steps(run, Outcome.Flaky)} needed more than one attempt. Report: {run.ReportPath ?? run.RunFolder}",
        Outcome.Recovered => $"{run.Playbook.Name} is recovered: a recovery agent completed {Steps(run, Outcome.Recovered)}. Report: {run.ReportPath ?? run.RunFolder}",
        _ => null,
    };

    private static string Steps(PlaybookResult run, Outcome outcome) =>
        run.Steps.Where(step => step.Outcome == outcome).Select(static step => $"step {step.Info.Number}{(step.Info.Id is { } id ? $" ({id})" : "")}").Distinct().ToList() is { Count: > 0 } steps
            ? string.Join(", ", steps)
            : "a step";
}

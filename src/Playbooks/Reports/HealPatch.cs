using Playbooks.Healing;

namespace Playbooks.Reports;

/// <summary>
/// The change of the playbook that a recovery suggests: each recovered step gets the selector with which the agent has worked first, and keeps
/// its own as a fallback.
/// </summary>
internal sealed class HealPatch(ReportedRun run)
{
    private const int ShortestValue = 3;

    /// <summary>Returns the steps with their new selectors, as they are to be written.</summary>
    public IReadOnlyList<(ReportedStep Step, string Selector)> FindSelectors() =>
    [
        .. from step in run.Steps
           where step.Last is { Outcome: Outcome.Recovered, Playbook: null, Line: > 0, SelectorPrimary: not null }
           let selector = Worked(step)
           where selector is not null && !selector.StartsWith("aria-ref=", StringComparison.Ordinal)
           let written = WithPlaceholders(selector)
           where written is not null && written != step.Last.SelectorPrimary
           group (step, written) by step.Last.Line into same
           select same.First(),
    ];

    /// <summary>Returns the diff, or null if there is nothing to change.</summary>
    public string? Create()
    {
        if (run.Run.SourceText is not { } before || !run.Verdict.IsGood())
        {
            return null;
        }

        var after = before;
        foreach (var (step, selector) in FindSelectors().OrderByDescending(static one => one.Step.Last.Line))
        {
            var at = YamlScanner.FindSelectors(after).FirstOrDefault(one => one.Line >= step.Last.Line && one.Line <= step.Last.EndLine);
            after = at is null ? after : SelectorEdit.Apply(after, at, selector, step.Last.SelectorPrimary!) ?? after;
        }

        return UnifiedDiff.Create(run.Header.SourcePath, before, after) is { Length: > 0 } diff ? diff : null;
    }

    /// <summary>Returns the command that applies the patch.</summary>
    public string Command() => $"playbooks heal \"{run.Run.Folder}\" --apply";

    /// <summary>Finds the selector of the agent's action that did what the step does, or of the element that it has read. Null if that is not certain.</summary>
    private string? Worked(ReportedStep step)
    {
        if (step.Last is { Tool: ActionRecord.RecoveryTool, SelectorUsed: { } read })
        {
            return read;
        }

        var same = run.RecoveryActions.Where(one => one.Success && one.Action == step.Last.Action && one.SelectorUsed is not null).ToList();
        var recovered = run.Steps.Where(one => one.Last.Outcome == Outcome.Recovered && one.Last.Action == step.Last.Action).ToList();
        return recovered.Count == 1 ? same.LastOrDefault(one => one.Path == step.Path)?.SelectorUsed
            : same.Count == recovered.Count ? same[recovered.IndexOf(step)].SelectorUsed
            : null;
    }

    // A value of this run in the selector would make the playbook work for this value only.
    private string? WithPlaceholders(string selector)
    {
        foreach (var parameter in run.Header.Parameters.Where(static one => one.Text.Length >= ShortestValue).OrderByDescending(static one => one.Text.Length))
        {
            selector = selector.Replace(parameter.Text, $"{{{parameter.Name}}}", StringComparison.Ordinal);
        }

        return selector.Contains("***", StringComparison.Ordinal) ? null : selector;
    }
}

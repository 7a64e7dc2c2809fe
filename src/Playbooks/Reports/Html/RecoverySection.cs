namespace Playbooks.Reports.Html;

/// <summary>Renders the actions of a recovery agent, for a person to review. Renders nothing if no recovery was requested.</summary>
internal sealed class RecoverySection(ReportedRun run)
{
    public void Write(HtmlText html)
    {
        var summary = run.Run.End?.Recovery;
        if (summary is null && run.RecoveryActions.Count == 0)
        {
            return;
        }

        html.Markup("""<section id="recovery" aria-labelledby="recovery-title"><div class="wide"><h2 id="recovery-title">Recovery</h2>""");
        html.Write($"""<p>{Sentence(summary)}</p>""");
        if (run.RecoveryActions.Count > 0)
        {
            html.Markup("""<p class="quiet">Actions of the agent, for a person to review:</p><ol class="plain">""");
            foreach (var action in run.RecoveryActions)
            {
                html.Write($"<li>Step {action.Path}: <strong>{action.Action}</strong> <code>{action.InputSummary}</code>{(action.Success ? string.Empty : $" failed: {action.Cause}")}</li>");
            }

            html.Markup("</ol>\n");
        }

        if (new HealPatch(run) is var patch && patch.Create() is { } diff)
        {
            html.Write($"""<h3>Suggested change to the playbook</h3><p class="cause"><code>{diff}</code></p><p>Review it (the run's folder contains it as {RunFiles.HealPatch}), and apply it with</p><p class="cause"><code>{patch.Command()}</code></p>""");
        }

        html.Markup("</div></section>\n");
    }

    private static string Sentence(RecoverySummary? summary) => summary?.Status switch
    {
        null => "A recovery agent was active when the run was interrupted.",
        RecoveryStatus.Succeeded => $"Step {summary.Step} failed, and a recovery agent completed it. Every step was verified.",
        RecoveryStatus.NoAgent => summary.Reason ?? $"Step {summary.Step} requested recovery, but the run had no agent.",
        _ => $"Step {summary.Step} failed, and so did recovery: {summary.Reason}",
    };
}

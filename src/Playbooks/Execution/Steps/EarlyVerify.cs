using Playbooks.Execution.Run;
using Playbooks.Steps;

namespace Playbooks.Execution.Steps;

/// <summary>Notes a <c>verify</c> that is already met before its action, and therefore does not prove that the action had an effect.</summary>
internal sealed class EarlyVerify(RunContext run)
{
    /// <summary>Checks once, if this has almost no cost. If the result is unknown, nothing is noted.</summary>
    public async Task NoteAsync(Step step)
    {
        if (step.Verify is { } verify && step.ChangesPage
            && await run.Verifier.HoldsAlreadyAsync(run.Page, verify, run.Stop.Token).ConfigureAwait(false))
        {
            run.Browser.Effects.Note("verify", $"The verify of step {step.Info.Path} was already met before its action ({step.Info.Action}), so it does not prove that the action worked.");
        }
    }
}

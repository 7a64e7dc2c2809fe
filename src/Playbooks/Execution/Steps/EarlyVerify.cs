

using Playbooks.Execution.Run;
using Playbooks.Steps;

namespace Playbooks.Execution.Steps;

/// <summary>Notes a <c>verify</c> that holds before its action: it cannot tell whether the action did anything.</summary>
internal sealed class EarlyVerify(RunContext run)
{
    /// <summary>Looks once, where that costs next to nothing; what cannot be told is not noted.</summary>
    public async Task NoteAsync(Step step)
    {
        if (step.Verify is { } verify && step.ChangesPage
            && await run.Verifier.HoldsAlreadyAsync(run.Page, verify, run.Stop.Token).ConfigureAwait(false))
        {
            run.Effects.Note("verify", $"The verify of step {step.Info.Path} was already met before its action ({step.Info.Action}), so it does not prove that the action worked.");
        }
    }
}

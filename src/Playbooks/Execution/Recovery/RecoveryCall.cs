using Playbooks.Execution.Run;
using Playbooks.Guarding.Secrets;
using Playbooks.Steps;
using Playbooks.Texts;

namespace Playbooks.Execution.Recovery;

/// <summary>Passes a failed step and all steps after it to the recovery agent.</summary>
internal sealed class RecoveryCall(RunContext run, IRecoveryAgent agent)
{
    /// <summary>Calls the agent. An exception of the agent counts as not done.</summary>
    public async Task<RecoveryResult> AskAsync(Step step, StepResult failed, IReadOnlyList<NamedValue> stored)
    {
        NamedValue[] builtIn = [new("base_url", run.Values.BaseUrl), new("run_id", run.Values.RunId)];
        var request = new RecoveryRequest
        {
            Playbook = run.Playbook,
            SourceText = run.Mask.Apply(run.Playbook.Source.ReadText()),
            FailedStep = step,
            Error = failed.Error!,
            Cause = failed.Cause!,
            Attempts = failed.Attempts,
            RemainingSteps = [.. run.Playbook.Steps.Where(other => other.Number > step.Info.Number)],
            Values = run.Mask.ApplyTo([.. run.Given, .. builtIn, .. stored]),
            Secrets = run.Given.Where(static value => value.Secret).ToDictionary(static value => value.Name, static value => new Secret(value.Text)),
            Page = run.Page,
            Guard = run.Guard.ForRecovery(run.Values.BaseUrl),
        };
        try
        {
            return await agent.RecoverAsync(request, run.Stop.Token).WaitAsync(run.Stop.Token).ConfigureAwait(false)
                ?? new RecoveryResult { Done = false, Why = "The agent returned no result." };
        }
        catch (Exception) when (run.Stop.IsRequested)
        {
            return new() { Done = false, Why = run.Stop.Reason.Message };
        }
        catch (Exception failure)
        {
            return new() { Done = false, Why = $"The agent failed: {CauseText.Plain(failure)}" };
        }
    }
}

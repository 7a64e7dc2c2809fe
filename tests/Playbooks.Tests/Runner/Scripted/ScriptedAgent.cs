namespace Playbooks.Tests.Runner.Scripted;

/// <summary>A recovery agent that does what the test says.</summary>
internal sealed class ScriptedAgent(Func<RecoveryRequest, Task<RecoveryResult>> recover) : IRecoveryAgent
{
    /// <summary>An agent that acts first and then reports the failed step as done.</summary>
    public ScriptedAgent(Func<Task>? act = null, RecoveryResult? result = null)
        : this(request => ActAsync(request, act, result))
    {
    }

    /// <summary>What it was asked, in order.</summary>
    public List<RecoveryRequest> Asked { get; } = [];

    public Task<RecoveryResult> RecoverAsync(RecoveryRequest request, CancellationToken cancellationToken)
    {
        Asked.Add(request);
        return recover(request);
    }

    private static async Task<RecoveryResult> ActAsync(RecoveryRequest request, Func<Task>? act, RecoveryResult? result)
    {
        await (act?.Invoke() ?? Task.CompletedTask);
        await request.Actions.StepDoneAsync(request.FailedStep.Info.Address);
        return result ?? new();
    }
}

namespace Playbooks.Tests.Runner.Scripted;

/// <summary>A recovery agent that does what the test says.</summary>
internal sealed class ScriptedAgent(Func<RecoveryRequest, Task<RecoveryResult>> recover) : IRecoveryAgent
{
    /// <summary>What it was asked, in order.</summary>
    public List<RecoveryRequest> Asked { get; } = [];

    public Task<RecoveryResult> RecoverAsync(RecoveryRequest request, CancellationToken cancellationToken)
    {
        Asked.Add(request);
        return recover(request);
    }
}

using Playbooks.RunFolder.Log;

namespace Playbooks;

/// <summary>Receives notifications about a run while it is active. All text is masked. Each method does nothing unless it is implemented.</summary>
/// <remarks>The calls of one run are sequential; runs that share a listener call it concurrently. Exceptions of a listener are logged and do not affect the run.</remarks>
public interface IStepListener
{
    /// <summary>Called when a run starts, before anything is opened.</summary>
    void OnRunStarted(RunStarted started)
    {
    }

    /// <summary>Called when a step starts.</summary>
    void OnStepStarted(StepStarted started)
    {
    }

    /// <summary>Called when an attempt of a step fails. Another attempt can follow.</summary>
    void OnAttemptFailed(AttemptFailed failed)
    {
    }

    /// <summary>Called when all attempts of a step have failed and the recovery agent is called. <see cref="OnStepEnded"/> follows later.</summary>
    void OnRecoveryStarted(StepResult failed)
    {
    }

    /// <summary>Called when a recovery agent has acted, or when its action was refused.</summary>
    void OnRecoveryActed(RecoveryActed acted)
    {
    }

    /// <summary>Called when the recovery agent has returned.</summary>
    void OnRecoveryEnded(RecoveryEnded recovery)
    {
    }

    /// <summary>Called when a step ends. A step that a recovery agent completed ends when it is verified.</summary>
    void OnStepEnded(StepResult step)
    {
    }

    /// <summary>Called for a note that does not concern the result of a step, for example that a guardrail blocked a host.</summary>
    void OnNote(RunNote noted)
    {
    }

    /// <summary>Called when the run ends. No further calls follow.</summary>
    void OnRunEnded(PlaybookResult result)
    {
    }
}

/// <summary>Describes the start of a run.</summary>
/// <param name="Playbook">The description of the playbook.</param>
/// <param name="RunId">The id of the run.</param>
/// <param name="Values">The values of the parameters. Secrets are <c>***</c>.</param>
/// <param name="StartedAt">The start of the run, in UTC.</param>
public sealed record RunStarted(PlaybookInfo Playbook, RunId RunId, IReadOnlyList<NamedValue> Values, DateTimeOffset StartedAt)
{
    /// <summary>Gets the seed of the fresh values.</summary>
    public string Seed { get; init; } = string.Empty;

    /// <summary>Gets a tail that follows the run's log as it is written, without polling, or null if the run has no log.</summary>
    public ActionLogTail? Log { get; init; }
}

/// <summary>Describes the start of a step.</summary>
/// <param name="Step">The step.</param>
/// <param name="StepCount">The number of steps of the playbook.</param>
/// <param name="Description">The description with values filled in, or null.</param>
/// <param name="Input">A one-line summary of the action and its input.</param>
public sealed record StepStarted(StepInfo Step, int StepCount, string? Description, string Input)
{
    /// <summary>Gets the arguments of the action by the names of its params. A value longer than 500 characters is truncated and followed by its full length.</summary>
    public IReadOnlyDictionary<string, string> Arguments { get; init; } = new Dictionary<string, string>();
}

/// <summary>Describes a failed attempt.</summary>
/// <param name="Step">The step.</param>
/// <param name="Attempt">The result of the attempt.</param>
/// <param name="IsLast">Whether no further attempt follows.</param>
public sealed record AttemptFailed(StepInfo Step, AttemptResult Attempt, bool IsLast);

/// <summary>Describes a note about a run.</summary>
/// <param name="Topic">The topic in one word, such as <c>guardrail</c> or <c>stuck</c>.</param>
/// <param name="Message">A complete sentence.</param>
public sealed record RunNote(string Topic, string Message)
{
    /// <summary>Gets the address of the step that the note belongs to, or null if it concerns the run as a whole.</summary>
    public string? Path { get; init; }
}

/// <summary>Describes an action of a recovery agent.</summary>
/// <param name="Step">The step that the agent recovers.</param>
/// <param name="Action">The action with its result.</param>
/// <param name="Attempt">The evidence of the action.</param>
public sealed record RecoveryActed(StepInfo Step, RecoveryActionResult Action, AttemptResult Attempt);

/// <summary>Describes the end of a recovery agent's work.</summary>
/// <param name="Failed">The failed step, for which the agent was called.</param>
/// <param name="Done">Whether the step was verified.</param>
/// <param name="Reason">The reason if it was not verified; otherwise null.</param>
/// <param name="Duration">The duration of the agent's work.</param>
/// <param name="InputTokens">The number of input tokens of the agent's model.</param>
/// <param name="OutputTokens">The number of output tokens of the agent's model.</param>
public sealed record RecoveryEnded(
    StepResult Failed, bool Done, string? Reason, TimeSpan Duration, long InputTokens, long OutputTokens);

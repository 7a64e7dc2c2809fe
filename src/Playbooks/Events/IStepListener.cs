
using Playbooks.RunFolder.Log;

namespace Playbooks;

/// <summary>Is told how a run goes on, as it goes on. All texts are masked. Each method does nothing unless it is implemented.</summary>
/// <remarks>Calls of one run come one after the other; runs that share a listener call it at the same time. What a listener throws is logged and changes nothing.</remarks>
public interface IStepListener
{
    /// <summary>A run begins; nothing has been opened yet.</summary>
    void OnRunStarted(RunStarted started)
    {
    }

    /// <summary>A step begins.</summary>
    void OnStepStarted(StepStarted started)
    {
    }

    /// <summary>A try of a step failed; there may be another.</summary>
    void OnAttemptFailed(AttemptFailed failed)
    {
    }

    /// <summary>A step failed at every try, and a recovery agent is asked; how the step ended is told of later.</summary>
    void OnRecoveryStarted(StepResult failed)
    {
    }

    /// <summary>The recovery agent has returned; whether what it says holds is not known yet.</summary>
    void OnRecoveryEnded(RecoveryEnded recovery)
    {
    }

    /// <summary>A step ended. Steps that a recovery agent took over are told of when the recovery is decided.</summary>
    void OnStepEnded(StepResult step)
    {
    }

    /// <summary>There is something that a person should know of, and that is no step: a host that a guardrail refused, say.</summary>
    void OnNoted(Noted noted)
    {
    }

    /// <summary>The run ended; nothing follows.</summary>
    void OnRunEnded(PlaybookResult result)
    {
    }
}

/// <summary>A run begins.</summary>
/// <param name="Playbook">What runs.</param>
/// <param name="RunId">The run.</param>
/// <param name="Values">The parameters' values, secrets as <c>***</c>.</param>
/// <param name="StartedAt">When, in UTC.</param>
public sealed record RunStarted(PlaybookInfo Playbook, RunId RunId, IReadOnlyList<NamedValue> Values, DateTimeOffset StartedAt)
{
    /// <summary>Follows the run's log as it is written, without looking again and again; null: the run could write none.</summary>
    public ActionLogTail? Log { get; init; }
}

/// <summary>A step begins.</summary>
/// <param name="Step">Which one.</param>
/// <param name="StepCount">How many the playbook has.</param>
/// <param name="Description">Its description, bound; null: none.</param>
/// <param name="Input">What it does with what, in one line.</param>
public sealed record StepStarted(StepInfo Step, int StepCount, string? Description, string Input)
{
    /// <summary>What its action is given, by the names of its params; texts over 500 characters are cut and their full length is named.</summary>
    public IReadOnlyDictionary<string, string> Arguments { get; init; } = new Dictionary<string, string>();
}

/// <summary>A try of a step failed.</summary>
/// <param name="Step">Which one.</param>
/// <param name="Attempt">The try.</param>
/// <param name="IsLast">Whether there is no further try.</param>
public sealed record AttemptFailed(StepInfo Step, AttemptResult Attempt, bool IsLast);

/// <summary>Something that a person should know of.</summary>
/// <param name="Topic">What it is about, in one word, such as <c>guardrail</c> or <c>stuck</c>.</param>
/// <param name="Message">The whole sentence.</param>
public sealed record Noted(string Topic, string Message)
{
    /// <summary>The address of the step that it belongs to; null: it belongs to the run as a whole.</summary>
    public string? Path { get; init; }
}

/// <summary>A recovery agent has returned.</summary>
/// <param name="Failed">The step that it was asked to finish, with all after it.</param>
/// <param name="Done">Whether it says that all is done.</param>
/// <param name="Why">Why not; null: it is done.</param>
/// <param name="Actions">What it did instead, in order.</param>
/// <param name="Duration">How long it took.</param>
/// <param name="InputTokens">Tokens that its model read.</param>
/// <param name="OutputTokens">Tokens that its model wrote.</param>
public sealed record RecoveryEnded(
    StepResult Failed, bool Done, string? Why, IReadOnlyList<RecoveryAction> Actions, TimeSpan Duration, long InputTokens, long OutputTokens);

namespace Playbooks.Agent;

/// <summary>The result of a task without a playbook.</summary>
public class AgentResult
{
    internal AgentResult(AgentVerdict verdict, PlaybookResult run, string? draft)
    {
        Verdict = verdict;
        Run = run;
        Draft = draft;
    }

    /// <summary>Gets whether the task is done, and whether that was checked.</summary>
    public AgentVerdict Verdict { get; }

    /// <summary>Gets the run with its folder, steps, tokens, and report. Its outcome is <see cref="Outcome.Recovered"/> if the task is verified, and otherwise <see cref="Outcome.Failed"/>.</summary>
    public PlaybookResult Run { get; }

    /// <summary>Gets why the task is not verified, or null if it is.</summary>
    public string? Error => Verdict switch
    {
        AgentVerdict.Verified => null,
        AgentVerdict.Unverified => $"The model reports the task as done, but nothing has checked it. Set {nameof(AgentTask)}.{nameof(AgentTask.Verify)}.",
        _ => Run.Error,
    };

    /// <summary>Gets a playbook that does what the model did, as YAML to review, or null if the model did nothing.</summary>
    public string? Draft { get; }
}

/// <summary>The result of a task that runs without a playbook and returns a value.</summary>
/// <typeparam name="TValue">The type of the value.</typeparam>
public sealed class AgentResult<TValue> : AgentResult
    where TValue : notnull
{
    private readonly object? value;

    internal AgentResult(AgentVerdict verdict, PlaybookResult run, string? draft, object? value)
        : base(verdict, run, draft) => this.value = value;

    /// <summary>Gets whether the run has read a value.</summary>
    public bool HasValue => value is not null;

    /// <summary>Gets the value, which the run has read from the element that the model named.</summary>
    /// <exception cref="InvalidOperationException">The task failed, so there is no value.</exception>
    public TValue Value => value is TValue read ? read : throw new InvalidOperationException($"The task has no value: {Error}");
}

/// <summary>Specifies whether a task is done.</summary>
public enum AgentVerdict
{
    /// <summary>The task failed, or its check was not met.</summary>
    Failed,

    /// <summary>The model reports the task as done, but there was nothing to check it with.</summary>
    Unverified,

    /// <summary>The model reports the task as done, and its check was met.</summary>
    Verified,
}

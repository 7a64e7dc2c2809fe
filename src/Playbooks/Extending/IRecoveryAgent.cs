using Microsoft.Playwright;
using Playbooks.Steps;

namespace Playbooks;

/// <summary>Completes a failed step and all steps after it by other means. The agent never decides the outcome: every <c>verify</c> is checked again afterwards.</summary>
public interface IRecoveryAgent
{
    /// <summary>Takes over from the failed step.</summary>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    Task<RecoveryResult> RecoverAsync(RecoveryRequest request, CancellationToken cancellationToken);
}

/// <summary>Describes the task of a recovery agent. All texts are masked, except those of <see cref="FailedStep"/> and <see cref="Secrets"/>.</summary>
public sealed record RecoveryRequest
{
    /// <summary>Gets the description of the playbook.</summary>
    public required PlaybookInfo Playbook { get; init; }

    /// <summary>Gets the text of the playbook as it was compiled.</summary>
    public required string SourceText { get; init; }

    /// <summary>Gets the failed step with values filled in. Its texts are not masked.</summary>
    public required Step FailedStep { get; init; }

    /// <summary>Gets the error message for people.</summary>
    public required string Error { get; init; }

    /// <summary>Gets the technical cause.</summary>
    public required string Cause { get; init; }

    /// <summary>Gets the results of all attempts of the failed step.</summary>
    public required IReadOnlyList<AttemptResult> Attempts { get; init; }

    /// <summary>Gets the steps after the failed one, in order.</summary>
    public required IReadOnlyList<StepInfo> RemainingSteps { get; init; }

    /// <summary>Gets the parameters, the built-in values, and the outputs that were stored so far. Secrets are <c>***</c>.</summary>
    public required IReadOnlyList<NamedValue> Values { get; init; }

    /// <summary>Gets the secret parameters by name. Type them into the page, but never show them to a model.</summary>
    public required IReadOnlyDictionary<string, Secret> Secrets { get; init; }

    /// <summary>Gets the page in the state after the failed step.</summary>
    public required IPage Page { get; init; }

    /// <summary>Gets the guard to call before and after each action. It stops a recovery that loops.</summary>
    public required RecoveryGuard Guard { get; init; }
}

/// <summary>Describes the work of a recovery agent.</summary>
public sealed record RecoveryResult
{
    /// <summary>Gets whether the agent reports that everything is done.</summary>
    public required bool Done { get; init; }

    /// <summary>Gets the reason if not everything is done; otherwise null.</summary>
    public string? Why { get; init; }

    /// <summary>Gets the texts of the outputs that the failed step and the steps after it store, by <c>store_as</c>. Each text is parsed as if the step had read it from the page.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();

    /// <summary>Gets the actions of the agent, in order, for a person to review.</summary>
    public IReadOnlyList<RecoveryAction> Actions { get; init; } = [];

    /// <summary>Gets the number of input tokens of the agent's model.</summary>
    public long InputTokens { get; init; }

    /// <summary>Gets the number of output tokens of the agent's model.</summary>
    public long OutputTokens { get; init; }
}

/// <summary>Describes one action of a recovery agent.</summary>
/// <param name="Action">The name of the action in the language, such as <c>click</c>.</param>
/// <param name="Selector">The selector of the element, or null for an action on the page.</param>
/// <param name="Input">The input of the action, or null.</param>
public sealed record RecoveryAction(string Action, string? Selector, string? Input);

using Microsoft.Playwright;
using Playbooks.Steps;

namespace Playbooks;

/// <summary>Does by other means what a failed step and all steps after it were to do. It never decides the verdict: every <c>verify</c> is run again after it.</summary>
public interface IRecoveryAgent
{
    /// <summary>Takes over.</summary>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    Task<RecoveryResult> RecoverAsync(RecoveryRequest request, CancellationToken cancellationToken);
}

/// <summary>What a recovery agent is to do. All texts but <see cref="FailedStep"/>'s and <see cref="Secrets"/> are masked.</summary>
public sealed record RecoveryRequest
{
    /// <summary>The playbook.</summary>
    public required PlaybookInfo Playbook { get; init; }

    /// <summary>The playbook's text as it was compiled.</summary>
    public required string SourceText { get; init; }

    /// <summary>The step that failed, bound; its texts are not masked.</summary>
    public required Step FailedStep { get; init; }

    /// <summary>What a person would be told.</summary>
    public required string Error { get; init; }

    /// <summary>The technical cause.</summary>
    public required string Cause { get; init; }

    /// <summary>Every try of the failed step.</summary>
    public required IReadOnlyList<AttemptResult> Attempts { get; init; }

    /// <summary>The steps after the failed one, in order.</summary>
    public required IReadOnlyList<StepInfo> RemainingSteps { get; init; }

    /// <summary>Parameters, built-ins and what was stored so far; secrets as <c>***</c>.</summary>
    public required IReadOnlyList<NamedValue> Values { get; init; }

    /// <summary>The secret parameters by name: to be typed into the page, never to be shown to a model.</summary>
    public required IReadOnlyDictionary<string, Secret> Secrets { get; init; }

    /// <summary>The page as the failed step left it.</summary>
    public required IPage Page { get; init; }

    /// <summary>Is asked before each action, and told after it; it ends a recovery that goes round in circles.</summary>
    public required RecoveryGuard Guard { get; init; }
}

/// <summary>What a recovery agent did.</summary>
public sealed record RecoveryResult
{
    /// <summary>Whether it says that all is done.</summary>
    public required bool Done { get; init; }

    /// <summary>Why not; null where it is done.</summary>
    public string? Why { get; init; }

    /// <summary>Texts of what the failed step and the ones after it promised to store, by <c>store_as</c>; each is read as the step would have read it from the page.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();

    /// <summary>What it did instead, in order, for a person to review.</summary>
    public IReadOnlyList<RecoveryAction> Actions { get; init; } = [];

    /// <summary>Tokens that its model read.</summary>
    public long InputTokens { get; init; }

    /// <summary>Tokens that its model wrote.</summary>
    public long OutputTokens { get; init; }
}

/// <summary>One thing that a recovery agent did.</summary>
/// <param name="Action">The action's name in the language, such as <c>click</c>.</param>
/// <param name="Selector">On what; null: on the page.</param>
/// <param name="Input">With what; null: nothing.</param>
public sealed record RecoveryAction(string Action, string? Selector, string? Input);

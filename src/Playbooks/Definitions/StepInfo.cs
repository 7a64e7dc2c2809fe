namespace Playbooks;

/// <summary>Describes a step as written, before values are filled in.</summary>
public sealed record StepInfo
{
    /// <summary>Gets the number of the step in the order of the YAML, starting at 1.</summary>
    public required int Number { get; init; }

    /// <summary>Gets the address of the step in the tree of steps: <c>3</c>, or <c>3.then.1</c> for a step inside a branch.</summary>
    public required string Path { get; init; }

    /// <summary>Gets <see cref="Path"/> as an address.</summary>
    public StepAddress Address => StepAddress.Parse(Path);

    /// <summary>Gets the author's id of the step, or null.</summary>
    public string? Id { get; init; }

    /// <summary>Gets the name of the action in the language.</summary>
    public required string Action { get; init; }

    /// <summary>Gets whether the step contains other steps: a call, a branch, a loop, or a group. Its output is what it decided, such as which branch ran and what the condition saw.</summary>
    public bool IsBlock => ContainsSteps(Action);

    /// <summary>Gets the description as written, with placeholders, or null.</summary>
    public string? Description { get; init; }

    /// <summary>Gets the location of the step in the YAML.</summary>
    public required SourceLocation Location { get; init; }

    /// <summary>Gets what happens when an attempt fails. The default is <see cref="FailurePolicy.LlmRecover"/>.</summary>
    public FailurePolicy OnFailure { get; init; } = FailurePolicy.LlmRecover;

    /// <summary>Gets the maximum number of attempts, from 1 to 10. The default is 2.</summary>
    public int Attempts { get; init; } = 2;

    /// <summary>Gets the delay between two attempts. The default is 1 second.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Gets whether a later attempt may repeat an action that was already performed and is not safe to repeat. The default is false.</summary>
    public bool RepeatAction { get; init; }

    /// <summary>Gets whether the run continues if the step fails. The failure is then a warning. The default is false.</summary>
    public bool Optional { get; init; }

    /// <summary>Gets the time limit of one attempt of the action, without its <c>verify</c>. The default is 10 seconds.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Gets the name under which the output is stored, or null if it is not stored.</summary>
    public string? StoreAs { get; init; }

    /// <summary>Gets whether the step has a <c>verify</c>.</summary>
    public bool HasVerify { get; init; }

    /// <summary>Gets the selectors as written, the primary first. Empty if the step has none.</summary>
    public IReadOnlyList<string> Selectors { get; init; } = [];

    /// <summary>Determines whether the steps with this word of the language contain other steps.</summary>
    internal static bool ContainsSteps(string action) => action is "run" or "when" or "for_each" or "repeat" or "attempt";
}

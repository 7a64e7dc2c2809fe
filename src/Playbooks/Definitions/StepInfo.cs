namespace Playbooks;

/// <summary>What is known of a step before it runs; its texts are bound only then.</summary>
public sealed record StepInfo
{
    /// <summary>Running number in the order of the text, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Address in the tree of steps: <c>3</c>, within groups <c>3.then.1</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The author's id; null: none.</summary>
    public string? Id { get; init; }

    /// <summary>The action's name in the language.</summary>
    public required string Action { get; init; }

    /// <summary>The description as written, placeholders unbound; null: none.</summary>
    public string? Description { get; init; }

    /// <summary>Where the step stands in the YAML.</summary>
    public required SourceLocation Location { get; init; }

    /// <summary>What happens when a try fails.</summary>
    public FailurePolicy OnFailure { get; init; } = FailurePolicy.LlmRecover;

    /// <summary>All tries together, 1 to 10.</summary>
    public int Attempts { get; init; } = 2;

    /// <summary>Time between two tries.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Whether a later attempt may act again although the action was carried out and is not safe to repeat; default: false.</summary>
    public bool RepeatAction { get; init; }

    /// <summary>Time for one try of the action, without its verify.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Name under which the output is stored; null: it is not.</summary>
    public string? StoreAs { get; init; }

    /// <summary>Whether the step verifies what it did.</summary>
    public bool HasVerify { get; init; }

    /// <summary>The selectors as written, the primary first; empty: none.</summary>
    public IReadOnlyList<string> Selectors { get; init; } = [];
}

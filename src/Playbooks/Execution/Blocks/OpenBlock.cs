using Playbooks.Execution.Steps;

namespace Playbooks.Execution.Blocks;

/// <summary>A step that holds other steps, while a run is inside it.</summary>
/// <param name="written">The step as written.</param>
/// <param name="step">The step as it runs.</param>
/// <param name="clock">The start of the step.</param>
internal sealed class OpenBlock(StepInfo written, BlockStep step, StepClock clock)
{
    private readonly List<AttemptResult> attempts = [];

    /// <summary>Gets the step as written. Generated code uses one instance for each place.</summary>
    public StepInfo Written => written;

    /// <summary>Gets the step as it runs, with the address in this run.</summary>
    public BlockStep Step => step;

    public StepClock Clock => clock;

    /// <summary>Gets or sets the zero-based iteration, or null if the block has no iterations.</summary>
    public int? Iteration { get; set; }

    /// <summary>Gets the called playbook, or null if the block belongs to the playbook that the step is in.</summary>
    public CallFrame? Call { get; init; }

    /// <summary>Gets or sets the values that the iteration gives to the steps inside, for evidence.</summary>
    public IReadOnlyList<NamedValue> Values { get; set; } = [];

    /// <summary>Gets or sets what the block has seen and done, for its result.</summary>
    public string Seen { get; set; } = string.Empty;

    /// <summary>Gets the failed attempts of the block, in order.</summary>
    public IReadOnlyList<AttemptResult> Attempts => attempts;

    /// <summary>Gets or sets how many more times the block can be attempted.</summary>
    public int AttemptsLeft { get; set; }

    /// <summary>Adds a failed attempt.</summary>
    public void Add(AttemptResult failed) => attempts.Add(failed);

    /// <summary>Determines whether a step of the same playbook is inside.</summary>
    public bool Contains(string path) => Call is not null || path.StartsWith(written.Path + ".", StringComparison.Ordinal);

    /// <summary>Returns the address in this run of a step inside.</summary>
    /// <param name="path">The address as written.</param>
    public string PathOf(string path) => Call is { Playbook.Id: var id }
        ? $"{step.Info.Path}/{id}:{path}"
        : step.Info.Path + (Iteration is { } iteration ? $"[{iteration}]" : string.Empty) + path[written.Path.Length..];
}

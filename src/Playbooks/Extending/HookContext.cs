using Microsoft.Playwright;

namespace Playbooks;

/// <summary>What a hook works with.</summary>
public sealed record HookContext
{
    /// <summary>The page that the run acts on.</summary>
    public required IPage Page { get; init; }

    /// <summary>What became of the step; null before it ran.</summary>
    public StepResult? Result { get; init; }

    /// <summary>The step's typed value; null before it ran, and where it gives none.</summary>
    public object? Output { get; init; }

    /// <summary>Is cancelled when the run is stopped.</summary>
    public CancellationToken CancellationToken { get; init; }
}

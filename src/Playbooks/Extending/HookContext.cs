using Microsoft.Playwright;

namespace Playbooks;

/// <summary>Provides a hook with the page and the result of its step.</summary>
public sealed record HookContext
{
    /// <summary>Gets the page of the run.</summary>
    public required IPage Page { get; init; }

    /// <summary>Gets the result of the step, or null before the step has run.</summary>
    public StepResult? Result { get; init; }

    /// <summary>Gets the typed output of the step, or null before the step has run and for steps without an output.</summary>
    public object? Output { get; init; }

    /// <summary>Gets a token that is canceled when the run is stopped.</summary>
    public CancellationToken CancellationToken { get; init; }
}

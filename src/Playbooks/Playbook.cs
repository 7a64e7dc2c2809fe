

using Playbooks.Browsing;
using Playbooks.Generated;

namespace Playbooks;

/// <summary>A playbook with its values, ready to run. This base is for hosts that start playbooks by name; generated classes derive from <see cref="Playbook{TOutputs}"/>.</summary>
public abstract class Playbook
{
    private protected Playbook()
    {
    }

    /// <summary>What this playbook is.</summary>
    public abstract PlaybookInfo Info { get; }

    /// <summary>The base URL that the YAML names, bound; null: none. Run options go before it.</summary>
    /// <param name="run">The built-in values as far as they are known: the run's id, no base URL unless the run's options name one.</param>
    protected internal virtual string? GetBaseUrl(RunValues run) => null;

    /// <summary>The URL that is opened before the first step, bound; null: none.</summary>
    /// <param name="run">The built-in values.</param>
    protected internal virtual string? GetStartUrl(RunValues run) => null;

    /// <summary>The parameters' values for evidence. Secrets are marked and not yet masked.</summary>
    protected internal virtual IReadOnlyList<NamedValue> GetValues() => [];

    /// <summary>Hangs the author's C# before and after steps.</summary>
    protected internal virtual void ConfigureHooks(Hooks hooks)
    {
    }

    /// <summary>Runs it without knowing the type of its outputs.</summary>
    internal abstract Task<PlaybookResult> AcceptAsync(PlaybookRunner runner, PageSource source, CancellationToken cancellationToken);
}

/// <summary>A playbook with its values, ready to run. The generator writes one class from it for each YAML file.</summary>
/// <typeparam name="TOutputs">The record of what its steps store; a new one is empty.</typeparam>
public abstract class Playbook<TOutputs> : Playbook
    where TOutputs : class, new()
{
    /// <summary>Runs the steps in their order. A step that fails for good ends it with a <see cref="PlaybookStepException"/>.</summary>
    protected internal abstract Task RunStepsAsync(StepRunner<TOutputs> steps);

    internal sealed override async Task<PlaybookResult> AcceptAsync(PlaybookRunner runner, PageSource source, CancellationToken cancellationToken) =>
        await runner.RunAsync(this, source, cancellationToken).ConfigureAwait(false);
}

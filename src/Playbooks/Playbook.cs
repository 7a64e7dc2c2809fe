using Playbooks.Generated;

namespace Playbooks;

/// <summary>Represents a playbook with its parameter values, ready to run. Use this base class in hosts that start playbooks by name; generated classes derive from <see cref="Playbook{TOutputs}"/>.</summary>
public abstract class Playbook
{
    private protected Playbook()
    {
    }

    /// <summary>Gets the description of this playbook.</summary>
    public abstract PlaybookInfo Info { get; }

    /// <summary>Returns the base URL of the YAML with all values filled in, or null if the YAML has none. The run options take precedence.</summary>
    /// <param name="run">The built-in values that are already known: the run's id, and the base URL if the run options set one.</param>
    protected virtual string? GetBaseUrl(RunValues run) => null;

    /// <summary>Returns the URL to open before the first step, with all values filled in, or null if there is none.</summary>
    /// <param name="run">The built-in values.</param>
    protected virtual string? GetStartUrl(RunValues run) => null;

    /// <summary>Returns how a run logs in, or null if it does not.</summary>
    /// <param name="run">The built-in values.</param>
    protected virtual LoginInfo? GetLogin(RunValues run) => null;

    /// <summary>Returns the browser context that the YAML describes, with all values filled in. The run options take precedence.</summary>
    /// <param name="run">The built-in values.</param>
    protected virtual BrowserSettings GetBrowser(RunValues run) => new();

    /// <summary>Returns the requests that are answered without the network, with all values filled in.</summary>
    /// <param name="run">The built-in values.</param>
    protected virtual IReadOnlyList<MockedRoute> GetRoutes(RunValues run) => [];

    /// <summary>Returns the parameter values for evidence. Secrets are marked, but not yet masked.</summary>
    protected virtual IReadOnlyList<NamedValue> GetValues() => [];

    /// <summary>Registers the author's hooks.</summary>
    protected virtual void ConfigureHooks(Hooks hooks)
    {
    }

    // Generated code overrides the members above, so they are protected: a friend of this assembly would have to override them as
    // protected internal. The runtime calls them through these.
    internal string? ReadBaseUrl(RunValues run) => GetBaseUrl(run);

    internal string? ReadStartUrl(RunValues run) => GetStartUrl(run);

    internal LoginInfo? ReadLogin(RunValues run) => GetLogin(run);

    internal BrowserSettings ReadBrowser(RunValues run) => GetBrowser(run);

    internal IReadOnlyList<MockedRoute> ReadRoutes(RunValues run) => GetRoutes(run);

    internal IReadOnlyList<NamedValue> ReadValues() => GetValues();

    internal void Register(Hooks hooks) => ConfigureHooks(hooks);

    /// <summary>Starts a run without knowing the type of the outputs.</summary>
    internal abstract RunHandle Start(PlaybookRunner runner, PageProvider source, RunRequest? request, CancellationToken cancellationToken);
}

/// <summary>Represents a playbook with its parameter values, ready to run. The generator derives one class from it for each YAML file.</summary>
/// <typeparam name="TOutputs">The record of the stored outputs. A new instance is empty.</typeparam>
public abstract class Playbook<TOutputs> : Playbook
    where TOutputs : class, new()
{
    /// <summary>Runs the steps in order. Throws a <see cref="PlaybookStepException"/> if a step fails for good.</summary>
    protected abstract Task RunStepsAsync(StepRunner<TOutputs> steps);

    /// <summary>Runs the steps of <c>finally</c> in order, which run after a failure, a timeout, and a stop as well.</summary>
    protected virtual Task RunFinallyAsync(StepRunner<TOutputs> steps) => Task.CompletedTask;

    /// <summary>Runs the playbook that logs in, if there is one.</summary>
    /// <param name="steps">Runs the steps of the playbook that logs in.</param>
    /// <param name="login">The login as a step.</param>
    /// <param name="credentials">Provides the credentials for the parameters of the playbook that logs in.</param>
    protected virtual Task RunLoginAsync(StepRunner<TOutputs> steps, StepInfo login, LoginCredentials credentials) => Task.CompletedTask;

    /// <summary>Returns the outputs with the value of the given name replaced. Returns the same outputs if no step stores that name.</summary>
    protected virtual TOutputs Store(TOutputs outputs, string name, object value) => outputs;

    internal Task RunMainAsync(StepRunner<TOutputs> steps) => RunStepsAsync(steps);

    internal Task RunLastAsync(StepRunner<TOutputs> steps) => RunFinallyAsync(steps);

    internal Task LogInAsync(StepRunner<TOutputs> steps, StepInfo login, LoginCredentials credentials) => RunLoginAsync(steps, login, credentials);

    internal TOutputs With(TOutputs outputs, string name, object value) => Store(outputs, name, value);

    internal sealed override RunHandle Start(PlaybookRunner runner, PageProvider source, RunRequest? request, CancellationToken cancellationToken) =>
        runner.Start(this, source, request, cancellationToken);
}

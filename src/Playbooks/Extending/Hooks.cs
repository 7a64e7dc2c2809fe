using Playbooks.Steps;

namespace Playbooks;

/// <summary>Registers the author's C# code that runs before and after steps. Each run has its own instance.</summary>
/// <remarks>
/// A hook runs once per step, regardless of the number of attempts: before the first attempt, or after the step has passed. If a hook
/// throws, its step fails without another attempt. If a recovery agent completed a step before its first attempt, the hooks before the step do not run.
/// </remarks>
public sealed class Hooks
{
    private readonly List<Hook> before = [];
    private readonly List<Hook> after = [];

    /// <summary>Registers a hook that runs before the first attempt of a step.</summary>
    /// <typeparam name="TStep">The generated class of the step, or one of its base classes.</typeparam>
    /// <param name="hook">The hook, which receives the step with values filled in. Hooks run in the order of their registration.</param>
    public void Before<TStep>(Func<TStep, HookContext, Task> hook)
        where TStep : Step => before.Add(Hook.Create(hook));

    /// <summary>Registers a hook that runs after a step has passed.</summary>
    /// <typeparam name="TStep">The generated class of the step, or one of its base classes.</typeparam>
    /// <param name="hook">The hook, which receives the step with values filled in. Hooks run in the order of their registration.</param>
    public void After<TStep>(Func<TStep, HookContext, Task> hook)
        where TStep : Step => after.Add(Hook.Create(hook));

    internal Task RunBeforeAsync(Step step, HookContext context) => RunAsync(before, step, context);

    internal Task RunAfterAsync(Step step, HookContext context) => RunAsync(after, step, context);

    private static async Task RunAsync(List<Hook> hooks, Step step, HookContext context)
    {
        foreach (var hook in hooks)
        {
            await hook.Run(step, context).ConfigureAwait(false);
        }
    }

    private sealed record Hook(Func<Step, HookContext, Task> Run)
    {
        public static Hook Create<TStep>(Func<TStep, HookContext, Task> hook)
            where TStep : Step
        {
            ArgumentNullException.ThrowIfNull(hook);
            return new((step, context) => step is TStep typed ? hook(typed, context) : Task.CompletedTask);
        }
    }
}

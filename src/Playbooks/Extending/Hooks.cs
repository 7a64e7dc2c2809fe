

using Playbooks.Steps;

namespace Playbooks;

/// <summary>The author's C# that runs before and after steps. Each run has its own.</summary>
/// <remarks>
/// Hooks run once a step, whatever the number of tries: before the first, and after the step passed. A hook that throws fails
/// its step for good. Steps that a recovery agent took over have none.
/// </remarks>
public sealed class Hooks
{
    private readonly List<Hook> before = [];
    private readonly List<Hook> after = [];

    /// <summary>Hangs C# before a step's first try.</summary>
    /// <typeparam name="TStep">The step's generated class, or a class it derives from.</typeparam>
    /// <param name="hook">Gets the step with its bound texts. Several run in the order in which they were hung.</param>
    public void Before<TStep>(Func<TStep, HookContext, Task> hook)
        where TStep : Step => before.Add(Hook.Of(hook));

    /// <summary>Hangs C# after a step that passed.</summary>
    /// <typeparam name="TStep">The step's generated class, or a class it derives from.</typeparam>
    /// <param name="hook">Gets the step with its bound texts. Several run in the order in which they were hung.</param>
    public void After<TStep>(Func<TStep, HookContext, Task> hook)
        where TStep : Step => after.Add(Hook.Of(hook));

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
        public static Hook Of<TStep>(Func<TStep, HookContext, Task> hook)
            where TStep : Step
        {
            ArgumentNullException.ThrowIfNull(hook);
            return new((step, context) => step is TStep typed ? hook(typed, context) : Task.CompletedTask);
        }
    }
}

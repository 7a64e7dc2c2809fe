using System.Reflection;
using Playbooks.Browsing;

namespace Playbooks.Xunit;

/// <summary>A test project's setup, started.</summary>
internal sealed class RunningSetup : IAsyncDisposable
{
    private readonly IPlaybookSetup? setup;

    private RunningSetup(IPlaybookSetup? setup, RunOptions options)
    {
        this.setup = setup;
        Options = options;
    }

    /// <summary>What runs get that are given no options of their own.</summary>
    public RunOptions Options { get; }

    /// <summary>Which browser to use.</summary>
    public BrowserOptions Browser => setup?.Browser ?? new();

    /// <summary>Starts the setup that an assembly names; without one there is nothing to start, and the options are the defaults.</summary>
    /// <exception cref="PlaybookException">The type is no setup, or did not start.</exception>
    public static async Task<RunningSetup> StartAsync(Assembly assembly)
    {
        if (assembly.GetCustomAttribute<PlaybookSetupAttribute>()?.SetupType is not { } type)
        {
            return new(null, new());
        }

        if (!typeof(IPlaybookSetup).IsAssignableFrom(type) || type.IsAbstract || type.GetConstructor(Type.EmptyTypes) is null)
        {
            throw new PlaybookException(
                ErrorCode.SetupFailed,
                $"[assembly: PlaybookSetup(typeof({type.Name}))] of {assembly.GetName().Name} names no class that implements {nameof(IPlaybookSetup)} and has a public constructor without parameters.");
        }

        try
        {
            var setup = (IPlaybookSetup)Activator.CreateInstance(type)!;
            return new(setup, await setup.StartAsync(CancellationToken.None).ConfigureAwait(false));
        }
        catch (Exception didNotStart)
        {
            var cause = didNotStart is TargetInvocationException { InnerException: { } inner } ? inner : didNotStart;
            throw new PlaybookException(ErrorCode.SetupFailed, $"The setup {type.Name} of {assembly.GetName().Name} did not start: {cause.Message}", cause);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => setup?.DisposeAsync() ?? ValueTask.CompletedTask;
}

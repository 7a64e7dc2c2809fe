using System.Reflection;
using Playbooks.Browsing;

namespace Playbooks.Xunit;

/// <summary>Represents the started setup of a test project.</summary>
internal sealed class RunningSetup : IAsyncDisposable
{
    private readonly IPlaybookSetup? setup;

    private RunningSetup(IPlaybookSetup? setup, RunOptions options)
    {
        this.setup = setup;
        Options = options;
    }

    /// <summary>Gets the options of runs that have none of their own.</summary>
    public RunOptions Options { get; }

    /// <summary>Gets the options of the browser.</summary>
    public BrowserOptions Browser => setup?.Browser ?? new();

    /// <summary>Starts the setup of an assembly. If the assembly has no setup, nothing is started and the options are the defaults.</summary>
    /// <exception cref="PlaybookException">The type is not a valid setup, or the setup failed to start.</exception>
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
                $"[assembly: PlaybookSetup(typeof({type.Name}))] of {assembly.GetName().Name} is invalid. Use a class that implements {nameof(IPlaybookSetup)} and has a public parameterless constructor.");
        }

        try
        {
            var setup = (IPlaybookSetup)Activator.CreateInstance(type)!;
            return new(setup, await setup.StartAsync(CancellationToken.None).ConfigureAwait(false));
        }
        catch (Exception didNotStart)
        {
            var cause = didNotStart is TargetInvocationException { InnerException: { } inner } ? inner : didNotStart;
            throw new PlaybookException(ErrorCode.SetupFailed, $"The setup {type.Name} of {assembly.GetName().Name} failed to start: {cause.Message}", cause);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => setup?.DisposeAsync() ?? ValueTask.CompletedTask;
}

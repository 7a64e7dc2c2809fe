using System.Collections.Concurrent;
using System.Reflection;
using Playbooks.Browsing;

namespace Playbooks.Xunit;

/// <summary>
/// What all tests of this process share: the browser, and what setups started. It is the one place that keeps state in a
/// static, because xunit 2 has no fixture for an assembly, and a browser for every test class would cost a second each.
/// </summary>
internal sealed class TestProcess
{
    private static readonly TimeSpan Linger = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ExitLimit = TimeSpan.FromSeconds(10);

    // A start that failed would fail alike in each test class, after minutes.
    private readonly SharedBrowser browser = new(Linger, triesAgain: false);
    private readonly ConcurrentDictionary<Assembly, Lazy<Task<RunningSetup>>> setups = new();
    private readonly ConcurrentDictionary<Assembly, bool> complete = new();

    private TestProcess() => AppDomain.CurrentDomain.ProcessExit += (_, _) => End();

    /// <summary>This process.</summary>
    public static TestProcess Current { get; } = new();

    /// <summary>Takes part in the process's browser. The first who does decides which one it is.</summary>
    public Task<BrowserLease> TakeBrowserAsync(BrowserOptions options, CancellationToken cancellationToken) => browser.TakeAsync(options, cancellationToken);

    /// <summary>What the setup of a playbook's test project started; it is started once.</summary>
    /// <param name="playbooks">The assembly of the playbook; null: no particular one.</param>
    /// <exception cref="PlaybookException">The setup did not start, or the assembly lacks playbooks of its project.</exception>
    public Task<RunningSetup> GetSetupAsync(Assembly? playbooks)
    {
        if (playbooks is not null && complete.TryAdd(playbooks, true))
        {
            CatalogueCheck.Check(playbooks);
        }

        return setups.GetOrAdd(WhoseSetup(playbooks), static assembly => new(() => RunningSetup.StartAsync(assembly))).Value;
    }

    /// <summary>Playbooks may lie in a library without a setup; then it is the test project's own, if there is exactly one.</summary>
    private static Assembly WhoseSetup(Assembly? playbooks)
    {
        if (playbooks?.IsDefined(typeof(PlaybookSetupAttribute)) == true)
        {
            return playbooks;
        }

        var others = AppDomain.CurrentDomain.GetAssemblies()
            .Where(static assembly => !assembly.IsDynamic && assembly.IsDefined(typeof(PlaybookSetupAttribute)))
            .ToList();
        return others.Count == 1 ? others[0] : playbooks ?? typeof(TestProcess).Assembly;
    }

    // The process waits for this, so it may not take long; what is left ends with the process. All at once, because a test host
    // may be ended from outside a tenth of a second after its last test. (The browser ends by itself when its driver does.)
    private void End() =>
        Task.WhenAll(setups.Values.Where(static setup => setup is { IsValueCreated: true, Value.IsCompletedSuccessfully: true }).Select(EndAsync).Append(browser.EndAsync()))
            .WaitAsync(ExitLimit)
            .ContinueWith(static _ => { }, TaskScheduler.Default)
            .GetAwaiter()
            .GetResult();

    private static async Task EndAsync(Lazy<Task<RunningSetup>> setup) =>
        await (await setup.Value.ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);
}

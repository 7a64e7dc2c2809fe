using System.Collections.Concurrent;
using System.Reflection;
using Playbooks.Browsing;

namespace Playbooks.Xunit;

/// <summary>
/// Holds what all tests of this process share: the browser, and the started setups. This is the only static state, because xunit 2 has
/// no assembly fixtures, and a browser per test class would cost one second each.
/// </summary>
internal sealed class TestProcess
{
    private static readonly TimeSpan Linger = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ExitLimit = TimeSpan.FromSeconds(10);

    // A failed start would fail in the same way in every test class, each time after minutes.
    private readonly SharedBrowser browser = new(Linger, retriesFailedStart: false);
    private readonly ConcurrentDictionary<Assembly, Lazy<Task<RunningSetup>>> setups = new();
    private readonly ConcurrentDictionary<Assembly, bool> complete = new();

    private TestProcess() => AppDomain.CurrentDomain.ProcessExit += (_, _) => End();

    /// <summary>Gets the instance of this process.</summary>
    public static TestProcess Current { get; } = new();

    /// <summary>Takes a lease on the process's browser. The options of the first lease determine the browser.</summary>
    public Task<BrowserLease> TakeBrowserAsync(BrowserOptions options, CancellationToken cancellationToken) => browser.TakeAsync(options, cancellationToken);

    /// <summary>Returns the started setup of a playbook's test project. The setup is started once.</summary>
    /// <param name="playbooks">The assembly of the playbook, or null for no particular assembly.</param>
    /// <exception cref="PlaybookException">The setup failed to start, or playbooks of the project are missing in the assembly.</exception>
    public Task<RunningSetup> GetSetupAsync(Assembly? playbooks)
    {
        if (playbooks is not null && complete.TryAdd(playbooks, true))
        {
            CatalogCheck.Check(playbooks);
        }

        return setups.GetOrAdd(WhoseSetup(playbooks), static assembly => new(() => RunningSetup.StartAsync(assembly))).Value;
    }

    /// <summary>Returns the assembly with the setup. If the playbooks are in a library without a setup, this is the test project, provided that exactly one has a setup.</summary>
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
        Task.WhenAll(setups.Values.Where(static setup => setup is { IsValueCreated: true, Value.IsCompletedSuccessfully: true }).Select(EndAsync).Append(browser.CloseAsync()))
            .WaitAsync(ExitLimit)
            .ContinueWith(static _ => { }, TaskScheduler.Default)
            .GetAwaiter()
            .GetResult();

    private static async Task EndAsync(Lazy<Task<RunningSetup>> setup) =>
        await (await setup.Value.ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);
}

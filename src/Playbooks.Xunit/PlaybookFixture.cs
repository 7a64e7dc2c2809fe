using Microsoft.Playwright;
using Playbooks.Browsing;
using Xunit;
using Xunit.Abstractions;

namespace Playbooks.Xunit;

/// <summary>
/// Runs playbooks in tests: <c>public class T(PlaybookFixture playbooks) : IClassFixture&lt;PlaybookFixture&gt;</c>. All fixtures
/// of a process share one browser; every run has a context of its own, so runs may go side by side.
/// </summary>
public class PlaybookFixture : IAsyncLifetime
{
    /// <summary>The environment variable that, set to 1, makes the browser show its windows.</summary>
    public const string HeadedVariable = "PLAYBOOKS_HEADED";

    private BrowserLease? lease;

    /// <inheritdoc/>
    public virtual Task InitializeAsync() => Task.CompletedTask;

    /// <inheritdoc/>
    public virtual Task DisposeAsync()
    {
        lease?.Dispose();
        return Task.CompletedTask;
    }

    /// <summary>Runs a playbook in a fresh context of the process's browser.</summary>
    /// <typeparam name="TOutputs">The playbook's record of outputs.</typeparam>
    /// <param name="playbook">The playbook with its values.</param>
    /// <param name="output">Is written the run's steps; null: nothing is.</param>
    /// <param name="options">How to run it; null: as the project's <see cref="IPlaybookSetup"/> says. Without a base URL, the setup's counts.</param>
    /// <param name="caseName">The playbook's case that the test stands for, as <see cref="RunOptions.Case"/>; null: what the options say.</param>
    /// <param name="expectation">What is expected of the run, as <see cref="RunOptions.Expectation"/>; null: what the options say.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <returns>How it ended; a failed run does not throw: say what is expected with <see cref="PlaybookAssertions"/>.</returns>
    /// <exception cref="PlaybookException">There is no browser, the project's setup did not start, or the project was not built whole.</exception>
    public async Task<PlaybookResult<TOutputs>> RunAsync<TOutputs>(
        Playbook<TOutputs> playbook,
        ITestOutputHelper? output = null,
        RunOptions? options = null,
        string? caseName = null,
        RunExpectation? expectation = null,
        CancellationToken cancellationToken = default)
        where TOutputs : class, new()
    {
        ArgumentNullException.ThrowIfNull(playbook);
        var setup = await TestProcess.Current.GetSetupAsync(playbook.GetType().Assembly).ConfigureAwait(false);
        using var browser = await TakeBrowserAsync(setup, cancellationToken).ConfigureAwait(false);
        return await ToldAsync(output, new PlaybookRunner(Merge(setup, options, caseName, expectation, output)).RunAsync(playbook, browser.Browser, cancellationToken)).ConfigureAwait(false);
    }

    /// <summary>Runs a playbook in a page that the test already has, and leaves the page as it is then.</summary>
    /// <inheritdoc cref="RunAsync{TOutputs}(Playbook{TOutputs}, ITestOutputHelper, RunOptions, string, RunExpectation, CancellationToken)"/>
    /// <param name="playbook">The playbook with its values.</param>
    /// <param name="page">The page.</param>
    /// <param name="output">Is written the run's steps; null: nothing is.</param>
    /// <param name="options">How to run it; null: as the project's <see cref="IPlaybookSetup"/> says. Without a base URL, the setup's counts.</param>
    /// <param name="caseName">The playbook's case that the test stands for, as <see cref="RunOptions.Case"/>; null: what the options say.</param>
    /// <param name="expectation">What is expected of the run, as <see cref="RunOptions.Expectation"/>; null: what the options say.</param>
    /// <param name="cancellationToken">Ends the run.</param>
#pragma warning disable CA1822 // Called on the fixture like the other one, whatever it needs of it today.
    public async Task<PlaybookResult<TOutputs>> RunAsync<TOutputs>(
        Playbook<TOutputs> playbook,
        IPage page,
        ITestOutputHelper? output = null,
        RunOptions? options = null,
        string? caseName = null,
        RunExpectation? expectation = null,
        CancellationToken cancellationToken = default)
#pragma warning restore CA1822
        where TOutputs : class, new()
    {
        ArgumentNullException.ThrowIfNull(playbook);
        ArgumentNullException.ThrowIfNull(page);
        var setup = await TestProcess.Current.GetSetupAsync(playbook.GetType().Assembly).ConfigureAwait(false);
        return await ToldAsync(output, new PlaybookRunner(Merge(setup, options, caseName, expectation, output)).RunAsync(playbook, page, cancellationToken)).ConfigureAwait(false);
    }

    /// <summary>A fresh context of the process's browser, for a test that drives a page itself, or runs several playbooks in one.</summary>
    /// <param name="options">Playwright's options; null: its defaults.</param>
    /// <param name="cancellationToken">Ends finding and starting the browser.</param>
    /// <returns>The test disposes it, before the fixture is.</returns>
    /// <exception cref="PlaybookException">There is no browser, or the project's setup did not start.</exception>
    public async Task<IBrowserContext> NewContextAsync(BrowserNewContextOptions? options = null, CancellationToken cancellationToken = default)
    {
        var setup = await TestProcess.Current.GetSetupAsync(playbooks: null).ConfigureAwait(false);
        using var browser = await TakeBrowserAsync(setup, cancellationToken).ConfigureAwait(false);
        return await browser.Session.NewContextAsync(options).ConfigureAwait(false);
    }

    private static RunOptions Merge(RunningSetup setup, RunOptions? options, string? caseName, RunExpectation? expectation, ITestOutputHelper? output)
    {
        var merged = options is null ? setup.Options : options with { BaseUrl = options.BaseUrl ?? setup.Options.BaseUrl };
        merged = merged with
        {
            AnnotatesInMessage = true,
            Retention = merged.Retention ?? setup.Options.Retention ?? Retention.Default,
            Case = caseName ?? merged.Case,
            Expectation = expectation ?? merged.Expectation,
        };
        return output is null ? merged : merged with { Listeners = [.. merged.Listeners, new TestOutput(output)] };
    }

    /// <summary>Says where the evidence is, once all of it is there.</summary>
    private static async Task<PlaybookResult<TOutputs>> ToldAsync<TOutputs>(ITestOutputHelper? output, Task<PlaybookResult<TOutputs>> running)
        where TOutputs : class, new()
    {
        var run = await running.ConfigureAwait(false);
        if (output is not null)
        {
            TestOutput.WriteEvidence(output, run);
        }

        return run;
    }

    private async Task<BrowserLease> TakeBrowserAsync(RunningSetup setup, CancellationToken cancellationToken)
    {
        var options = setup.Browser;
        if (Environment.GetEnvironmentVariable(HeadedVariable) is "1" or "true")
        {
            options = options with { Headed = true };
        }

        // One part for the run, and one that keeps the browser for the class's next run.
        var taken = await TestProcess.Current.TakeBrowserAsync(options, cancellationToken).ConfigureAwait(false);
        if (lease is null)
        {
            var kept = await TestProcess.Current.TakeBrowserAsync(options, cancellationToken).ConfigureAwait(false);
            if (Interlocked.CompareExchange(ref lease, kept, null) is not null)
            {
                kept.Dispose();
            }
        }

        return taken;
    }
}

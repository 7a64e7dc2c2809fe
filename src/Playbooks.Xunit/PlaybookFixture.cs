using Microsoft.Playwright;
using Playbooks.Browsing;

namespace Playbooks.Xunit;

/// <summary>
/// Runs playbooks in tests: <c>public class T(PlaybookFixture playbooks) : IClassFixture&lt;PlaybookFixture&gt;</c>. All fixtures
/// of a process share one browser, and every run has a browser context of its own, so runs can be concurrent.
/// </summary>
public partial class PlaybookFixture
{
    /// <summary>The environment variable that makes the browser show its windows if it is set to 1.</summary>
    public const string HeadedVariable = BrowserOptions.HeadedVariable;

    private BrowserLease? lease;

    /// <summary>Runs a playbook in a new context of the process's browser.</summary>
    /// <typeparam name="TOutputs">The record of the playbook's outputs.</typeparam>
    /// <param name="playbook">The playbook with its values.</param>
    /// <param name="output">The test output to which the steps of the run are written, or null.</param>
    /// <param name="options">The options of the run, or null for those of the project's <see cref="IPlaybookSetup"/>. If the options have no base URL, the setup's applies.</param>
    /// <param name="request">The settings of this run only, or null for the defaults.</param>
    /// <param name="cancellationToken">Stops the run. In xunit.v3, the cancellation token of the test also stops the run.</param>
    /// <returns>The result of the run. A failed run does not throw; assert the result with <see cref="PlaybookAssertions"/>.</returns>
    /// <exception cref="PlaybookException">There is no browser, the project's setup failed to start, or the assembly of the project does not contain all of its playbooks.</exception>
    public async Task<PlaybookResult<TOutputs>> RunAsync<TOutputs>(
        Playbook<TOutputs> playbook,
        ITestOutputHelper? output = null,
        RunOptions? options = null,
        RunRequest? request = null,
        CancellationToken cancellationToken = default)
        where TOutputs : class, new()
    {
        ArgumentNullException.ThrowIfNull(playbook);
        var setup = await TestProcess.Current.GetSetupAsync(playbook.GetType().Assembly).ConfigureAwait(false);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, CurrentTest.CancellationToken);
        using var browser = await TakeBrowserAsync(setup, stop.Token).ConfigureAwait(false);
        return await ReportAsync(output, new PlaybookRunner(Merge(setup, options, output)).RunAsync(playbook, browser.Browser, request, stop.Token)).ConfigureAwait(false);
    }

    /// <summary>Runs a playbook on a page of the test, and leaves the page open in its final state.</summary>
    /// <inheritdoc cref="RunAsync{TOutputs}(Playbook{TOutputs}, ITestOutputHelper, RunOptions, RunRequest, CancellationToken)"/>
    /// <param name="playbook">The playbook with its values.</param>
    /// <param name="page">The page.</param>
    /// <param name="output">The test output to which the steps of the run are written, or null.</param>
    /// <param name="options">The options of the run, or null for those of the project's <see cref="IPlaybookSetup"/>. If the options have no base URL, the setup's applies.</param>
    /// <param name="request">The settings of this run only, or null for the defaults.</param>
    /// <param name="cancellationToken">Stops the run. In xunit.v3, the cancellation token of the test also stops the run.</param>
#pragma warning disable CA1822 // An instance method like the other overload, although it needs no state today.
    public async Task<PlaybookResult<TOutputs>> RunAsync<TOutputs>(
        Playbook<TOutputs> playbook,
        IPage page,
        ITestOutputHelper? output = null,
        RunOptions? options = null,
        RunRequest? request = null,
        CancellationToken cancellationToken = default)
#pragma warning restore CA1822
        where TOutputs : class, new()
    {
        ArgumentNullException.ThrowIfNull(playbook);
        ArgumentNullException.ThrowIfNull(page);
        var setup = await TestProcess.Current.GetSetupAsync(playbook.GetType().Assembly).ConfigureAwait(false);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, CurrentTest.CancellationToken);
        return await ReportAsync(output, new PlaybookRunner(Merge(setup, options, output)).RunAsync(playbook, page, request, stop.Token)).ConfigureAwait(false);
    }

    /// <summary>Creates a new context in the process's browser, for a test that controls a page itself or runs several playbooks in one context.</summary>
    /// <param name="options">Playwright's options, or null for its defaults.</param>
    /// <param name="cancellationToken">Cancels finding and starting the browser.</param>
    /// <returns>The context. The test must dispose it before the fixture is disposed.</returns>
    /// <exception cref="PlaybookException">There is no browser, or the project's setup failed to start.</exception>
    public async Task<IBrowserContext> NewContextAsync(BrowserNewContextOptions? options = null, CancellationToken cancellationToken = default)
    {
        var setup = await TestProcess.Current.GetSetupAsync(playbooks: null).ConfigureAwait(false);
        using var browser = await TakeBrowserAsync(setup, cancellationToken).ConfigureAwait(false);
        return await browser.Session.NewContextAsync(options).ConfigureAwait(false);
    }

    private static RunOptions Merge(RunningSetup setup, RunOptions? options, ITestOutputHelper? output)
    {
        var merged = options is null ? setup.Options : options with { BaseUrl = options.BaseUrl ?? setup.Options.BaseUrl };
        merged = merged with
        {
            ReturnsGitHubAnnotation = true,
            Retention = merged.Retention ?? setup.Options.Retention ?? Retention.Default,
        };
        return output is null ? merged : merged with { Listeners = [.. merged.Listeners, new TestOutput(output)] };
    }

    /// <summary>Writes the location of the evidence once it is complete, and adds it to the result of the test.</summary>
    private static async Task<PlaybookResult<TOutputs>> ReportAsync<TOutputs>(ITestOutputHelper? output, Task<PlaybookResult<TOutputs>> running)
        where TOutputs : class, new()
    {
        var run = await running.ConfigureAwait(false);
        if (output is not null)
        {
            TestOutput.WriteEvidence(output, run);
        }

        CurrentTest.Add(run);
        return run;
    }

    private async Task<BrowserLease> TakeBrowserAsync(RunningSetup setup, CancellationToken cancellationToken)
    {
        var options = setup.Browser;

        // One lease for the run, and one that keeps the browser open for the next run of the class.
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

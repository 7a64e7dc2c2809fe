using Microsoft.Playwright;
using Playbooks.Browsing;
using Playbooks.Execution.Run;

namespace Playbooks;

/// <summary>Runs playbooks on a page, in a browser context, or in a browser that the caller provides.</summary>
public sealed class PlaybookRunner
{
    private readonly RunOptions options;

    /// <summary>Initializes a new runner. A runner holds no state of a run, so it can execute any number of runs at the same time.</summary>
    /// <param name="options">The options of all runs, or null for the defaults.</param>
    /// <exception cref="ArgumentException">An option is invalid.</exception>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.InvalidRequest"/>: an environment variable that replaces an option has an invalid value, or its name is misspelled.</exception>
    public PlaybookRunner(RunOptions? options = null)
    {
        EnvironmentNames.Check();
        options ??= new();
        this.options = options with
        {
            Trace = TraceModes.Of(options, Environment.GetEnvironmentVariable),
            FailOn = FailOnWords.From(options, Environment.GetEnvironmentVariable),
        };
        if (RunOptionsRules.FindMistakes(options).FirstOrDefault() is { } mistake)
        {
            throw new ArgumentException(mistake, nameof(options));
        }
    }

    /// <summary>Runs a playbook on a page, which stays open.</summary>
    /// <returns>The result of the run. A failure of the playbook is reported in the result, never as an exception.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public Task<PlaybookResult<TOutputs>> RunAsync<TOutputs>(Playbook<TOutputs> playbook, IPage page, CancellationToken cancellationToken = default)
        where TOutputs : class, new()
    {
        ArgumentNullException.ThrowIfNull(playbook);
        ArgumentNullException.ThrowIfNull(page);
        return RunAsync(playbook, PageProvider.Of(page), cancellationToken);
    }

    /// <summary>Runs a playbook on a new page of a browser context; the page is closed afterwards.</summary>
    /// <returns>The result of the run. A failure of the playbook is reported in the result, never as an exception.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public Task<PlaybookResult<TOutputs>> RunAsync<TOutputs>(Playbook<TOutputs> playbook, IBrowserContext context, CancellationToken cancellationToken = default)
        where TOutputs : class, new()
    {
        ArgumentNullException.ThrowIfNull(playbook);
        ArgumentNullException.ThrowIfNull(context);
        return RunAsync(playbook, PageProvider.In(context), cancellationToken);
    }

    /// <summary>Runs a playbook in a browser, in a new context that is created with <see cref="RunOptions.Context"/> and closed afterwards.</summary>
    /// <returns>The result of the run. A failure of the playbook is reported in the result, never as an exception.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public Task<PlaybookResult<TOutputs>> RunAsync<TOutputs>(Playbook<TOutputs> playbook, IBrowser browser, CancellationToken cancellationToken = default)
        where TOutputs : class, new()
    {
        ArgumentNullException.ThrowIfNull(playbook);
        ArgumentNullException.ThrowIfNull(browser);
        return RunAsync(playbook, PageProvider.In(browser, options.Context), cancellationToken);
    }

    /// <summary>Runs a playbook of a catalog on a page, which stays open.</summary>
    /// <returns>The result of the run. A failure of the playbook is reported in the result, never as an exception.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public Task<PlaybookResult> RunAsync(Playbook playbook, IPage page, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(playbook);
        ArgumentNullException.ThrowIfNull(page);
        return playbook.AcceptAsync(this, PageProvider.Of(page), cancellationToken);
    }

    /// <summary>Runs a playbook of a catalog on a new page of a browser context; the page is closed afterwards.</summary>
    /// <returns>The result of the run. A failure of the playbook is reported in the result, never as an exception.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public Task<PlaybookResult> RunAsync(Playbook playbook, IBrowserContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(playbook);
        ArgumentNullException.ThrowIfNull(context);
        return playbook.AcceptAsync(this, PageProvider.In(context), cancellationToken);
    }

    /// <summary>Runs a playbook of a catalog in a browser, in a new context that is created with <see cref="RunOptions.Context"/> and closed afterwards.</summary>
    /// <returns>The result of the run. A failure of the playbook is reported in the result, never as an exception.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public Task<PlaybookResult> RunAsync(Playbook playbook, IBrowser browser, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(playbook);
        ArgumentNullException.ThrowIfNull(browser);
        return playbook.AcceptAsync(this, PageProvider.In(browser, options.Context), cancellationToken);
    }

    /// <summary>
    /// Runs a playbook of a catalog in a browser that is opened, or waited for, after the run has created its folder and its log.
    /// Intended for hosts that queue runs. A run that is stopped while it waits ends like any other run. The waiting time counts
    /// neither toward the timeout of the run nor toward its duration.
    /// </summary>
    /// <param name="playbook">The playbook with its values.</param>
    /// <param name="open">Provides the browser, which stays open. The token is canceled when the run is stopped.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <returns>The result of the run. A failure of the playbook or of <paramref name="open"/> is reported in the result, never as an exception.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public Task<PlaybookResult> RunAsync(Playbook playbook, Func<CancellationToken, Task<IBrowser>> open, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(playbook);
        ArgumentNullException.ThrowIfNull(open);
        return playbook.AcceptAsync(this, PageProvider.When(open, options.Context), cancellationToken);
    }

    internal async Task<PlaybookResult<TOutputs>> RunAsync<TOutputs>(Playbook<TOutputs> playbook, PageProvider source, CancellationToken cancellationToken)
        where TOutputs : class, new()
    {
        using var run = new PlaybookRun<TOutputs>(playbook, options);
        return await run.RunAsync(source, cancellationToken).ConfigureAwait(false);
    }
}

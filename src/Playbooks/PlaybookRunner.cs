using Microsoft.Playwright;
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
            Trace = TraceModes.From(options, Environment.GetEnvironmentVariable),
            FailOn = FailOnWords.From(options, Environment.GetEnvironmentVariable),
            UpdateScreenshots = ScreenshotUpdates.From(options, Environment.GetEnvironmentVariable),
        };
        if (RunOptionsRules.FindMistakes(options).FirstOrDefault() is { } mistake)
        {
            throw new ArgumentException(mistake, nameof(options));
        }
    }

    /// <summary>Starts a run, whose folder and log exist when this method returns.</summary>
    /// <param name="playbook">The playbook with its values.</param>
    /// <param name="source">Where the run gets its page.</param>
    /// <param name="request">The settings of this run only, or null for the defaults.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <returns>The run. A failure of the playbook is reported in its result, never as an exception.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public RunHandle<TOutputs> Start<TOutputs>(Playbook<TOutputs> playbook, PageProvider source, RunRequest? request = null, CancellationToken cancellationToken = default)
        where TOutputs : class, new()
    {
        ArgumentNullException.ThrowIfNull(playbook);
        ArgumentNullException.ThrowIfNull(source);
        return new PlaybookRun<TOutputs>(playbook, options, request ?? new(), source.Create(options.Context), cancellationToken).Start();
    }

    /// <summary>Starts a run of a playbook from a catalog.</summary>
    /// <inheritdoc cref="Start{TOutputs}(Playbook{TOutputs}, PageProvider, RunRequest?, CancellationToken)"/>
    public RunHandle Start(Playbook playbook, PageProvider source, RunRequest? request = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(playbook);
        ArgumentNullException.ThrowIfNull(source);
        return playbook.Start(this, source, request, cancellationToken);
    }

    /// <summary>Runs a playbook on a page, which stays open.</summary>
    /// <returns>The result of the run. A failure of the playbook is reported in the result, never as an exception.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public Task<PlaybookResult<TOutputs>> RunAsync<TOutputs>(Playbook<TOutputs> playbook, IPage page, RunRequest? request = null, CancellationToken cancellationToken = default)
        where TOutputs : class, new() =>
        Start(playbook, PageProvider.From(page), request, cancellationToken).Completion;

    /// <summary>Runs a playbook on a new page of a browser context; the page is closed afterwards.</summary>
    /// <returns>The result of the run. A failure of the playbook is reported in the result, never as an exception.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public Task<PlaybookResult<TOutputs>> RunAsync<TOutputs>(Playbook<TOutputs> playbook, IBrowserContext context, RunRequest? request = null, CancellationToken cancellationToken = default)
        where TOutputs : class, new() =>
        Start(playbook, PageProvider.From(context), request, cancellationToken).Completion;

    /// <summary>Runs a playbook in a browser, in a new context that is created with <see cref="RunOptions.Context"/> and closed afterwards.</summary>
    /// <returns>The result of the run. A failure of the playbook is reported in the result, never as an exception.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public Task<PlaybookResult<TOutputs>> RunAsync<TOutputs>(Playbook<TOutputs> playbook, IBrowser browser, RunRequest? request = null, CancellationToken cancellationToken = default)
        where TOutputs : class, new() =>
        Start(playbook, PageProvider.From(browser), request, cancellationToken).Completion;

    /// <summary>Runs a playbook from a catalog on a page, which stays open.</summary>
    /// <returns>The result of the run. A failure of the playbook is reported in the result, never as an exception.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public Task<PlaybookResult> RunAsync(Playbook playbook, IPage page, RunRequest? request = null, CancellationToken cancellationToken = default) =>
        Start(playbook, PageProvider.From(page), request, cancellationToken).Completion;

    /// <summary>Runs a playbook from a catalog on a new page of a browser context; the page is closed afterwards.</summary>
    /// <returns>The result of the run. A failure of the playbook is reported in the result, never as an exception.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public Task<PlaybookResult> RunAsync(Playbook playbook, IBrowserContext context, RunRequest? request = null, CancellationToken cancellationToken = default) =>
        Start(playbook, PageProvider.From(context), request, cancellationToken).Completion;

    /// <summary>Runs a playbook from a catalog in a browser, in a new context that is created with <see cref="RunOptions.Context"/> and closed afterwards.</summary>
    /// <returns>The result of the run. A failure of the playbook is reported in the result, never as an exception.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public Task<PlaybookResult> RunAsync(Playbook playbook, IBrowser browser, RunRequest? request = null, CancellationToken cancellationToken = default) =>
        Start(playbook, PageProvider.From(browser), request, cancellationToken).Completion;
}

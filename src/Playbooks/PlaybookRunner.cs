using Microsoft.Playwright;
using Playbooks.Browsing;
using Playbooks.Execution.Run;
using Playbooks.Guarding.Urls;

namespace Playbooks;

/// <summary>Runs playbooks on a page, in a browser context or in a browser that the caller has.</summary>
public sealed class PlaybookRunner
{
    private readonly RunOptions options;

    /// <summary>Makes a runner; it holds no state of a run, so any number of runs may go on at once.</summary>
    /// <param name="options">How; null: the defaults.</param>
    /// <exception cref="ArgumentException">An option is not allowed.</exception>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.InvalidRequest"/>: an environment variable that stands in for an option has a value that is not allowed, or one is misspelled.</exception>
    public PlaybookRunner(RunOptions? options = null)
    {
        EnvironmentNames.Check();
        options ??= new();
        this.options = options with
        {
            Trace = TraceModes.Of(options, Environment.GetEnvironmentVariable),
            FailOn = FailOnWords.From(options, Environment.GetEnvironmentVariable),
        };
        if (this.options.BaseUrl is { Length: > 0 } url && WebOrigin.Read(url) is null)
        {
            throw new ArgumentException($"The option BaseUrl '{url}' is not an absolute http or https URL, such as http://localhost:5000.", nameof(options));
        }

        if (this.options.Timeout is { } timeout && timeout <= TimeSpan.Zero)
        {
            throw new ArgumentException("The option Timeout must be longer than no time at all; leave it out for no limit.", nameof(options));
        }
    }

    /// <summary>Runs a playbook on a page, which stays open.</summary>
    /// <returns>What became of it. A playbook's failure is a result, never an exception.</returns>
    /// <exception cref="ArgumentNullException">An argument is missing.</exception>
    public Task<PlaybookResult<TOutputs>> RunAsync<TOutputs>(Playbook<TOutputs> playbook, IPage page, CancellationToken cancellationToken = default)
        where TOutputs : class, new()
    {
        ArgumentNullException.ThrowIfNull(playbook);
        ArgumentNullException.ThrowIfNull(page);
        return RunAsync(playbook, PageSource.Of(page), cancellationToken);
    }

    /// <summary>Runs a playbook on a new page of a browser context; the page is closed afterwards.</summary>
    /// <returns>What became of it. A playbook's failure is a result, never an exception.</returns>
    /// <exception cref="ArgumentNullException">An argument is missing.</exception>
    public Task<PlaybookResult<TOutputs>> RunAsync<TOutputs>(Playbook<TOutputs> playbook, IBrowserContext context, CancellationToken cancellationToken = default)
        where TOutputs : class, new()
    {
        ArgumentNullException.ThrowIfNull(playbook);
        ArgumentNullException.ThrowIfNull(context);
        return RunAsync(playbook, PageSource.In(context), cancellationToken);
    }

    /// <summary>Runs a playbook in a browser, in a context of its own, made as <see cref="RunOptions.Context"/> says and closed afterwards.</summary>
    /// <returns>What became of it. A playbook's failure is a result, never an exception.</returns>
    /// <exception cref="ArgumentNullException">An argument is missing.</exception>
    public Task<PlaybookResult<TOutputs>> RunAsync<TOutputs>(Playbook<TOutputs> playbook, IBrowser browser, CancellationToken cancellationToken = default)
        where TOutputs : class, new()
    {
        ArgumentNullException.ThrowIfNull(playbook);
        ArgumentNullException.ThrowIfNull(browser);
        return RunAsync(playbook, PageSource.In(browser, options.Context), cancellationToken);
    }

    /// <summary>Runs a playbook of a catalogue on a page, which stays open.</summary>
    /// <returns>What became of it. A playbook's failure is a result, never an exception.</returns>
    /// <exception cref="ArgumentNullException">An argument is missing.</exception>
    public Task<PlaybookResult> RunAsync(Playbook playbook, IPage page, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(playbook);
        ArgumentNullException.ThrowIfNull(page);
        return playbook.AcceptAsync(this, PageSource.Of(page), cancellationToken);
    }

    /// <summary>Runs a playbook of a catalogue on a new page of a browser context; the page is closed afterwards.</summary>
    /// <returns>What became of it. A playbook's failure is a result, never an exception.</returns>
    /// <exception cref="ArgumentNullException">An argument is missing.</exception>
    public Task<PlaybookResult> RunAsync(Playbook playbook, IBrowserContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(playbook);
        ArgumentNullException.ThrowIfNull(context);
        return playbook.AcceptAsync(this, PageSource.In(context), cancellationToken);
    }

    /// <summary>Runs a playbook of a catalogue in a browser, in a context of its own, made as <see cref="RunOptions.Context"/> says and closed afterwards.</summary>
    /// <returns>What became of it. A playbook's failure is a result, never an exception.</returns>
    /// <exception cref="ArgumentNullException">An argument is missing.</exception>
    public Task<PlaybookResult> RunAsync(Playbook playbook, IBrowser browser, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(playbook);
        ArgumentNullException.ThrowIfNull(browser);
        return playbook.AcceptAsync(this, PageSource.In(browser, options.Context), cancellationToken);
    }

    /// <summary>
    /// Runs a playbook of a catalogue in a browser that is opened, or whose turn is waited for, when the run has its folder and its log
    /// already: for hosts that queue runs. Whoever stops it while it waits ends it as any other run. Neither the run's timeout nor its duration counts the waiting.
    /// </summary>
    /// <param name="playbook">The playbook and its values.</param>
    /// <param name="open">Gives the browser, which stays open; its token is cancelled when the run is to end.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <returns>What became of it. A playbook's failure is a result, never an exception; neither is one of <paramref name="open"/>.</returns>
    /// <exception cref="ArgumentNullException">An argument is missing.</exception>
    public Task<PlaybookResult> RunAsync(Playbook playbook, Func<CancellationToken, Task<IBrowser>> open, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(playbook);
        ArgumentNullException.ThrowIfNull(open);
        return playbook.AcceptAsync(this, PageSource.When(open, options.Context), cancellationToken);
    }

    internal async Task<PlaybookResult<TOutputs>> RunAsync<TOutputs>(Playbook<TOutputs> playbook, PageSource source, CancellationToken cancellationToken)
        where TOutputs : class, new()
    {
        using var run = new PlaybookRun<TOutputs>(playbook, options);
        return await run.RunAsync(source, cancellationToken).ConfigureAwait(false);
    }
}

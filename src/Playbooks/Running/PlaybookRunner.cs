using Microsoft.Playwright;

namespace Playbooks.Running;

/// <summary>Runs playbooks on a page or in a browser context that the caller has.</summary>
public sealed class PlaybookRunner
{
    private readonly RunOptions options;

    /// <summary>Makes a runner; it holds no state of a run, so any number of runs may go on at once.</summary>
    /// <param name="options">How; null: the defaults.</param>
    public PlaybookRunner(RunOptions? options = null) => this.options = options ?? new();

    /// <summary>Runs a playbook on a page, which stays open.</summary>
    /// <returns>What became of it. A playbook's failure is a result, never an exception.</returns>
    /// <exception cref="ArgumentException">An argument or an option is not allowed.</exception>
    public Task<PlaybookResult<TOutputs>> RunAsync<TOutputs>(Playbook<TOutputs> playbook, IPage page, CancellationToken cancellationToken = default)
        where TOutputs : class, new() => throw new NotSupportedException($"Comes with the next commit. {options}");

    /// <summary>Runs a playbook on a new page of a browser context; the page is closed afterwards.</summary>
    /// <returns>What became of it. A playbook's failure is a result, never an exception.</returns>
    /// <exception cref="ArgumentException">An argument or an option is not allowed.</exception>
    public Task<PlaybookResult<TOutputs>> RunAsync<TOutputs>(Playbook<TOutputs> playbook, IBrowserContext context, CancellationToken cancellationToken = default)
        where TOutputs : class, new() => throw new NotSupportedException($"Comes with the next commit. {options}");

    /// <summary>Runs a playbook of a catalogue on a page, which stays open.</summary>
    /// <returns>What became of it. A playbook's failure is a result, never an exception.</returns>
    /// <exception cref="ArgumentException">An argument or an option is not allowed.</exception>
    public Task<PlaybookResult> RunAsync(Playbook playbook, IPage page, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(playbook);
        ArgumentNullException.ThrowIfNull(page);
        return playbook.AcceptAsync(this, page, cancellationToken);
    }
}

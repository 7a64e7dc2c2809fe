using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Playbooks.Browsing;
using Playbooks.Server.Api;
using Playbooks.Server.Catalogue;
using Playbooks.Server.Files;
using Playbooks.Server.Gateway;
using Playbooks.Server.Starting;
using Playbooks.Server.Streaming;

namespace Playbooks.Server.Working;

/// <summary>Executes runs in this process: some at once, the others in line.</summary>
internal sealed class LocalWorker(PlaybookCatalogue catalogue, RequestCheck check, LogEvents logs, PlaybooksOptions options, ILogger<LocalWorker> logger) : IWorker, IAsyncDisposable
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    // In which a browser that is idle has closed.
    private static readonly TimeSpan BrowserEnd = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, LiveRun> runs = new(StringComparer.OrdinalIgnoreCase);
    private readonly RunQueue queue = new(options.MaxConcurrentRuns, options.MaxQueuedRuns);
    private readonly SharedBrowser headless = new(options.BrowserIdleTimeout, time: options.TimeProvider);
    private readonly SharedBrowser headed = new(options.BrowserIdleTimeout, time: options.TimeProvider);
    private readonly IdleMemory? idle = options.ReleaseMemoryWhenIdle ? new(options.BrowserIdleTimeout + BrowserEnd, options.TimeProvider) : null;
    private volatile bool closing;

    public string Name => "this process";

    public Task<IReadOnlyList<CataloguePlaybook>> ListPlaybooksAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<CataloguePlaybook>>([.. catalogue.All.Select(static entry => CataloguePlaybook.Of(entry.Info))]);

    public Task<CheckedRequest> CheckAsync(StartRequest request, CancellationToken cancellationToken) => Task.FromResult(check.Check(request).Describe());

    public Task<AcceptedRun> StartAsync(StartRequest request, CancellationToken cancellationToken)
    {
        var order = check.Check(request);
        if (closing)
        {
            throw new RefusedException(StatusCodes.Status503ServiceUnavailable, ErrorCode.RunTerminated, "The service is being shut down and starts no more runs.") { RetryAfter = RetryAfter };
        }

        var turn = queue.TryEnter() ?? throw new RefusedException(
            StatusCodes.Status429TooManyRequests,
            ErrorCode.RunConflict,
            $"{options.MaxConcurrentRuns} run(s) are under way and {options.MaxQueuedRuns} wait, which is as many as may. Come back later.")
        { RetryAfter = RetryAfter };
        var run = new LiveRun(order.RunId.Text);
        if (!runs.TryAdd(run.RunId, run))
        {
            turn.Dispose();
            throw Conflict(run.RunId);
        }

        idle?.Work();

        // Its folder and its log are there when this returns; it then waits for its turn.
        run.Finished = RunAsync(order, run, turn);
        if (run.Log is not null)
        {
            logger.Accepted(run.RunId, order.Playbook.Info.Id, turn.IsGranted ? 0 : queue.Waiting);
            return Task.FromResult(AcceptedRun.Of(run.RunId, order.Playbook.Info.Id));
        }

        _ = run.StopAsync();
        throw run.Refused is { ErrorCode: ErrorCode.RunConflict }
            ? Conflict(run.RunId)
            : new PlaybookException(ErrorCode.InternalError, $"The run's folder below {options.Root} cannot be written, so the run was not started. Make room, or give the service the right to write there.");
    }

    public Task<RunStatus?> FindStatusAsync(string runId, CancellationToken cancellationToken) =>
        Task.FromResult(runs.TryGetValue(runId, out var run) ? StoredRun.Read(Path.Combine(options.Root, run.RunId)).Status : null);

    public async Task<bool> StopAsync(string runId, CancellationToken cancellationToken)
    {
        if (!runs.TryGetValue(runId, out var run))
        {
            return false;
        }

        logger.Stopping(run.RunId);
        await run.StopAsync();
        return true;
    }

    public async IAsyncEnumerable<RunEvent> ReadEventsAsync(string runId, EventPosition after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!runs.TryGetValue(runId, out var run) || run.Log is null)
        {
            throw new PlaybookException(ErrorCode.NotFound, $"The run '{runId}' is not at work here.");
        }

        await foreach (var item in logs.FollowAsync(run.Log, Path.Combine(options.Root, run.RunId), after, cancellationToken))
        {
            yield return item;
        }
    }

    public Task<LiveFile> OpenFileAsync(string runId, RunFile file, CancellationToken cancellationToken) =>
        throw new PlaybookException(file.Missing, "A run of this process has no other files than those that are stored.");

    /// <summary>Ends when a run's evidence is complete; at once where it is not at work here.</summary>
    public Task FinishedAsync(string runId) => runs.TryGetValue(runId, out var run) ? run.Finished : Task.CompletedTask;

    /// <summary>Takes no more runs, ends those under way and those in line, and waits until all of their evidence is complete.</summary>
    public async Task CloseAsync()
    {
        closing = true;
        queue.Close();
        var open = runs.Values.ToList();
        if (open.Count > 0)
        {
            logger.Closing(open.Count);
        }

        await Task.WhenAll(open.Select(static run => run.StopAsync()));
        await Task.WhenAll(open.Select(static run => run.Finished));
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        await Task.WhenAll(headless.EndAsync(), headed.EndAsync());
        idle?.Dispose();
    }

    private static PlaybookException Conflict(string runId) =>
        new(ErrorCode.RunConflict, $"A run of the id '{runId}' is under way. Wait for its end, stop it, or choose another run id.");

    private async Task RunAsync(RunOrder order, LiveRun run, RunQueue.Turn turn)
    {
        BrowserLease? browser = null;
        try
        {
            var result = await new PlaybookRunner(order.Options with { Listeners = [.. order.Options.Listeners, run] }).RunAsync(order.Playbook, OpenAsync, run.Stopped);
            logger.Finished(run.RunId, order.Playbook.Info.Id, result.Outcome, result.Duration);
        }
        catch (Exception failure)
        {
            logger.Broken(failure, run.RunId);
        }
        finally
        {
            runs.TryRemove(new(run.RunId, run));
            browser?.Dispose();
            turn.Dispose();
            run.Dispose();
            if (runs.IsEmpty)
            {
                idle?.Rest();
            }
        }

        async Task<Microsoft.Playwright.IBrowser> OpenAsync(CancellationToken cancellationToken)
        {
            await turn.WaitAsync(cancellationToken);
            browser = await (order.Headed ? headed : headless).TakeAsync(options.Browser with { Headed = order.Headed, Logger = options.Browser.Logger ?? logger }, cancellationToken);
            return browser.Browser;
        }
    }
}

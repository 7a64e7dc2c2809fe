using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Playbooks.Browsing;
using Playbooks.Server.Api;
using Playbooks.Server.Catalog;
using Playbooks.Server.Files;
using Playbooks.Server.Gateway;
using Playbooks.Server.Starting;
using Playbooks.Server.Streaming;

namespace Playbooks.Server.Working;

/// <summary>Executes runs in this process. Runs beyond the limit are queued.</summary>
internal sealed class LocalWorker(PlaybookCatalog catalog, RequestCheck check, LogEvents logs, PlaybooksOptions options, ILogger<LocalWorker> logger) : IWorker, IAsyncDisposable
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    // An idle browser has closed by then.
    private static readonly TimeSpan BrowserEnd = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, LiveRun> runs = new(StringComparer.OrdinalIgnoreCase);
    private readonly RunQueue queue = new(options.MaxConcurrentRuns, options.MaxQueuedRuns);
    private readonly SharedBrowser headless = new(options.BrowserIdleTimeout, time: options.TimeProvider);
    private readonly SharedBrowser headed = new(options.BrowserIdleTimeout, time: options.TimeProvider);
    private readonly IdleMemory? idle = options.ReleaseMemoryWhenIdle ? new(options.BrowserIdleTimeout + BrowserEnd, options.TimeProvider) : null;
    private volatile bool closing;

    public string Name => "this process";

    public Task<IReadOnlyList<CatalogPlaybook>> ListPlaybooksAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<CatalogPlaybook>>([.. catalog.All.Select(static entry => CatalogPlaybook.From(entry.Info))]);

    public Task<CheckedRequest> CheckAsync(StartRequest request, CancellationToken cancellationToken) => Task.FromResult(check.Check(request).Describe());

    public async Task<AcceptedRun> StartAsync(StartRequest request, CancellationToken cancellationToken)
    {
        var order = check.Check(request);
        if (closing)
        {
            throw new RefusedException(StatusCodes.Status503ServiceUnavailable, ErrorCode.RunTerminated, "The service is shutting down and accepts no more runs.") { RetryAfter = RetryAfter };
        }

        var turn = queue.TryEnter() ?? throw new RefusedException(
            StatusCodes.Status429TooManyRequests,
            ErrorCode.RunConflict,
            $"{options.MaxConcurrentRuns} run(s) are active and {options.MaxQueuedRuns} are queued, which is the maximum. Try again later.")
        { RetryAfter = RetryAfter };
        var run = new LiveRun(order.RunId.Text);
        if (!runs.TryAdd(run.RunId, run))
        {
            turn.Dispose();
            throw Conflict(run.RunId);
        }

        idle?.Work();

        var handle = Start(order, run, turn);
        if (handle.Log is not null)
        {
            logger.Accepted(run.RunId, order.Playbook.Info.Id, turn.IsGranted ? 0 : queue.Waiting);
            return AcceptedRun.Create(run.RunId, order.Playbook.Info.Id);
        }

        await handle.StopAsync();
        throw (await handle.Completion).ErrorCode == ErrorCode.RunConflict
            ? Conflict(run.RunId)
            : new PlaybookException(ErrorCode.InternalError, $"The run was not started because its folder in {options.Root} is not writable. Free disk space, or grant the service write access.");
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
            throw new PlaybookException(ErrorCode.NotFound, $"The run '{runId}' is not active in this process.");
        }

        await foreach (var item in logs.FollowAsync(run.Log, Path.Combine(options.Root, run.RunId), after, cancellationToken))
        {
            yield return item;
        }
    }

    public Task<LiveFile> OpenFileAsync(string runId, RunFile file, CancellationToken cancellationToken) =>
        throw new PlaybookException(file.Missing, "A run of this process has only stored files.");

    /// <summary>Returns a task that completes when a run's evidence is complete, or immediately if the run is not active here.</summary>
    public Task FinishedAsync(string runId) => runs.TryGetValue(runId, out var run) ? run.Finished : Task.CompletedTask;

    /// <summary>Accepts no more runs, stops active and queued runs, and waits until all of their evidence is complete.</summary>
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
        await Task.WhenAll(headless.CloseAsync(), headed.CloseAsync());
        idle?.Dispose();
    }

    private static PlaybookException Conflict(string runId) =>
        new(ErrorCode.RunConflict, $"A run with the id '{runId}' is already active. Wait for it to end, stop it, or choose another run id.");

    /// <summary>Starts a run, which waits for its turn. Its folder and its log exist when this method returns.</summary>
    private RunHandle Start(RunOrder order, LiveRun run, RunQueue.Turn turn)
    {
        BrowserLease? browser = null;
        RunHandle handle;
        try
        {
            handle = new PlaybookRunner(order.Options).Start(order.Playbook, PageProvider.From(OpenAsync), order.Request);
        }
        catch
        {
            run.Attach(null);
            runs.TryRemove(new(run.RunId, run));
            turn.Dispose();
            throw;
        }

        // Whoever stops the run waits for its end afterwards.
        run.Finished = FinishAsync();
        run.Attach(handle);
        return handle;

        async Task FinishAsync()
        {
            try
            {
                var result = await handle.Completion;
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
                if (runs.IsEmpty)
                {
                    idle?.Rest();
                }
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

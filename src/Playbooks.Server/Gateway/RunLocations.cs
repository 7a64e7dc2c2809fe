using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;

namespace Playbooks.Server.Gateway;

/// <summary>Tracks which worker executes which run, and finds it again after a restart by querying the workers.</summary>
internal sealed class RunLocations
{
    private const int MostPlaces = 10_000;

    private readonly Workers workers;
    private readonly ILogger<RunLocations> logger;
    private readonly Counter<long> inactive;
    private readonly ConcurrentDictionary<string, RunLocation> places = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentQueue<string> order = new();

    public RunLocations(Workers workers, IMeterFactory meters, ILogger<RunLocations> logger)
    {
        this.workers = workers;
        this.logger = logger;
        inactive = meters.Create("Playbooks").CreateCounter<long>("playbooks.runs.inactive", "{run}", "The number of runs whose worker became unreachable.");
    }

    /// <summary>Returns the known location of a run, or null.</summary>
    public RunLocation? Known(string runId) => places.GetValueOrDefault(runId);

    /// <summary>Stores the location of a new run, and discards that of an earlier run with the same id.</summary>
    public RunLocation Put(string runId, IWorker worker) => Remember(runId, Make(runId, worker), static (_, _, made) => made);

    /// <summary>Finds the location of a run. Returns null if no worker that responds has it.</summary>
    public async Task<RunLocation?> FindAsync(string runId, CancellationToken cancellationToken)
    {
        if (Known(runId) is { } known)
        {
            return known;
        }

        var answers = await Task.WhenAll(workers.All.Select(worker => HasAsync(worker, runId, cancellationToken)));
        return answers.OfType<IWorker>().FirstOrDefault() is { } worker
            // Concurrent callers that found the run share one location with its mark.
            ? Remember(runId, Make(runId, worker), static (_, there, _) => there)
            : null;
    }

    private static async Task<IWorker?> HasAsync(IWorker worker, string runId, CancellationToken cancellationToken)
    {
        try
        {
            return await worker.FindStatusAsync(runId, cancellationToken) is null ? null : worker;
        }
        catch (PlaybookException)
        {
            // This worker cannot confirm that it has the run.
            return null;
        }
    }

    private RunLocation Make(string runId, IWorker worker) => new(worker, new(failure =>
    {
        inactive.Add(1);
        logger.Inactive(failure, runId, worker.Name);
    }));

    private RunLocation Remember(string runId, RunLocation made, Func<string, RunLocation, RunLocation, RunLocation> keep)
    {
        var place = places.AddOrUpdate(runId, static (_, made) => made, keep, made);
        if (ReferenceEquals(place, made))
        {
            order.Enqueue(runId);
            // The oldest run has ended long ago; if not, it is found again.
            while (places.Count > MostPlaces && order.TryDequeue(out var oldest))
            {
                places.TryRemove(oldest, out _);
            }
        }

        return place;
    }
}

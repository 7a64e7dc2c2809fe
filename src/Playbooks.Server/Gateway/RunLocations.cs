using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;

namespace Playbooks.Server.Gateway;

/// <summary>Knows which worker has which run, and finds it again after a restart by asking the workers.</summary>
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
        inactive = meters.Create("Playbooks").CreateCounter<long>("playbooks.runs.inactive", "{run}", "Runs whose worker could not be reached any more.");
    }

    /// <summary>Where a run is, as far as it is known; null: it is not.</summary>
    public RunLocation? Known(string runId) => places.GetValueOrDefault(runId);

    /// <summary>Remembers where a run was started; what was known of an earlier run of this id is forgotten.</summary>
    public RunLocation Put(string runId, IWorker worker) => Remember(runId, Make(runId, worker), static (_, _, made) => made);

    /// <summary>Where a run is; null: no worker that answers has it.</summary>
    public async Task<RunLocation?> FindAsync(string runId, CancellationToken cancellationToken)
    {
        if (Known(runId) is { } known)
        {
            return known;
        }

        var answers = await Task.WhenAll(workers.All.Select(worker => HasAsync(worker, runId, cancellationToken)));
        return answers.OfType<IWorker>().FirstOrDefault() is { } worker
            // Of several who found it at once all share one place, and its mark.
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
            // Whoever has it, this one cannot say so.
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

using Microsoft.Extensions.Logging;
using Playbooks.Server.Api;
using Playbooks.Server.Catalog;

namespace Playbooks.Server.Gateway;

/// <summary>The workers of a gateway. Work is distributed round-robin.</summary>
internal sealed class Workers(IReadOnlyList<IWorker> all, ILogger<Workers> logger)
{
    private int turn = -1;

    /// <summary>Gets all workers.</summary>
    public IReadOnlyList<IWorker> All => all;

    /// <summary>Returns the playbooks of all workers that respond, ordered by id.</summary>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.UpstreamUnreachable"/>: no worker responds.</exception>
    public async Task<IReadOnlyList<CatalogPlaybook>> ListPlaybooksAsync(CancellationToken cancellationToken)
    {
        PlaybookException? failure = null;
        var lists = await Task.WhenAll(all.Select(async worker =>
        {
            try
            {
                return await worker.ListPlaybooksAsync(cancellationToken);
            }
            catch (PlaybookException unreachable)
            {
                logger.PassedOver(worker.Name, unreachable.Message);
                failure = unreachable;
                return null;
            }
        }));
        return failure is not null && lists.All(static list => list is null)
            ? throw failure
            : [.. lists.SelectMany(static list => list ?? []).DistinctBy(static playbook => playbook.Id).OrderBy(static playbook => playbook.Id, StringComparer.Ordinal)];
    }

    /// <summary>Executes an operation on the next worker, or on the one after it if a worker is full or does not respond.</summary>
    /// <exception cref="PlaybookException">The error of the last worker, or the first error that applies to all workers.</exception>
    public async Task<T> FirstAsync<T>(Func<IWorker, CancellationToken, Task<T>> act, CancellationToken cancellationToken)
    {
        var first = (uint)Interlocked.Increment(ref turn);
        PlaybookException? refused = null;
        for (var number = 0; number < all.Count; number++)
        {
            var worker = all[(int)((first + number) % all.Count)];
            try
            {
                return await act(worker, cancellationToken);
            }
            catch (PlaybookException failure) when (IsForThisWorkerOnly(failure))
            {
                logger.PassedOver(worker.Name, failure.Message);
                // A full worker is a more useful reason than an unreachable one.
                refused = refused is RefusedException ? refused : failure;
            }
        }

        throw refused ?? new PlaybookException(ErrorCode.UpstreamUnreachable, $"This service has no workers. Set the option {nameof(PlaybooksOptions.Workers)}, or use the role {nameof(PlaybooksRole.Both)}.");
    }

    private static bool IsForThisWorkerOnly(PlaybookException failure) => failure switch
    {
        RefusedException refused => refused.Status is StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable,
        OutcomeUnknownException => false,
        _ => failure.Code == ErrorCode.UpstreamUnreachable,
    };
}

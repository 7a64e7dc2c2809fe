using Microsoft.Extensions.Logging;
using Playbooks.Server.Api;
using Playbooks.Server.Catalogue;

namespace Playbooks.Server.Gateway;

/// <summary>The workers of a gateway; work goes to one after the other.</summary>
internal sealed class Workers(IReadOnlyList<IWorker> all, ILogger<Workers> logger)
{
    private int turn = -1;

    /// <summary>All of them.</summary>
    public IReadOnlyList<IWorker> All => all;

    /// <summary>The playbooks of all that answer, by id.</summary>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.UpstreamUnreachable"/>: none does.</exception>
    public async Task<IReadOnlyList<CataloguePlaybook>> ListPlaybooksAsync(CancellationToken cancellationToken)
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

    /// <summary>Has the next worker do something; where it is full or does not answer, the one after it.</summary>
    /// <exception cref="PlaybookException">What the last one said, or the first one whose reason holds for all.</exception>
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
                // That one is full says more than that another is not there.
                refused = refused is RefusedException ? refused : failure;
            }
        }

        throw refused ?? new PlaybookException(ErrorCode.UpstreamUnreachable, $"This service has no worker. Name some with the option {nameof(PlaybooksOptions.Workers)}, or let it work itself.");
    }

    private static bool IsForThisWorkerOnly(PlaybookException failure) => failure switch
    {
        RefusedException refused => refused.Status is StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable,
        OutcomeUnknownException => false,
        _ => failure.Code == ErrorCode.UpstreamUnreachable,
    };
}

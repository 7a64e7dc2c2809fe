using Playbooks.Server.Catalogue;
using Playbooks.Server.Gateway;

namespace Playbooks.Server.Pages;

/// <summary>What can be started, for pages that have something to show without it.</summary>
internal static class KnownPlaybooks
{
    /// <summary>The playbooks of the workers that answer; none where no worker does: what is stored can be looked at all the same.</summary>
    public static async Task<IReadOnlyList<CataloguePlaybook>> KnownPlaybooksAsync(this RunGateway gateway, CancellationToken cancellationToken)
    {
        try
        {
            return await gateway.ListPlaybooksAsync(cancellationToken);
        }
        catch (PlaybookException failure) when (failure.Code == ErrorCode.UpstreamUnreachable)
        {
            return [];
        }
    }
}

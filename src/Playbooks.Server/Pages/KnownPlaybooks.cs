using Playbooks.Server.Catalog;
using Playbooks.Server.Gateway;

namespace Playbooks.Server.Pages;

/// <summary>Lists the playbooks for pages that can also be shown without them.</summary>
internal static class KnownPlaybooks
{
    /// <summary>Returns the playbooks of the workers that respond, or none if no worker responds. Stored runs remain accessible.</summary>
    public static async Task<IReadOnlyList<CatalogPlaybook>> KnownPlaybooksAsync(this RunGateway gateway, CancellationToken cancellationToken)
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

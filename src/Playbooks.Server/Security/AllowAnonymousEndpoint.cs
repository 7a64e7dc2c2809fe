namespace Playbooks.Server.Security;

/// <summary>Marks an endpoint that asks for no token: it tells nothing, or is where the token is asked for.</summary>
internal sealed class AllowAnonymousEndpoint
{
    public static AllowAnonymousEndpoint Mark { get; } = new();
}

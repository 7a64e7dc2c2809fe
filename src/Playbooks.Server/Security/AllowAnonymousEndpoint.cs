namespace Playbooks.Server.Security;

/// <summary>Marks an endpoint that requires no token, because it returns nothing confidential or accepts the token itself.</summary>
internal sealed class AllowAnonymousEndpoint
{
    public static AllowAnonymousEndpoint Mark { get; } = new();
}

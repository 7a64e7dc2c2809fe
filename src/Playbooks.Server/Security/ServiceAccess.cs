namespace Playbooks.Server.Security;

/// <summary>Determines whether requests must be authenticated.</summary>
internal sealed class ServiceAccess(ServiceToken token, PlaybooksOptions options)
{
    /// <summary>Gets whether anybody who can reach the service may use it, because it has neither a token nor a policy of the host.</summary>
    public bool IsOpen => !token.IsSet && options.AuthorizationPolicy is null;
}

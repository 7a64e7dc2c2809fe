using Microsoft.AspNetCore.Authorization;

namespace Playbooks.Server.Security;

/// <summary>Marks an endpoint of the service, and names the policy that its requests must meet.</summary>
internal sealed class AccessMetadata(string policy) : IAuthorizeData
{
    public string? Policy { get; set; } = policy;

    public string? Roles { get; set; }

    public string? AuthenticationSchemes { get; set; }
}

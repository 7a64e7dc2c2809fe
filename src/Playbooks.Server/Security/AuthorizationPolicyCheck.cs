using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Hosting;

namespace Playbooks.Server.Security;

/// <summary>Prevents a service from starting whose host names a policy that does not exist. Otherwise, every request would fail.</summary>
internal sealed class AuthorizationPolicyCheck(PlaybooksOptions options, IAuthorizationPolicyProvider policies) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.AuthorizationPolicy is { } name && await policies.GetPolicyAsync(name) is null)
        {
            throw new PlaybookException(
                ErrorCode.InvalidRequest,
                $"The option {nameof(PlaybooksOptions.AuthorizationPolicy)} is '{name}', but the program has no such policy. Add it: services.AddAuthorizationBuilder().AddPolicy(\"{name}\", …).");
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

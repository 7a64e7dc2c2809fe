using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Playbooks.Server.Api;

namespace Playbooks.Server.Security;

/// <summary>
/// Answers requests that the policy of the service rejects in the service's format, whichever schemes the policy has. A scheme only sets the
/// status and the headers, so that a policy can have several. Requests for other endpoints of the program are left to the handler that the
/// program would have without the service.
/// </summary>
internal sealed class AccessResultHandler(RequestGate gate, PlaybooksOptions options, IAuthorizationMiddlewareResultHandler inner) : IAuthorizationMiddlewareResultHandler
{
    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult) =>
        authorizeResult.Succeeded || context.GetEndpoint()?.Metadata.GetMetadata<AccessMetadata>() is null
            ? inner.HandleAsync(next, context, policy, authorizeResult)
            : Answering.AnswerAsync(context, async http =>
            {
                gate.CheckPlace(http);
                await inner.HandleAsync(next, http, policy, authorizeResult);
                ThrowIfUnanswered(http.Response);
            });

    private void ThrowIfUnanswered(HttpResponse response)
    {
        if (response.HasStarted || response.StatusCode is not (StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden))
        {
            return;
        }

        throw new RefusedException(
            response.StatusCode,
            ErrorCode.Unauthorized,
            response.StatusCode == StatusCodes.Status403Forbidden ? "You are authenticated, but the authorization policy of the service rejects this request. Ask its operator for access."
            : options.AuthorizationPolicy is null ? "The token is missing or incorrect. Send it as 'Authorization: Bearer <token>'."
            : "The credentials are missing or incorrect. Ask the operator of the service which ones to send.");
    }
}

using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Playbooks.Server.Api;

namespace Playbooks.Server.Security;

/// <summary>Decides whether a request may reach an endpoint.</summary>
internal sealed class RequestGate(ServiceToken token, SessionCookie session, AllowedHosts hosts)
{
    /// <summary>The name of the login endpoint. Browsers without the token are redirected to it, with the requested URL as <c>from</c>.</summary>
    public const string Login = "Login";

    private const long LongestBody = 1024 * 1024;

    /// <summary>Determines whether a request is admitted.</summary>
    /// <param name="http">The request. The headers of its response and the limit of its body are set.</param>
    /// <param name="isOpen">Whether the endpoint requires no token.</param>
    /// <returns>False if the request has already been answered.</returns>
    /// <exception cref="RefusedException">The request is rejected.</exception>
    public bool Admit(HttpContext http, bool isOpen)
    {
        SecurityHeaders.Set(http.Response.Headers);
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } body)
        {
            body.MaxRequestBodySize = LongestBody;
        }

        var origin = new RequestOrigin(http.Request);
        CheckPlace(http, origin);
        if (!isOpen && !IsKnown(http.Request, origin))
        {
            SendToLogin(http);
            return false;
        }

        CheckForm(http.Request, origin);
        return true;
    }

    private void CheckPlace(HttpContext http, RequestOrigin origin)
    {
        if (!token.IsSet && !ListeningCheck.IsLocal(http.Connection))
        {
            throw Forbidden($"The service has no token, and accepts requests from its own machine only. Set {PlaybooksOptions.ApiKeyVariable} for the service.");
        }

        if (!hosts.Allow(http.Request.Host))
        {
            throw Forbidden("This host name is not allowed. Use http://localhost, or add the host to the option AllowedHosts.");
        }

        if (origin.IsForeign)
        {
            throw Forbidden("Requests from pages of another origin are rejected. Send the request from a program, or from the service's own page.");
        }
    }

    // A browser sends the cookie with every request, whichever site caused it.
    private bool IsKnown(HttpRequest request, RequestOrigin origin) =>
        !token.IsSet
        || token.IsCarriedBy(request)
        || (session.IsCarriedBy(request) && (IsReading(request) || origin.IsOwn));

    private static void SendToLogin(HttpContext http)
    {
        if (HttpMethods.IsGet(http.Request.Method)
            && BrowserRequest.WantsPage(http)
            && http.RequestServices.GetRequiredService<LinkGenerator>().GetPathByName(http, Login, new { from = http.Request.PathBase + http.Request.Path + http.Request.QueryString }) is { } login)
        {
            http.Response.Redirect(login);
            return;
        }

        http.Response.Headers.WWWAuthenticate = "Bearer";
        throw new RefusedException(StatusCodes.Status401Unauthorized, ErrorCode.Unauthorized, "The token is missing or incorrect. Send it as 'Authorization: Bearer <token>'.");
    }

    /// <summary>Checks that a request that changes something is JSON, which another site cannot make a browser send, or comes from the service's own page.</summary>
    private static void CheckForm(HttpRequest request, RequestOrigin origin)
    {
        var saysNothing = request.ContentType is null && request.ContentLength is null or 0 && !request.Headers.ContainsKey("Transfer-Encoding");
        if (!IsReading(request) && !saysNothing && !request.HasJsonContentType() && !(request.HasFormContentType && origin.IsOwn))
        {
            throw new RefusedException(StatusCodes.Status415UnsupportedMediaType, ErrorCode.InvalidRequest, "The body must be JSON. Send it with 'Content-Type: application/json'.");
        }
    }

    private static bool IsReading(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    private static RefusedException Forbidden(string message) => new(StatusCodes.Status403Forbidden, ErrorCode.Unauthorized, message);
}

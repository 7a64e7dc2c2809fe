using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Playbooks.Server.Api;

namespace Playbooks.Server.Security;

/// <summary>Decides which requests reach an endpoint.</summary>
internal sealed class RequestGate(ServiceToken token, SessionCookie session, AllowedHosts hosts)
{
    /// <summary>The name of the endpoint at which a person shows the token; people without it are sent there, with the URL that they asked for as <c>from</c>.</summary>
    public const string Login = "Login";

    private const long LongestBody = 1024 * 1024;

    /// <summary>Whether a request may go on.</summary>
    /// <param name="http">The request; headers of the answer and the limit of its body are set.</param>
    /// <param name="isOpen">Whether the endpoint asks for no token.</param>
    /// <returns>False: it was answered.</returns>
    /// <exception cref="RefusedException">It may not.</exception>
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
            throw Forbidden($"The service has no token, and answers this machine only. Set {PlaybooksOptions.ApiKeyVariable} where it runs.");
        }

        if (!hosts.Allow(http.Request.Host))
        {
            throw Forbidden("The service is not asked for under this host name. Use http://localhost, or name the host in the option AllowedHosts.");
        }

        if (origin.IsForeign)
        {
            throw Forbidden("The request comes from a page of another origin, and such are refused. Send it from a program, or from the service's own page.");
        }
    }

    // A cookie is sent along by the browser, whoever makes it send the request.
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
        throw new RefusedException(StatusCodes.Status401Unauthorized, ErrorCode.Unauthorized, "The request lacks the service's token. Send it as 'Authorization: Bearer <token>'.");
    }

    /// <summary>What changes something comes as JSON, which no other site can have a browser send unasked, or from our own page.</summary>
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

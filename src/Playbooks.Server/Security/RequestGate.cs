using Microsoft.AspNetCore.Http.Features;
using Playbooks.Server.Api;

namespace Playbooks.Server.Security;

/// <summary>Decides whether a request may reach an endpoint, apart from who sends it.</summary>
internal sealed class RequestGate(ServiceAccess access, AllowedHosts hosts)
{
    /// <summary>The name of the login endpoint. Browsers without the token are redirected to it, with the requested URL as <c>from</c>.</summary>
    public const string Login = "Login";

    private const long LongestBody = 1024 * 1024;

    /// <summary>Admits a request to its endpoint.</summary>
    /// <param name="http">The request. The headers of its response and the limit of its body are set.</param>
    /// <exception cref="RefusedException">The request is rejected.</exception>
    public void Admit(HttpContext http)
    {
        CheckPlace(http);
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } body)
        {
            body.MaxRequestBodySize = LongestBody;
        }

        CheckForm(http.Request);
    }

    /// <summary>Checks from where and under which host name a request arrives.</summary>
    /// <param name="http">The request. The headers of its response are set.</param>
    /// <exception cref="RefusedException">The request is rejected.</exception>
    public void CheckPlace(HttpContext http)
    {
        SecurityHeaders.Set(http.Response.Headers);
        if (access.IsOpen && !ListeningCheck.IsLocal(http.Connection))
        {
            throw Forbidden($"The service has no token, and accepts requests from its own machine only. Set {PlaybooksOptions.ApiKeyVariable} for the service.");
        }

        if (!hosts.Allow(http.Request.Host))
        {
            throw Forbidden("This host name is not allowed. Use http://localhost, or add the host to the option AllowedHosts.");
        }

        if (new RequestOrigin(http.Request).IsForeign)
        {
            throw Forbidden("Cross-origin requests are rejected. Send the request from a program, or from the service's own page.");
        }
    }

    /// <summary>Determines whether a request only reads.</summary>
    public static bool IsReading(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    // A request that changes something must be JSON, which another site cannot make a browser send, or come from the service's own page.
    private static void CheckForm(HttpRequest request)
    {
        var saysNothing = request.ContentType is null && request.ContentLength is null or 0 && !request.Headers.ContainsKey("Transfer-Encoding");
        if (!IsReading(request) && !saysNothing && !request.HasJsonContentType() && !(request.HasFormContentType && new RequestOrigin(request).IsOwn))
        {
            throw new RefusedException(StatusCodes.Status415UnsupportedMediaType, ErrorCode.InvalidRequest, "The body must be JSON. Send it with 'Content-Type: application/json'.");
        }
    }

    private static RefusedException Forbidden(string message) => new(StatusCodes.Status403Forbidden, ErrorCode.Unauthorized, message);
}

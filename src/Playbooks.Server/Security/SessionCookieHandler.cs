using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Playbooks.Server.Api;

namespace Playbooks.Server.Security;

/// <summary>Authenticates people, whose browser has the cookie of a login.</summary>
internal sealed class SessionCookieHandler(
    ServiceToken token,
    SessionCookie session,
    LinkGenerator links,
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder)
    : SignInAuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    // A browser sends the cookie with every request, whichever site caused it.
    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(
        session.IsCarriedBy(Request) && (RequestGate.IsReading(Request) || new RequestOrigin(Request).IsOwn)
            ? AuthenticateResult.Success(new(SessionCookie.CreatePrincipal(), Scheme.Name))
            : AuthenticateResult.NoResult());

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (token.IsSet
            && HttpMethods.IsGet(Request.Method)
            && BrowserRequest.WantsPage(Context)
            && links.GetPathByName(Context, RequestGate.Login, new { from = Request.PathBase + Request.Path + Request.QueryString }) is { } login)
        {
            Response.Redirect(login);
            return Task.CompletedTask;
        }

        return Context.ChallengeAsync(PlaybooksAuthenticationDefaults.BearerScheme, properties);
    }

    protected override Task HandleSignInAsync(ClaimsPrincipal user, AuthenticationProperties? properties)
    {
        session.Issue(Context);
        return Task.CompletedTask;
    }

    protected override Task HandleSignOutAsync(AuthenticationProperties? properties)
    {
        SessionCookie.Clear(Context);
        return Task.CompletedTask;
    }
}

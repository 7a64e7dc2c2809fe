namespace Orders.Pages;

/// <summary>Renders the banner that asks for consent until it was given.</summary>
public static class CookieBanner
{
    /// <summary>The cookie that remembers the consent. The page's script sets it.</summary>
    public const string Cookie = "office_cookies";

    public static Html Render(HttpContext context) => context.Request.Cookies.ContainsKey(Cookie) ? Html.Empty : Html.Of(
        $"""
        <section class="banner" id="cookie-banner" aria-label="Cookies">
          <p>We remember how you like your tables. That takes a cookie.</p>
          <button type="button" class="button primary" data-accepts-cookies data-removes>Accept all</button>
        </section>
        """);
}

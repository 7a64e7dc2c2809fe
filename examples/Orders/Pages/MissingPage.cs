namespace Orders.Pages;

/// <summary>Renders the page for a URL that does not exist.</summary>
public static class MissingPage
{
    public static Html Render(string headline, string reason, Markup markup) => Layout.Page(headline, markup, Html.Of(
        $"""
        <section class="card empty">
          <p class="big" aria-hidden="true">404</p>
          <h1>{headline}</h1>
          <p>{reason}</p>
          <p><a class="button primary" href="{markup.Link("/orders")}">All orders</a></p>
        </section>
        """));
}

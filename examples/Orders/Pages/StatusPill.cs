using Orders.Shop;

namespace Orders.Pages;

/// <summary>Renders the status of an order as a colored word.</summary>
public static class StatusPill
{
    /// <param name="status">The status.</param>
    /// <param name="attributes">Additional attributes, such as an id.</param>
    public static Html Render(OrderStatus status, Html attributes = default) => Html.Of(
        $"""<span class="pill {status.ToString().ToLowerInvariant()}"{attributes}>{status.ToString()}</span>""");
}

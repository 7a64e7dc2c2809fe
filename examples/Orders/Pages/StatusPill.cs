using Orders.Shop;

namespace Orders.Pages;

/// <summary>The coloured word that says where an order stands.</summary>
public static class StatusPill
{
    /// <param name="status">The status.</param>
    /// <param name="attributes">More attributes, such as an id.</param>
    public static Html Render(OrderStatus status, Html attributes = default) => Html.Of(
        $"""<span class="pill {status.ToString().ToLowerInvariant()}"{attributes}>{status.ToString()}</span>""");
}

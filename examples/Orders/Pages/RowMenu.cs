using Orders.Shop;

namespace Orders.Pages;

/// <summary>Renders the menu that is open while its button has the pointer or the focus.</summary>
public static class RowMenu
{
    public static Html Render(Order order, Markup markup) => Html.Of(
        $"""
        <div class="menu">
          <button type="button" class="{markup["menu-button"]} quiet dots" aria-haspopup="true" aria-label="Actions for order {order.Id}"><span aria-hidden="true">•••</span></button>
          <div class="items">
            <a href="{markup.Link($"/orders/{order.Id}")}">Open</a>
            <form method="post" action="{markup.Link($"/orders/{order.Id}/duplicate")}"><button>Order again</button></form>
            {(order.Status == OrderStatus.Open ? Html.Of($"""<form method="post" action="{markup.Link($"/orders/{order.Id}/pack")}"><button>Mark as packed</button></form>""") : Html.Empty)}
          </div>
        </div>
        """);
}

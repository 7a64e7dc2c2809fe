using Orders.Shop;

namespace Orders.Pages;

/// <summary>Renders the carrier's information about the parcel, which is fetched after the page, with a delay.</summary>
public static class TrackingPanel
{
    private static readonly string[] Stages = ["Order placed", "Handed to the carrier", "In the delivery van", "Delivered"];

    public static Html Render(Order order, Markup markup)
    {
        if (order.Status is OrderStatus.Open or OrderStatus.Packed)
        {
            return Html.Of($"""<p id="{markup["no-shipment"]}">Not handed to a carrier yet.</p>""");
        }

        if (order.Status == OrderStatus.Cancelled)
        {
            return Html.Of($"""<p id="{markup["no-shipment"]}">There is no shipment: the order was cancelled.</p>""");
        }

        var reached = order.Status == OrderStatus.Delivered ? 4 : 2;
        return Html.Of(
            $"""
            <dl class="facts">
              <div><dt>Carrier</dt><dd id="{markup["carrier"]}">{order.Shipping.Carrier()}</dd></div>
              <div><dt>Tracking number</dt><dd id="{markup["tracking-number"]}">HP-{order.Id}-{order.Id * 7 % 97}</dd></div>
              <div><dt>{(reached == 4 ? "Delivered" : "Expected")}</dt><dd><time id="{markup["delivery-date"]}" datetime="{order.PlacedOn.AddDays(1 + order.Shipping.Days()).ToString("yyyy-MM-dd", Money.Culture)}">{Money.Text(order.PlacedOn.AddDays(1 + order.Shipping.Days()))}</time></dd></div>
            </dl>
            <ol class="stages">{Html.Join(Stages.Select((stage, index) => Html.Of($"""<li{(index < reached ? new Html(" class=\"reached\"") : Html.Empty)}>{stage}</li>""")))}</ol>
            """);
    }
}

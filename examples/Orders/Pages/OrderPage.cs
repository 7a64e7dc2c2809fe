using Orders.Shop;

namespace Orders.Pages;

/// <summary>Renders an order: its items, the location of the parcel, and the available actions.</summary>
public static class OrderPage
{
    public static Html Render(Order order, string? done, Markup markup) => Layout.Page($"Order {order.Id}", markup, Html.Of(
        $"""
        <nav class="crumbs" aria-label="Breadcrumb"><a href="{markup.Link("/orders")}">Orders</a><span aria-hidden="true">/</span><span aria-current="page">{order.Id}</span></nav>
        <div class="title split">
          <div><h1>Order {order.Id} {StatusPill.Render(order.Status, Html.Of($""" id="{markup["order-status"]}" """))}</h1>
            <p>Placed on <span id="{markup["placed-on"]}">{Money.Text(order.PlacedOn)}</span> by {order.Customer.Name}</p></div>
          <div class="actions">{CancelDialog.Button(order, markup)}</div>
        </div>
        {Notice(done, order, markup)}
        <div class="columns">
          <div>
            {Items(order, markup)}
            <section class="card" aria-labelledby="tracking-title"><h2 id="tracking-title">Shipment</h2>
              <div id="{markup["tracking"]}" data-loads="{markup.Link($"/orders/{order.Id}/tracking")}" aria-live="polite" aria-busy="true">
                <p class="hidden">Asking the carrier…</p><div class="skeleton" aria-hidden="true"><i></i><i></i><i></i></div>
              </div></section>
            <section class="card" aria-labelledby="history-title"><h2 id="history-title">History</h2>
              <ol class="history">{Html.Join(order.History.Reverse().Select(what => Html.Of($"<li>{what}</li>")))}</ol></section>
          </div>
          <div>
            <section class="card" aria-labelledby="customer-title"><h2 id="customer-title">Customer</h2>
              <address>{order.Customer.Name}<br>{order.Customer.Street}<br>{order.Customer.City}<br><a href="mailto:{order.Customer.Email}">{order.Customer.Email}</a></address></section>
            {Shipping(order, markup)}
            {InvoiceForm(order, markup)}
          </div>
        </div>
        {CancelDialog.Render(order, markup)}
        """));

    private static Html Notice(string? done, Order order, Markup markup)
    {
        var text = done switch
        {
            "cancelled" when order.Status == OrderStatus.Cancelled => $"Order {order.Id} is cancelled.",
            "cancelled" => $"Order {order.Id} can no longer be cancelled.",
            "packed" => $"Order {order.Id} is packed.",
            "shipping" => "Shipping saved.",
            "invoice" => "Invoice attached.",
            "duplicated" => $"Order {order.Id} was placed.",
            _ => null,
        };
        return text is null ? Html.Empty : Html.Of($"""<p class="notice" id="{markup["notice"]}" role="status">{text}</p>""");
    }

    private static Html Items(Order order, Markup markup) => Html.Of(
        $"""
        <section class="card flush" aria-labelledby="items-title"><h2 id="items-title">Items</h2>
          <div class="scrolls"><table class="items-table">
            <thead><tr><th scope="col">Product</th><th scope="col" class="number">Quantity</th><th scope="col" class="number">Price</th><th scope="col" class="number">Total</th></tr></thead>
            <tbody>{Html.Join(order.Lines.Select(line => Html.Of(
                $"""<tr><th scope="row">{line.Product}<span class="note">{line.Sku}</span></th><td class="number">{line.Quantity}</td><td class="number">{Money.Text(line.Price)}</td><td class="number">{Money.Text(line.Total)}</td></tr>""")))}</tbody>
            <tfoot>
              <tr><td colspan="3">Goods</td><td class="number">{Money.Text(order.Goods)}</td></tr>
              <tr><td colspan="3">Shipping</td><td class="number">{Money.Text(order.Shipping.Price())}</td></tr>
              {(order.GiftWrap ? Html.Of($"""<tr><td colspan="3">Gift wrap</td><td class="number">{Money.Text(Order.GiftWrapPrice)}</td></tr>""") : Html.Empty)}
              <tr class="sum"><td colspan="3">Total</td><td class="number">$<span id="{markup["order-total"]}">{order.Total.ToString("#,##0.00", Money.Culture)}</span></td></tr>
            </tfoot>
          </table></div></section>
        """);

    private static Html Shipping(Order order, Markup markup) => Html.Of(
        $"""
        <section class="card" aria-labelledby="shipping-title"><h2 id="shipping-title">Shipping</h2>
          <form class="stack" method="post" action="{markup.Link($"/orders/{order.Id}/shipping")}">
            <label class="field"><span>Shipping method</span>
              <select name="method" id="{markup["shipping-method"]}">{Html.Join(Enum.GetValues<ShippingMethod>().Select(each => Html.Of(
                  $"""<option value="{each.ToString().ToLowerInvariant()}"{(each == order.Shipping ? new Html(" selected") : Html.Empty)}>{each.Label()}</option>""")))}</select></label>
            <label class="check"><input type="checkbox" name="gift_wrap" id="{markup["gift-wrap"]}"{(order.GiftWrap ? new Html(" checked") : Html.Empty)}> Gift wrap ({Money.Text(Order.GiftWrapPrice)})</label>
            <button class="button" id="{markup["save-shipping"]}">Save shipping</button>
          </form></section>
        """);

    private static Html InvoiceForm(Order order, Markup markup) => Html.Of(
        $"""
        <section class="card" aria-labelledby="invoice-title"><h2 id="invoice-title">Invoice</h2>
          <p class="file">{(order.Invoice is { } invoice
              ? Html.Of($"""<span id="{markup["invoice-name"]}">{invoice.FileName}</span> <span class="note">{invoice.Bytes.ToString("#,##0", Money.Culture)} bytes</span>""")
              : Html.Of($"""<span class="note">None attached yet.</span>"""))}</p>
          <form class="stack" method="post" enctype="multipart/form-data" action="{markup.Link($"/orders/{order.Id}/invoice")}">
            <label class="field"><span>Invoice file</span><input type="file" name="invoice" id="{markup["invoice-file"]}" accept=".pdf,.txt" required></label>
            <button class="button" id="{markup["attach-invoice"]}">Attach invoice</button>
          </form></section>
        """);
}

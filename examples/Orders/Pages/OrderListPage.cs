using Orders.Shop;

namespace Orders.Pages;

/// <summary>Renders all orders: figures, a search, and a row for each order, or a card in the redesign.</summary>
public static class OrderListPage
{
    private const string AnyStatus = "Any status";

    public static Html Render(IReadOnlyList<Order> all, IReadOnlyList<Order> found, string text, OrderStatus? status, Markup markup) =>
        Layout.Page("Orders", markup, Html.Of(
            $"""
            <div class="title"><h1>Orders</h1><p>Everything that left the shop’s counter, or is about to.</p></div>
            {Figures(all)}
            <section class="card flush" aria-labelledby="found">
              {SearchForm(text, status, markup)}
              <p class="found" id="found" role="status"><strong id="{markup["result-count"]}">{found.Count}</strong> {(found.Count == 1 ? "order" : "orders")},
                worth <strong>$<span id="{markup["result-total"]}">{found.Sum(order => order.Total).ToString("#,##0.00", Money.Culture)}</span></strong>. Status shown: {status?.ToString() ?? AnyStatus}</p>
              {(found.Count == 0 ? Nothing(text, markup) : markup.IsRedesigned ? Cards(found, markup) : Table(found, markup))}
            </section>
            """));

    private static Html Figures(IReadOnlyList<Order> all)
    {
        var open = all.Where(order => order.Status == OrderStatus.Open).ToList();
        return Html.Of(
            $"""
            <dl class="figures">
              <div class="card"><dt>Open</dt><dd>{open.Count}</dd><dd class="note">{Money.Text(open.Sum(order => order.Total))} to send</dd></div>
              <div class="card"><dt>On their way</dt><dd>{all.Count(order => order.Status == OrderStatus.Shipped)}</dd><dd class="note">with two carriers</dd></div>
              <div class="card"><dt>Delivered</dt><dd>{all.Count(order => order.Status == OrderStatus.Delivered)}</dd><dd class="note">in the last three weeks</dd></div>
              <div class="card"><dt>Takings</dt><dd>{Money.Text(all.Where(order => order.Status != OrderStatus.Cancelled).Sum(order => order.Total))}</dd><dd class="note">without cancelled orders</dd></div>
            </dl>
            """);
    }

    private static Html SearchForm(string text, OrderStatus? status, Markup markup) => Html.Of(
        $"""
        <form class="toolbar" role="search" action="/orders">
          {(markup.IsRedesigned ? Html.Of($"""<input type="hidden" name="v" value="2">""") : Html.Empty)}
          <label class="field grow"><span>Search orders</span>
            <input type="search" name="q" id="{markup["search"]}" value="{text}" placeholder="Number, customer, city or product" autocomplete="off" aria-keyshortcuts="/" data-focus="search"></label>
          <label class="field"><span>Status</span>
            <select name="status" id="{markup["status-filter"]}" data-submits>
              <option value="">{AnyStatus}</option>
              {Html.Join(Enum.GetValues<OrderStatus>().Select(each => Html.Of($"""<option{(each == status ? new Html(" selected") : Html.Empty)}>{each.ToString()}</option>""")))}
            </select></label>
          <button class="button primary" id="{markup["search-button"]}">Search</button>
        </form>
        """);

    private static Html Table(IReadOnlyList<Order> found, Markup markup) => Html.Of(
        $"""
        <div class="scrolls"><table class="orders">
          <thead><tr><th scope="col">Order</th><th scope="col">Customer</th><th scope="col">Placed</th><th scope="col" class="number">Items</th><th scope="col">Status</th><th scope="col" class="number">Total</th><th scope="col"><span class="hidden">Actions</span></th></tr></thead>
          <tbody>
        {Html.Join(found.Select(order => Html.Of(
            $"""
            <tr class="order-row" data-order="{order.Id}">
              <th scope="row"><a class="order-link" href="{markup.Link($"/orders/{order.Id}")}">Order {order.Id}</a></th>
              <td><span class="who">{order.Customer.Name}</span><span class="note">{order.Customer.City}</span></td>
              <td class="placed-on">{Money.Text(order.PlacedOn)}</td>
              <td class="number">{order.ItemCount}</td>
              <td>{StatusPill.Render(order.Status)}</td>
              <td class="number">{Money.Text(order.Total)}</td>
              <td>{RowMenu.Render(order, markup)}</td>
            </tr>

            """)))}
          </tbody>
        </table></div>
        """);

    private static Html Cards(IReadOnlyList<Order> found, Markup markup) => Html.Of(
        $"""
        <ul class="tiles">
        {Html.Join(found.Select(order => Html.Of(
            $"""
            <li class="{markup["order-row"]}" data-o="{order.Id}">
              <div class="line"><a class="{markup["order-link"]}" href="{markup.Link($"/orders/{order.Id}")}">Order {order.Id}</a>{StatusPill.Render(order.Status)}</div>
              <p><span class="who">{order.Customer.Name}</span><span class="note">{order.Customer.City}, {Money.Text(order.PlacedOn)}</span></p>
              <div class="line"><span><strong>{Money.Text(order.Total)}</strong> <span class="note">{order.ItemCount} {(order.ItemCount == 1 ? "item" : "items")}</span></span>{RowMenu.Render(order, markup)}</div>
            </li>

            """)))}
        </ul>
        """);

    private static Html Nothing(string text, Markup markup) => Html.Of(
        $"""
        <div class="empty">
          <h2>No order matches</h2>
          <p>{(text.Length > 0 ? $"Nothing was found for “{text}”." : "No order has this status.")}</p>
          <p><a class="button" href="{markup.Link("/orders")}">Clear the search</a></p>
        </div>
        """);
}

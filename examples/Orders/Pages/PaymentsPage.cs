using Orders.Shop;

namespace Orders.Pages;

/// <summary>Renders one page of the payments.</summary>
public static class PaymentsPage
{
    private const int PageSize = 5;

    /// <param name="payments">All payments in the state.</param>
    /// <param name="state">The state, or null for any.</param>
    /// <param name="page">The number of the page, starting at 1.</param>
    /// <param name="banner">The cookie banner.</param>
    public static Html Render(IReadOnlyList<Payment> payments, PaymentState? state, int page, Html banner)
    {
        var last = Math.Max(1, (payments.Count + PageSize - 1) / PageSize);
        var current = Math.Clamp(page, 1, last);
        return Layout.Page("Payments", new(1), Html.Of(
            $"""
            <div class="title split">
              <div><h1>Payments</h1><p>For everything that was sent.</p></div>
              <form method="post" action="/office/logout"><button class="button" id="log-out">Log out</button></form>
            </div>
            {(state == PaymentState.Due ? Tip : Html.Empty)}
            <section class="card flush" aria-labelledby="payments">
              <div class="toolbar"><p class="grow" id="payments" role="status"><strong id="payment-count">{payments.Count}</strong> {(payments.Count == 1 ? "payment" : "payments")},
                <strong>$<span id="payment-total">{payments.Sum(payment => payment.Amount).ToString("#,##0.00", Money.Culture)}</span></strong></p>
                <a class="button" id="export" href="/office/payments.csv{StateQuery('?', state)}">Export</a></div>
              <div class="scrolls"><table>
                <thead><tr><th scope="col">Order</th><th scope="col">Customer</th><th scope="col">Due on</th><th scope="col">State</th><th scope="col" class="number">Amount</th></tr></thead>
                <tbody>{Html.Join(payments.Skip((current - 1) * PageSize).Take(PageSize).Select(Row))}</tbody>
              </table></div>
              <nav class="pages" aria-label="Pages">
                {Link("previous-page", "Previous", current - 1, current > 1, state)}
                <span>Page <span id="page-number">{current}</span> of {last}</span>
                {Link("next-page", "Next", current + 1, current < last, state)}
              </nav>
            </section>
            {banner}
            """));
    }

    private static Html Tip { get; } = Html.Of(
        $"""<p class="notice tip" id="tip">Customers get a reminder three days before their payment is due. <button type="button" class="quiet" id="close-tip" data-removes>Got it</button></p>""");

    private static Html Row(Payment payment) => Html.Of(
        $"""
        <tr class="payment-row"><th scope="row"><a class="payment-order" href="/orders/{payment.OrderId}">Order {payment.OrderId}</a></th>
          <td>{payment.Customer.Name}</td><td>{Money.Text(payment.DueOn)}</td><td>{payment.State.ToString()}</td><td class="number">{Money.Text(payment.Amount)}</td></tr>

        """);

    private static Html Link(string id, string text, int page, bool exists, PaymentState? state) => exists
        ? Html.Of($"""<a class="button" id="{id}" href="/office/payments?page={page}{StateQuery('&', state)}">{text}</a>""")
        : Html.Of($"<span></span>");

    private static string StateQuery(char separator, PaymentState? state) =>
        state is { } one ? $"{separator}state={one.ToString().ToLowerInvariant()}" : string.Empty;
}

using Orders.Shop;

namespace Orders.Pages;

/// <summary>Renders the dialog that confirms a cancellation.</summary>
public static class CancelDialog
{
    private static readonly string[] Reasons = ["Customer changed their mind", "Out of stock", "Ordered twice", "Suspected fraud"];

    public static Html Button(Order order, Markup markup) => Html.Of(
        $"""<button type="button" class="button danger" id="{markup["cancel-order"]}" data-opens="cancel" aria-keyshortcuts="c"{(order.CanBeCancelled ? Html.Empty : new Html(" disabled"))}>Cancel order</button>""");

    public static Html Render(Order order, Markup markup) => !order.CanBeCancelled ? Html.Empty : Html.Of(
        $"""
        <dialog id="{markup["cancel-dialog"]}" data-dialog="cancel" aria-labelledby="cancel-title">
          <form method="post" action="{markup.Link($"/orders/{order.Id}/cancel")}" class="stack">
            <h2 id="cancel-title">Cancel order {order.Id}?</h2>
            <p>{order.Customer.Name} gets {Money.Text(order.Total)} back. This cannot be undone.</p>
            <label class="field"><span>Reason</span>
              <select name="reason" id="{markup["cancel-reason"]}">{Html.Join(Reasons.Select(reason => Html.Of($"<option>{reason}</option>")))}</select></label>
            <div class="actions">
              <button type="button" class="button" id="{markup["keep-order"]}" data-closes>Keep order</button>
              <button class="button danger solid" id="{markup["confirm-cancel"]}">Yes, cancel it</button>
            </div>
          </form>
        </dialog>
        """);
}

namespace Orders.Shop;

/// <summary>The orders that one visitor sees and changes.</summary>
public sealed class OrderBook
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<int, Order> orders = new(SeedOrders.All().ToDictionary(order => order.Id));

    /// <summary>Returns the order with a number, or null if there is none.</summary>
    public Order? Find(int id)
    {
        lock (gate)
        {
            return orders.GetValueOrDefault(id);
        }
    }

    /// <summary>Returns the matching orders, newest first.</summary>
    /// <param name="text">A part of the number, of the customer's name or city, or of a product. If empty, all orders match.</param>
    /// <param name="status">The status, or null for any.</param>
    public IReadOnlyList<Order> Search(string text, OrderStatus? status)
    {
        lock (gate)
        {
            return [.. orders.Values.Reverse().Where(order => (status is null || order.Status == status) && Matches(order, text.Trim()))];
        }
    }

    /// <summary>Changes an order. Returns null if there is no order with the number.</summary>
    public Order? Change(int id, Func<Order, Order> change)
    {
        lock (gate)
        {
            return orders.TryGetValue(id, out var order) ? orders[id] = change(order) : null;
        }
    }

    /// <summary>Places an order again under a new number. Returns null if there is no order with the number.</summary>
    public Order? Duplicate(int id)
    {
        lock (gate)
        {
            if (!orders.TryGetValue(id, out var order))
            {
                return null;
            }

            var number = orders.Keys.Max() + 1;
            return orders[number] = order with
            {
                Id = number,
                Status = OrderStatus.Open,
                Invoice = null,
                History = [$"Placed again, as a copy of order {id}"],
            };
        }
    }

    /// <summary>Places an order for one product. Returns null if there is no such customer or product.</summary>
    public Order? Place(string customerEmail, string sku, int quantity)
    {
        if (SeedOrders.FindCustomer(customerEmail) is not { } customer || SeedOrders.FindLine(sku, quantity) is not { } line)
        {
            return null;
        }

        lock (gate)
        {
            var number = orders.Keys.Max() + 1;
            return orders[number] = new()
            {
                Id = number,
                Customer = customer,
                PlacedOn = orders.Values.Max(order => order.PlacedOn),
                Status = OrderStatus.Open,
                Lines = [line],
                History = ["Placed by phone"],
            };
        }
    }

    /// <summary>Removes an order. Returns whether there was one with the number.</summary>
    public bool Remove(int id)
    {
        lock (gate)
        {
            return orders.Remove(id);
        }
    }

    /// <summary>Returns the payments of the orders that were sent, newest order first.</summary>
    /// <param name="state">The state, or null for any.</param>
    public IReadOnlyList<Payment> Payments(PaymentState? state) =>
        [.. Search("", null).Select(Payment.From).OfType<Payment>().Where(payment => state is null || payment.State == state)];

    private static bool Matches(Order order, string text) =>
        text.Length == 0
        || order.Id.ToString(Money.Culture).Contains(text, StringComparison.Ordinal)
        || order.Customer.Name.Contains(text, StringComparison.OrdinalIgnoreCase)
        || order.Customer.City.Contains(text, StringComparison.OrdinalIgnoreCase)
        || order.Lines.Any(line => line.Product.Contains(text, StringComparison.OrdinalIgnoreCase));
}

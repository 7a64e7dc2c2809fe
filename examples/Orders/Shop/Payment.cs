namespace Orders.Shop;

/// <summary>What a customer owes or has paid for an order that was sent.</summary>
public sealed record Payment(int OrderId, Customer Customer, DateOnly DueOn, decimal Amount, PaymentState State)
{
    /// <summary>Creates the payment of an order, or returns null if the order was not sent.</summary>
    public static Payment? From(Order order) => order.Status switch
    {
        OrderStatus.Shipped => From(order, PaymentState.Due),
        OrderStatus.Delivered => From(order, PaymentState.Received),
        _ => null,
    };

    private static Payment From(Order order, PaymentState state) => new(order.Id, order.Customer, order.PlacedOn.AddDays(14), order.Total, state);
}

public enum PaymentState
{
    Due,
    Received,
}

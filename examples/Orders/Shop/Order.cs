namespace Orders.Shop;

/// <summary>An order of the shop.</summary>
public sealed record Order
{
    public required int Id { get; init; }

    public required Customer Customer { get; init; }

    public required DateOnly PlacedOn { get; init; }

    public required OrderStatus Status { get; init; }

    public required IReadOnlyList<OrderLine> Lines { get; init; }

    public ShippingMethod Shipping { get; init; }

    public bool GiftWrap { get; init; }

    public Invoice? Invoice { get; init; }

    /// <summary>Gets the events of the order, oldest first.</summary>
    public IReadOnlyList<string> History { get; init; } = [];

    public int ItemCount => Lines.Sum(line => line.Quantity);

    public decimal Goods => Lines.Sum(line => line.Total);

    public decimal Total => Goods + Shipping.Price() + (GiftWrap ? GiftWrapPrice : 0);

    public bool CanBeCancelled => Status is OrderStatus.Open or OrderStatus.Packed;

    public static decimal GiftWrapPrice => 4.50m;

    public Order Noting(string what) => this with { History = [.. History, what] };
}

public sealed record Customer(string Name, string Email, string Street, string City);

public sealed record OrderLine(string Product, string Sku, int Quantity, decimal Price)
{
    public decimal Total => Quantity * Price;
}

public sealed record Invoice(string FileName, long Bytes);

public enum OrderStatus
{
    Open,
    Packed,
    Shipped,
    Delivered,
    Cancelled,
}

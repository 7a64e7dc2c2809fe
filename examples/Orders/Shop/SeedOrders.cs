namespace Orders.Shop;

/// <summary>The initial orders of every visitor: always the same, numbered from 12345. There is no order 999.</summary>
public static class SeedOrders
{
    private static readonly Customer[] Customers =
    [
        new("Ada Fischer", "ada.fischer@example.com", "14 Lindenweg", "Bremen"),
        new("Noah Okafor", "noah.okafor@example.com", "3 Quay Street", "Bristol"),
        new("Mina Larsen", "mina.larsen@example.com", "22 Havnegata", "Bergen"),
        new("Jules Moreau", "jules.moreau@example.com", "8 rue des Lilas", "Nantes"),
        new("Sofia Conti", "sofia.conti@example.com", "5 Via Garibaldi", "Genoa"),
        new("Tomás Rivera", "tomas.rivera@example.com", "31 Calle del Mar", "Gijón"),
        new("Ines O’Brien", "ines.obrien@example.com", "7 Spanish Parade", "Galway"),
        new("Emil Novak", "emil.novak@example.com", "12 Vinohradská", "Prague"),
    ];

    private static readonly (string Product, string Sku, decimal Price)[] Products =
    [
        ("Oak reading lamp", "LMP-014", 89.00m),
        ("Linen throw, moss", "TXT-201", 54.50m),
        ("Stoneware mug, set of 4", "CER-044", 38.00m),
        ("Walnut side table", "FUR-108", 219.00m),
        ("Wool cushion, ochre", "TXT-230", 32.90m),
        ("Brass wall hook", "HRD-012", 12.40m),
        ("Cedar planter, large", "GRD-077", 74.00m),
        ("Beeswax candle, pair", "CAN-003", 16.80m),
        ("Rattan basket", "STO-059", 41.20m),
    ];

    private static readonly OrderStatus[] Cycle =
    [
        OrderStatus.Open, OrderStatus.Shipped, OrderStatus.Packed, OrderStatus.Delivered,
        OrderStatus.Open, OrderStatus.Delivered, OrderStatus.Shipped, OrderStatus.Cancelled,
    ];

    /// <summary>Returns twenty-four orders of three weeks.</summary>
    public static IEnumerable<Order> All() => Enumerable.Range(0, 24).Select(Make);

    /// <summary>Returns the customer with an e-mail address, or null if there is none.</summary>
    public static Customer? FindCustomer(string email) => Customers.FirstOrDefault(customer => customer.Email == email);

    /// <summary>Returns a line of an order, or null if there is no such product.</summary>
    public static OrderLine? FindLine(string sku, int quantity) =>
        Array.FindIndex(Products, product => product.Sku == sku) is >= 0 and var index ? Line(index, quantity) : null;

    private static Order Make(int index)
    {
        var placedOn = new DateOnly(2026, 3, 2).AddDays(index * 20 / 23);
        var status = Cycle[index % Cycle.Length];
        var order = new Order
        {
            Id = 12345 + index,
            Customer = Customers[((index * 3) + (index / 8)) % Customers.Length],
            PlacedOn = placedOn,
            Status = status,
            Lines = [.. Enumerable.Range(0, 1 + (index % 3)).Select(line => Line((index * 4) + (line * 5), 1 + ((index + line) % 3)))],
            Shipping = (ShippingMethod)(index % 5 % 3),
        };
        order = order.Noting($"Placed on {Money.Text(placedOn)}");
        return status switch
        {
            OrderStatus.Open => order,
            OrderStatus.Cancelled => order.Noting("Cancelled: Customer changed their mind"),
            _ => order.Noting($"{status} on {Money.Text(placedOn.AddDays(1))}"),
        };
    }

    private static OrderLine Line(int product, int quantity)
    {
        var (name, sku, price) = Products[product % Products.Length];
        return new(name, sku, quantity, price);
    }
}

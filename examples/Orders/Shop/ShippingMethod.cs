namespace Orders.Shop;

public enum ShippingMethod
{
    Standard,
    Express,
    Pickup,
}

public static class ShippingMethods
{
    extension(ShippingMethod method)
    {
        public decimal Price() => method switch
        {
            ShippingMethod.Express => 14.90m,
            ShippingMethod.Standard => 5.90m,
            _ => 0m,
        };

        public string Label() => method switch
        {
            ShippingMethod.Express => "Express, next working day",
            ShippingMethod.Standard => "Standard, 3 to 5 days",
            _ => "Pick up in the shop",
        };

        public string Carrier() => method switch
        {
            ShippingMethod.Express => "Falcon Express",
            ShippingMethod.Standard => "Meridian Post",
            _ => "Shop counter",
        };

        public int Days() => method switch
        {
            ShippingMethod.Express => 1,
            ShippingMethod.Standard => 4,
            _ => 0,
        };
    }
}

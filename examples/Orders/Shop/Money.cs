using System.Globalization;

namespace Orders.Shop;

/// <summary>Formats amounts and dates, independent of the machine's culture.</summary>
public static class Money
{
    public static CultureInfo Culture { get; } = CultureInfo.GetCultureInfo("en-US");

    public static string Text(decimal amount) => amount.ToString("$#,##0.00", Culture);

    public static string Text(DateOnly date) => date.ToString("MMM d, yyyy", Culture);
}

using System.Globalization;

namespace Playbooks.Language.Rules;

/// <summary>Reads a text as a value of a type; quotes make no difference.</summary>
internal static class TypedValues
{
    /// <summary>The canonical text of a value; null: it does not fit the type.</summary>
    public static string? Canonical(Model.ValueType type, string text)
    {
        switch (type)
        {
            case Model.ValueType.Int:
                return Values.IsWhole(text) && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
                    ? whole.ToString(CultureInfo.InvariantCulture)
                    : null;
            case Model.ValueType.Decimal:
                return Number(text)?.ToString(CultureInfo.InvariantCulture);
            case Model.ValueType.Bool:
                return text is "true" or "false" ? text : null;
            case Model.ValueType.Date:
                return IsDate(text) ? text : null;
            default:
                return text;
        }
    }

    /// <summary>A text that two canonical texts share if and only if they are one value: 1.0 is 1.</summary>
    public static string Key(Model.ValueType type, string canonical) =>
        type == Model.ValueType.Decimal && Number(canonical) is { } number ? number.ToString("G29", CultureInfo.InvariantCulture) : canonical;

    /// <summary>What a type's values look like, for messages.</summary>
    public static string Expected(Model.ValueType type) => type switch
    {
        Model.ValueType.Int => "a whole number",
        Model.ValueType.Decimal => "a number such as 12.5",
        Model.ValueType.Bool => "true or false",
        Model.ValueType.Date => "a date such as 2024-01-31",
        Model.ValueType.List => "a list",
        _ => "a text",
    };

    private static decimal? Number(string text)
    {
        var point = text.IndexOf('.');
        var whole = point < 0 ? text : text.Substring(0, point);
        var fraction = point < 0 ? "0" : text.Substring(point + 1);
        if (!Values.IsWhole(whole) || !Values.IsWhole(fraction) || fraction[0] is '+' or '-')
        {
            return null;
        }

        return decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private static bool IsDate(string text) =>
        text.Length == 10
        && text.All(character => character is (>= '0' and <= '9') or '-')
        && DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}

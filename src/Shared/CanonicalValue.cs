using System.Globalization;

namespace Playbooks.Shared;

/// <summary>Reads the invariant texts of values.</summary>
internal static class CanonicalValue
{
    /// <summary>The one text of a value, so that <c>+1</c> and <c>01</c> are <c>1</c>; null: it does not have the form.</summary>
    public static string? Create(ValueForm form, string text) => form switch
    {
        ValueForm.Int => ReadInt(text)?.ToString(CultureInfo.InvariantCulture),
        ValueForm.Decimal => ReadDecimal(text)?.ToString(CultureInfo.InvariantCulture),
        ValueForm.Bool => text is "true" or "false" ? text : null,
        ValueForm.Date => IsDate(text) ? text : null,
        _ => text,
    };

    /// <summary>A text that two canonical texts share if and only if they are one value: 1.0 is 1.</summary>
    public static string Key(ValueForm form, string canonical) =>
        form == ValueForm.Decimal && ReadDecimal(canonical) is { } number ? number.ToString("G29", CultureInfo.InvariantCulture) : canonical;

    /// <summary>What values of a form look like, for messages.</summary>
    public static string Expected(ValueForm form) => form switch
    {
        ValueForm.Int => "a whole number",
        ValueForm.Decimal => "a number such as 12.5",
        ValueForm.Bool => "true or false",
        ValueForm.Date => "a date such as 2024-01-31",
        ValueForm.List => "a list",
        _ => "text",
    };

    /// <summary>A whole number; null: it is none, or too large.</summary>
    public static int? ReadInt(string text) =>
        IsWhole(text) && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A decimal number; null: it is none, or too large.</summary>
    public static decimal? ReadDecimal(string text)
    {
        var point = text.IndexOf('.');
        var whole = point < 0 ? text : text.Substring(0, point);
        var fraction = point < 0 ? "0" : text.Substring(point + 1);
        return IsWhole(whole) && IsWhole(fraction) && fraction[0] is not ('+' or '-')
            && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                ? number
                : null;
    }

    /// <summary>Whether a text is a date as <c>yyyy-MM-dd</c>.</summary>
    public static bool IsDate(string text) => DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    /// <summary>Whether a text is a sign, if any, and digits.</summary>
    public static bool IsWhole(string text)
    {
        var first = text.Length > 0 && text[0] is '+' or '-' ? 1 : 0;
        for (var at = first; at < text.Length; at++)
        {
            if (text[at] is < '0' or > '9')
            {
                return false;
            }
        }

        return text.Length > first;
    }
}

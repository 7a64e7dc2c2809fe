using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Playbooks;

/// <summary>Reads the invariant texts of values, as the compiler reads them in a file.</summary>
internal static partial class ValueTexts
{
    /// <summary>A whole number; null: it is none, or too large.</summary>
    public static int? Int(string text) =>
        WholeNumber().IsMatch(text) && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>A decimal number; null: it is none, or too large.</summary>
    public static decimal? Decimal(string text) =>
        DecimalNumber().IsMatch(text)
        && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;

    /// <summary>True or false; null: neither.</summary>
    public static bool? Bool(string text) => text switch { "true" => true, "false" => false, _ => null };

    /// <summary>A date; null: it is none.</summary>
    public static DateOnly? Date(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value) ? value : null;

    /// <summary>A list's items: those of a JSON array of texts, numbers or truth values, else what stands between commas; null: it is a broken array.</summary>
    public static List<string>? Items(string text) =>
        text.TrimStart().StartsWith('[') ? JsonItems(text)
        : string.IsNullOrWhiteSpace(text) ? []
        : [.. text.Split(',', StringSplitOptions.TrimEntries)];

    /// <summary>The one text of a value; null: it does not fit the type.</summary>
    public static string? Canonical(ParameterType type, string text) => type switch
    {
        ParameterType.Int => Int(text)?.ToString(CultureInfo.InvariantCulture),
        ParameterType.Decimal => Decimal(text)?.ToString(CultureInfo.InvariantCulture),
        ParameterType.Bool => Bool(text) is null ? null : text,
        ParameterType.Date => Date(text) is null ? null : text,
        _ => text,
    };

    /// <summary>Whether two canonical texts are one value: 1.0 is 1.</summary>
    public static bool AreEqual(ParameterType type, string left, string right) =>
        left == right || (type == ParameterType.Decimal && Decimal(left) == Decimal(right));

    /// <summary>What a type's values look like, for messages.</summary>
    public static string Expected(ParameterType type) => type switch
    {
        ParameterType.Int => "a whole number",
        ParameterType.Decimal => "a number such as 12.5",
        ParameterType.Bool => "true or false",
        ParameterType.Date => "a date such as 2024-01-31",
        ParameterType.List => "a list",
        _ => "a text",
    };

    private static List<string>? JsonItems(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return [.. json.RootElement.EnumerateArray().Select(static item => item.ValueKind switch
            {
                JsonValueKind.String => item.GetString()!,
                JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => item.GetRawText(),
                _ => throw new JsonException(),
            })];
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            // The latter of an escape that stands for half a character.
            return null;
        }
    }

    [GeneratedRegex(@"\A[+-]?[0-9]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex WholeNumber();

    [GeneratedRegex(@"\A[+-]?[0-9]+(?:\.[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex DecimalNumber();
}

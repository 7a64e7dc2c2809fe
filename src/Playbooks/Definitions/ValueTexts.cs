using System.Text.Json;

namespace Playbooks;

/// <summary>Parses the texts of parameter values.</summary>
internal static class ValueTexts
{
    /// <summary>Parses the items of a list: a JSON array of strings, numbers, and Booleans, or a text separated by commas. Returns null if the array is invalid.</summary>
    public static List<string>? Items(string text) =>
        text.TrimStart().StartsWith('[') ? JsonItems(text)
        : string.IsNullOrWhiteSpace(text) ? []
        : [.. text.Split(',', StringSplitOptions.TrimEntries)];

    /// <summary>Returns the form in which the values of a type are written.</summary>
    public static ValueForm FormOf(ParameterType type) => type switch
    {
        ParameterType.Int => ValueForm.Int,
        ParameterType.Decimal => ValueForm.Decimal,
        ParameterType.Bool => ValueForm.Bool,
        ParameterType.Date => ValueForm.Date,
        ParameterType.List => ValueForm.List,
        _ => ValueForm.Text,
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
            // An escape of an unpaired surrogate throws an InvalidOperationException.
            return null;
        }
    }
}

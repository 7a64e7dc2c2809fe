using System.Text.Json;

namespace Playbooks;

/// <summary>Reads the texts of parameters' values.</summary>
internal static class ValueTexts
{
    /// <summary>A list's items: those of a JSON array of texts, numbers or truth values, else what stands between commas; null: it is a broken array.</summary>
    public static List<string>? Items(string text) =>
        text.TrimStart().StartsWith('[') ? JsonItems(text)
        : string.IsNullOrWhiteSpace(text) ? []
        : [.. text.Split(',', StringSplitOptions.TrimEntries)];

    /// <summary>How the values of a type are written.</summary>
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
            // The latter of an escape that stands for half a character.
            return null;
        }
    }
}

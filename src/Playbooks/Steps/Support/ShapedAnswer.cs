using System.Text.Json;
using System.Text.RegularExpressions;

namespace Playbooks.Steps.Support;

/// <summary>Reads the answer of a language model to an <c>llm_extract</c> with a shape: a JSON object. Every field that does not fit is named.</summary>
/// <param name="fields">The fields of the answer.</param>
/// <param name="culture">The name of the culture of numbers and dates, or null for the invariant culture.</param>
internal sealed partial class ShapedAnswer(IReadOnlyList<AnswerField> fields, string? culture)
{
    /// <summary>Returns the values of the fields.</summary>
    /// <param name="answer">The answer as the model wrote it.</param>
    /// <param name="content">The text that was read from the page and must contain the values, or null if that is checked elsewhere.</param>
    /// <exception cref="PlaybookException">The answer is not a JSON object, or a field does not fit.</exception>
    public IReadOnlyList<object> Read(string answer, string? content)
    {
        var texts = Texts(answer);
        var problems = new List<string>();
        var values = new List<object>();
        foreach (var field in fields)
        {
            if (Problem(field, texts[field.Name], content, out var value) is { } problem)
            {
                problems.Add(problem);
            }
            else
            {
                values.Add(value!);
            }
        }

        return problems.Count == 0 ? values : throw Refused(string.Join(' ', problems));
    }

    /// <summary>Returns the texts of the fields that the page must show. A bool is a judgment, which no page shows.</summary>
    /// <exception cref="PlaybookException">The answer is not a JSON object.</exception>
    public IReadOnlyList<string> ShownTexts(string answer)
    {
        var texts = Texts(answer);
        return [.. fields.Where(static field => field.Type != ValueKind.Bool).Select(field => texts[field.Name]?.Text).OfType<string>()];
    }

    private string? Problem(AnswerField field, FieldText? given, string? content, out object? value)
    {
        value = null;
        var name = $"The field '{field.Name}' of the model's answer";
        if (given is not { Text.Length: > 0 } text)
        {
            return $"{name} is missing.";
        }

        try
        {
            value = Parse(field.Type, text.Text, new(text.IsJson ? null : culture), name);
        }
        catch (PlaybookException misfit)
        {
            return misfit.Message;
        }

        return content is null || PageAnswer.IsIn(text.Text, value, content)
            ? null
            : $"{name}, \"{text.Text.Truncate(120)}\", is not text on the page, so it is not accepted. Ask for text that the page shows.";
    }

    private static object Parse(ValueKind type, string text, ValueText reader, string from) => type switch
    {
        ValueKind.Int => reader.Parse<int>(text, from),
        ValueKind.Decimal => reader.Parse<decimal>(text, from),
        ValueKind.Bool => reader.Parse<bool>(text, from),
        ValueKind.Date => reader.Parse<DateOnly>(text, from),
        _ => text,
    };

    private Dictionary<string, FieldText?> Texts(string answer)
    {
        try
        {
            using var json = JsonDocument.Parse(Fence().Replace(answer, "$1"));
            var root = json.RootElement;
            return root.ValueKind == JsonValueKind.Object
                ? fields.ToDictionary(static field => field.Name, field => root.TryGetProperty(field.Name, out var value) ? TextOf(value) : null)
                : throw new JsonException();
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            // An escape of an unpaired surrogate throws an InvalidOperationException.
            throw Refused($"The model's answer \"{answer.Trim().Truncate(120)}\" is not a JSON object with {(fields.Count == 1 ? "the field" : "the fields")} {string.Join(", ", fields.Select(static field => field.Name))}.");
        }
    }

    // JSON writes numbers in its own way, whatever the culture of the page.
    private static FieldText? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => new(value.GetString()!.Trim(), IsJson: false),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => new(value.GetRawText(), IsJson: true),
        _ => null,
    };

    private static PlaybookException Refused(string sentence) => new(ErrorCode.LlmError, sentence);

    // Models like to put JSON between marks of Markdown.
    [GeneratedRegex(@"\A\s*```(?:json)?\s*(.*?)\s*```\s*\z", RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Fence();

    private sealed record FieldText(string Text, bool IsJson);
}

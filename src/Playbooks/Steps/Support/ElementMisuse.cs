using Microsoft.Playwright;
using Playbooks.Browsing;

namespace Playbooks.Steps.Support;

/// <summary>Explains which input an element accepts, if an action requires something that the element does not support.</summary>
internal static class ElementMisuse
{
    // The properties of the element, or of the element that a label refers to: [tag, type, min, max, step].
    private const string Script = """
        elements => elements.slice(0, 1).map(element => {
          const field = element.localName === 'label' && element.control || element;
          return [field.localName, String(field.type ?? ''), field.min ?? '', field.max ?? '', field.step ?? ''];
        })
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Creates the error, or returns null if this was not the reason of the failure.</summary>
    /// <param name="error">The error from Playwright.</param>
    /// <param name="context">The context of the attempt, which has resolved the element.</param>
    /// <param name="attempt">The activity, such as <c>Filling</c>.</param>
    /// <param name="text">The text that was filled in, or null.</param>
    public static async Task<PlaybookException?> ExplainAsync(PlaywrightException error, StepContext context, string attempt, string? text)
    {
        var reason = PlaywrightError.FirstLine(error.Message);
        if (!IsMisuse(reason))
        {
            return null;
        }

        string[][] fields;
        try
        {
            fields = await context.Resolved!.Locator.EvaluateAllAsync<string[][]>(Script).WaitAsync(Patience, context.Time, context.CancellationToken).ConfigureAwait(false);
        }
        catch (Exception gone) when (gone is PlaywrightException or TimeoutException)
        {
            return null;
        }

        return fields is [[var tag, var type, var min, var max, var step]]
            ? new(ErrorCode.StepFailed, $"{attempt} {context.Resolved.Selector} failed: {Sentence(new(tag, type, min, max, step), reason, text)}.", PlaywrightError.Clean(error))
            : null;
    }

    private static bool IsMisuse(string reason) =>
        reason.Contains("Malformed value", StringComparison.Ordinal)
        || reason.Contains("Cannot type text into", StringComparison.Ordinal)
        || reason.Contains("cannot be filled", StringComparison.Ordinal)
        || reason.Contains("Element is not an <input>", StringComparison.Ordinal)
        || reason.Contains("Element is not a <select>", StringComparison.Ordinal)
        || reason.Contains("Not a checkbox or radio button", StringComparison.Ordinal)
        || reason.Contains("Node is not an HTMLInputElement", StringComparison.Ordinal)
        || reason.Contains("Node is not an input", StringComparison.Ordinal);

    private static string Sentence(Field field, string reason, string? text) => (reason, field) switch
    {
        _ when text is not null && Form(field) is { } form => $"\"{text}\" is not a valid value for {field}, which takes {form}",
        _ when text is not null => $"{field} takes no typed text; " + field switch
        {
            { Tag: "select" } => "use action: select",
            { Tag: "input", Type: "checkbox" or "radio" } => "use action: check or uncheck",
            { Tag: "input", Type: "file" } => "use action: upload",
            { Tag: "input" or "button" } => "use action: click",
            _ => "name the <input>, the <textarea> or the [contenteditable] element itself",
        },
        _ when reason.Contains("<select>", StringComparison.Ordinal) => $"it is {field}, not a <select>; click it, and then click the option in the list that it opens",
        _ when reason.Contains("checkbox", StringComparison.Ordinal) => $"it is {field} and neither a checkbox nor a radio button; use action: click",
        _ => $"it is {field}, not an <input type=file>; name the <input type=file>, even if it is hidden",
    };

    /// <summary>Returns the format of a field that requires one, or null if the field accepts any text, or none.</summary>
    private static string? Form(Field field) => field is not { Tag: "input" } ? null : field.Type switch
    {
        "date" => "yyyy-MM-dd, such as 2024-01-31",
        "time" => "HH:mm, such as 09:30",
        "datetime-local" => "yyyy-MM-ddTHH:mm, such as 2024-01-31T09:30",
        "month" => "yyyy-MM, such as 2024-01",
        "week" => "a year and a week, such as 2024-W05",
        "color" => "#rrggbb, such as #ff8800",
        "number" => "digits with a decimal point, such as 1234.5",
        "range" => $"a number from {Or(field.Min, "0")} to {Or(field.Max, "100")} in steps of {Or(field.Step, "1")}",
        _ => null,
    };

    private static string Or(string text, string otherwise) => text.Length == 0 ? otherwise : text;

    private sealed record Field(string Tag, string Type, string Min, string Max, string Step)
    {
        public override string ToString() => Tag == "input" ? $"an <input type={Type}>" : $"{(Tag[0] is 'a' or 'e' or 'i' or 'o' or 'u' ? "an" : "a")} <{Tag}>";
    }
}

using System.Text.RegularExpressions;
using Playbooks.Texts;

namespace Playbooks.Steps.Support;

/// <summary>Converts what was read from the page to a value: finds the value in the text, and then converts it.</summary>
/// <param name="pattern">The .NET regular expression that finds the value, or null for the whole text.</param>
/// <param name="culture">The name of the culture of numbers and dates, or null for the invariant culture.</param>
internal sealed class ExtractedText(string? pattern, string? culture)
{
    private static readonly TimeSpan MatchTimeout = TimeSpan.FromSeconds(1);

    private readonly ValueText values = new(culture);

    /// <summary>Converts a text.</summary>
    /// <param name="text">The text, trimmed.</param>
    /// <param name="from">The source of the text, for the error.</param>
    /// <exception cref="PlaybookException">The pattern finds nothing, or the text is not valid for the type. The message quotes the text.</exception>
    public T ToValue<T>(string text, string from) => values.Parse<T>(Find(text, from), from);

    /// <summary>Converts texts to a list.</summary>
    /// <typeparam name="TList">The type of the list, whose items are of <paramref name="kind"/>.</typeparam>
    /// <param name="texts">The texts, trimmed.</param>
    /// <param name="kind">The type of the items.</param>
    /// <param name="from">The source of the texts, for the error.</param>
    /// <exception cref="PlaybookException">The pattern finds nothing in a text, or a text is not valid for the type.</exception>
    public TList ToList<TList>(IReadOnlyList<string> texts, ValueKind kind, string from) => kind switch
    {
        ValueKind.Int => (TList)Items<int>(texts, from),
        ValueKind.Decimal => (TList)Items<decimal>(texts, from),
        ValueKind.Bool => (TList)Items<bool>(texts, from),
        ValueKind.Date => (TList)Items<DateOnly>(texts, from),
        _ => (TList)Items<string>(texts, from),
    };

    private IReadOnlyList<T> Items<T>(IReadOnlyList<string> texts, string from) =>
        [.. texts.Select((text, index) => ToValue<T>(text, texts.Count == 1 ? from : $"Element {index + 1} of {from}"))];

    private string Find(string text, string from)
    {
        if (pattern is null)
        {
            return text;
        }

        try
        {
            var match = Regex.Match(text, pattern, RegexOptions.CultureInvariant, MatchTimeout);
            var found = match.Groups.Count > 1 ? match.Groups[1] : match;
            return found.Success ? found.Value.Trim() : throw new PlaybookException(ErrorCode.StepFailed, $"{from} contains \"{LookAlikes.Shown(text)}\", which the pattern {pattern} does not match.");
        }
        catch (RegexMatchTimeoutException error)
        {
            throw new PlaybookException(ErrorCode.StepFailed, $"{from}: the pattern {pattern} did not find its value within 1 second.", error);
        }
    }
}

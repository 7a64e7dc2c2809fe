using System.Globalization;
using Playbooks.Texts;

namespace Playbooks.Steps.Support;

/// <summary>Converts a text from a page to a value.</summary>
internal sealed class ValueText
{
    private const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    private readonly CultureInfo culture;
    private readonly bool isInvariant;

    // Some cultures format currency differently from other numbers; this format applies only to a text with the currency.
    private IEnumerable<WrittenNumber> Numbers => [WrittenNumber.From(culture), WrittenNumber.OfMoney(culture)];

    /// <summary>Initializes the conversion for a culture.</summary>
    /// <param name="cultureName">The name of the culture. If null or <c>invariant</c>, a number consists of digits with an optional decimal point, and a date is <c>yyyy-MM-dd</c>.</param>
    /// <exception cref="PlaybookException">The culture does not exist on this machine.</exception>
    public ValueText(string? cultureName)
    {
        isInvariant = cultureName is null or "" or "invariant";
        culture = isInvariant ? CultureInfo.InvariantCulture : Find(cultureName!);
    }

    /// <summary>Converts a text.</summary>
    /// <typeparam name="T">The type: string, int, decimal, bool, or <see cref="DateOnly"/>.</typeparam>
    /// <param name="text">The text.</param>
    /// <param name="from">The source of the text, for the error.</param>
    /// <exception cref="PlaybookException">The text is not valid for the type. The message quotes it.</exception>
    public T Parse<T>(string text, string from)
    {
        object? value =
            typeof(T) == typeof(string) ? text
            : typeof(T) == typeof(int) ? Int(text)
            : typeof(T) == typeof(decimal) ? Number(text)
            : typeof(T) == typeof(bool) ? bool.TryParse(text, out var flag) ? flag : null
            : typeof(T) == typeof(DateOnly) ? Date(text)
            : throw new NotSupportedException($"A step cannot output the type {typeof(T).Name}.");
        return value is T fitting ? fitting : throw new PlaybookException(ErrorCode.StepFailed, Misfit<T>(text, from));
    }

    // .NET creates a culture for any well-formed name, which could read 1.234 differently from what the author meant.
    private static CultureInfo Find(string name)
    {
        try
        {
            return CultureInfo.GetCultureInfo(name, predefinedOnly: true);
        }
        catch (CultureNotFoundException)
        {
            throw new PlaybookException(ErrorCode.StepFailed, $"There is no culture '{name}' on this machine. Write a name such as de-DE, or invariant.");
        }
    }

    private string Misfit<T>(string text, string from)
    {
        var kind =
            typeof(T) == typeof(int) ? "a whole number"
            : typeof(T) == typeof(decimal) ? "a decimal number"
            : typeof(T) == typeof(bool) ? "true or false"
            : "a date";
        var style = isInvariant ? typeof(T) == typeof(DateOnly) ? " written as yyyy-MM-dd" : string.Empty : $" in the format of {culture.Name}";
        return $"{from} contains \"{LookAlikes.Shown(text)}\", which is " + (OutOfRange<T>(text) ?? $"not {kind}{style}") + ".";
    }

    /// <summary>Returns the message for a valid number that is out of range, or null if the text is not a valid number.</summary>
    private string? OutOfRange<T>(string text)
    {
        if (Digits(text) is not { } digits || !WrittenNumber.IsPlain(digits))
        {
            return null;
        }

        var isWhole = isInvariant ? !digits.Contains('.', StringComparison.Ordinal) : WrittenNumber.IsWhole(digits);
        return typeof(T) == typeof(int) && isWhole ? "out of the range of int, -2147483648 to 2147483647; use as: decimal for larger numbers"
            : typeof(T) == typeof(decimal) && !decimal.TryParse(digits, Plain, CultureInfo.InvariantCulture, out _) ? "out of the range of decimal, which holds 28 digits"
            : null;
    }

    private int? Int(string text)
    {
        if (isInvariant)
        {
            return int.TryParse(text, NumberStyles.AllowLeadingSign, culture, out var plain) ? plain : null;
        }

        return Number(text) is { } number && number == decimal.Truncate(number) && number is >= int.MinValue and <= int.MaxValue ? (int)number : null;
    }

    private decimal? Number(string text) => decimal.TryParse(Digits(text), Plain, CultureInfo.InvariantCulture, out var number) ? number : null;

    private string? Digits(string text) => isInvariant ? text : Numbers.Select(numbers => numbers.Normalize(text)).FirstOrDefault(static normal => normal is not null);

    private DateOnly? Date(string text)
    {
        if (isInvariant)
        {
            return DateOnly.TryParseExact(text, "yyyy-MM-dd", culture, DateTimeStyles.None, out var plain) ? plain : null;
        }

        // The spaces in patterns differ between versions of the culture data.
        var patterns = culture.DateTimeFormat.GetAllDateTimePatterns('d').Concat(culture.DateTimeFormat.GetAllDateTimePatterns('D')).Select(WrittenNumber.WithPlainSpaces).Append("yyyy-MM-dd");
        return DateOnly.TryParseExact(WrittenNumber.WithPlainSpaces(text), [.. patterns], culture, DateTimeStyles.None, out var date) ? date : null;
    }
}

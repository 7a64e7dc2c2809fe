using System.Globalization;
using Playbooks.Texts;

namespace Playbooks.Steps.Support;

/// <summary>Turns a text that was read from a page into a value.</summary>
internal sealed class ValueText
{
    private const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    private readonly CultureInfo culture;
    private readonly bool isInvariant;

    // Some cultures write amounts of money otherwise than other numbers; only a text with the currency is read so.
    private IEnumerable<WrittenNumber> Numbers => [WrittenNumber.Of(culture), WrittenNumber.OfMoney(culture)];

    /// <summary>Reads as this culture writes.</summary>
    /// <param name="cultureName">Null or <c>invariant</c>: none's, where a number is digits with a point at most, and a date is <c>yyyy-MM-dd</c>.</param>
    /// <exception cref="PlaybookException">This machine knows no culture of that name.</exception>
    public ValueText(string? cultureName)
    {
        isInvariant = cultureName is null or "" or "invariant";
        culture = isInvariant ? CultureInfo.InvariantCulture : Find(cultureName!);
    }

    /// <summary>The value.</summary>
    /// <typeparam name="T">Text, int, decimal, bool or <see cref="DateOnly"/>.</typeparam>
    /// <param name="text">The text.</param>
    /// <param name="from">Where it was read, for the error.</param>
    /// <exception cref="PlaybookException">The text is no such value; it is quoted.</exception>
    public T Parse<T>(string text, string from)
    {
        object? value =
            typeof(T) == typeof(string) ? text
            : typeof(T) == typeof(int) ? Int(text)
            : typeof(T) == typeof(decimal) ? Number(text)
            : typeof(T) == typeof(bool) ? bool.TryParse(text, out var flag) ? flag : null
            : typeof(T) == typeof(DateOnly) ? Date(text)
            : throw new NotSupportedException($"A step cannot give a {typeof(T).Name}.");
        return value is T fitting ? fitting : throw new PlaybookException(ErrorCode.StepFailed, Misfit<T>(text, from));
    }

    // .NET makes up a culture for any well-formed name, which reads 1.234 otherwise than its author meant.
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
        var style = isInvariant ? typeof(T) == typeof(DateOnly) ? " written yyyy-MM-dd" : string.Empty : $" as {culture.Name} writes it";
        return $"{from} gives \"{LookAlikes.Shown(text)}\", which is " + (OutOfRange<T>(text) ?? $"not {kind}{style}") + ".";
    }

    /// <summary>That a number is well written and too large, with what it may be; null: it is not well written.</summary>
    private string? OutOfRange<T>(string text)
    {
        if (Digits(text) is not { } digits || !WrittenNumber.IsPlain(digits))
        {
            return null;
        }

        var isWhole = isInvariant ? !digits.Contains('.', StringComparison.Ordinal) : WrittenNumber.IsWhole(digits);
        return typeof(T) == typeof(int) && isWhole ? "out of the range of int, -2147483648 to 2147483647; as: decimal holds more"
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

        // Which spaces stand in a pattern differs from one version of the culture's data to the next.
        var patterns = culture.DateTimeFormat.GetAllDateTimePatterns('d').Concat(culture.DateTimeFormat.GetAllDateTimePatterns('D')).Select(WrittenNumber.WithPlainSpaces).Append("yyyy-MM-dd");
        return DateOnly.TryParseExact(WrittenNumber.WithPlainSpaces(text), [.. patterns], culture, DateTimeStyles.None, out var date) ? date : null;
    }
}

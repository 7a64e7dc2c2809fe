using System.Globalization;

namespace Playbooks.Steps;

/// <summary>Turns a text that was read from a page into a value.</summary>
internal sealed class ValueText
{
    private const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
    private const NumberStyles Written = Plain | NumberStyles.AllowThousands | NumberStyles.AllowCurrencySymbol | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;

    private readonly CultureInfo culture;
    private readonly bool isInvariant;

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
        return $"{from} gives \"{text}\", which is not {kind}{style}.";
    }

    private int? Int(string text)
    {
        if (isInvariant)
        {
            return int.TryParse(text, NumberStyles.AllowLeadingSign, culture, out var plain) ? plain : null;
        }

        return Number(text) is { } number && number == decimal.Truncate(number) && number is >= int.MinValue and <= int.MaxValue ? (int)number : null;
    }

    private decimal? Number(string text)
    {
        if (isInvariant)
        {
            return decimal.TryParse(text, Plain, culture, out var plain) ? plain : null;
        }

        // Pages write group separators as any blank where the culture says a narrow one.
        var separator = culture.NumberFormat.NumberGroupSeparator;
        var normal = string.IsNullOrWhiteSpace(separator) ? string.Concat(text.Select(c => char.IsWhiteSpace(c) ? separator : c.ToString())) : text;
        normal = normal.Replace(culture.NumberFormat.CurrencySymbol, string.Empty, StringComparison.Ordinal).Trim();
        return decimal.TryParse(normal, Written, culture, out var number) && IsGroupedAsWritten(normal, number) ? number : null;
    }

    // .NET takes a group separator anywhere, so that a German "1,23" would be 123 in English: it must stand where the culture puts it.
    private bool IsGroupedAsWritten(string text, decimal number)
    {
        var format = culture.NumberFormat;
        if (!text.Contains(format.NumberGroupSeparator, StringComparison.Ordinal))
        {
            return true;
        }

        var point = text.IndexOf(format.NumberDecimalSeparator, StringComparison.Ordinal);
        var whole = point < 0 ? text : text[..point];
        var written = decimal.Truncate(Math.Abs(number)).ToString("N0", culture);
        return whole.TrimStart('+', '-', '\u2212') == written;
    }

    private DateOnly? Date(string text)
    {
        var patterns = isInvariant
            ? ["yyyy-MM-dd"]
            : culture.DateTimeFormat.GetAllDateTimePatterns('d').Concat(culture.DateTimeFormat.GetAllDateTimePatterns('D')).Append("yyyy-MM-dd").ToArray();
        return DateOnly.TryParseExact(text, patterns, culture, DateTimeStyles.None, out var date) ? date : null;
    }
}

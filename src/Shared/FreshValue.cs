using System.Globalization;

namespace Playbooks.Shared;

/// <summary>A built-in value that each run has anew: a date, a moment, an id, or random characters.</summary>
/// <param name="Name">The built-in, such as <c>today</c>.</param>
/// <param name="Amount">The offset, or 0.</param>
/// <param name="Unit">The unit of the offset.</param>
/// <param name="Format">The .NET format of the date or moment; null: the default.</param>
/// <param name="Length">The number of random characters.</param>
internal sealed record FreshValue(string Name, int Amount, char Unit, string? Format, int Length)
{
    /// <summary>The date on which a run started.</summary>
    public const string Today = "today";

    /// <summary>The moment at which a run started.</summary>
    public const string Now = "now";

    /// <summary>An id that no other run has.</summary>
    public const string Uuid = "uuid";

    /// <summary>Random letters and digits.</summary>
    public const string Random = "random";

    private const int LongestRandom = 64;
    private const int LargestAmount = 9999;
    private const int LargestYears = 1000;
    private const string DateUnits = "yMwd";
    private const string TimeUnits = "yMwdhm";
    private const string TimeSpecifiers = "HhmsfFtzK";
    private const string StandardDateFormats = "dDmMoOrRyY";

    private static readonly char[] NameEnds = ['+', '-', ':'];

    /// <summary>The names of these built-ins.</summary>
    public static IReadOnlyCollection<string> Names { get; } = [Today, Now, Uuid, Random];

    /// <summary>Whether a placeholder uses one of these built-ins, right or wrong.</summary>
    /// <param name="placeholder">What its braces hold, such as <c>today+3d:dd.MM.yyyy</c>.</param>
    public static bool IsOne(string placeholder) => Names.Contains(NameIn(placeholder));

    /// <summary>Whether a placeholder is a date in the form of a date parameter, so that a parameter of type date accepts it.</summary>
    public static bool IsDate(string placeholder) => Parse(placeholder, out _) is { Name: Today, Format: null };

    /// <summary>The name in a placeholder, without an offset and a format.</summary>
    public static string NameIn(string placeholder)
    {
        var end = placeholder.IndexOfAny(NameEnds);
        return end < 0 ? placeholder : placeholder.Substring(0, end);
    }

    /// <summary>Reads a placeholder.</summary>
    /// <param name="placeholder">What its braces hold.</param>
    /// <param name="problem">A sentence that says what is wrong; null: nothing is.</param>
    /// <returns>The value; null: the placeholder is wrong.</returns>
    public static FreshValue? Parse(string placeholder, out string? problem)
    {
        var name = NameIn(placeholder);
        var rest = placeholder.Substring(name.Length);
        var colon = rest.IndexOf(':');
        var offset = colon < 0 ? rest : rest.Substring(0, colon);
        var format = colon < 0 ? null : rest.Substring(colon + 1);
        var value = new FreshValue(name, 0, 'd', null, 0);
        switch (name)
        {
            case Uuid:
                problem = rest.Length == 0 ? null : "'uuid' takes neither an offset nor a format. Write {uuid}.";
                break;
            case Random:
                var length = ReadNumber(format ?? string.Empty);
                value = value with { Length = length ?? 0 };
                problem = offset.Length == 0 && length is >= 1 and <= LongestRandom
                    ? null
                    : format is null && offset.Length == 0 ? $"'random' requires a number of characters, from 1 to {LongestRandom}. Write {{random:8}}."
                    : $"'{(offset.Length == 0 ? format : offset)}' is not a valid length for 'random', which must be from 1 to {LongestRandom}. Write one such as {{random:8}}.";
                break;
            default:
                problem = OffsetProblem(name, offset, ref value) ?? FormatProblem(name, format);
                value = value with { Format = format };
                break;
        }

        return problem is null ? value : null;
    }

    private static string? OffsetProblem(string name, string offset, ref FreshValue value)
    {
        if (offset.Length == 0)
        {
            return null;
        }

        var units = name == Today ? DateUnits : TimeUnits;
        var unit = offset[offset.Length - 1];
        if (offset.Length < 3 || !units.Contains(unit) || !IsNumber(offset.Substring(1, offset.Length - 2)))
        {
            return $"'{offset}' is not an offset of '{name}'. Write a sign, a whole number, and one of {string.Join(", ", units.ToCharArray())}, such as {{{name}+3d}}.";
        }

        var largest = unit == 'y' ? LargestYears : LargestAmount;
        var amount = ReadNumber(offset.Substring(1, offset.Length - 2)) ?? int.MaxValue;
        value = value with { Amount = offset[0] == '-' ? -amount : amount, Unit = unit };
        return amount > largest ? $"The offset '{offset}' is too large; the maximum for this unit is {largest}." : null;
    }

    private static string? FormatProblem(string name, string? format)
    {
        if (format is null)
        {
            return null;
        }

        var isDateOnly = name == Today;
        try
        {
            _ = new DateTime(2000, 1, 31, 0, 0, 0, DateTimeKind.Utc).ToString(format, CultureInfo.InvariantCulture);
            var isRight = format.Length > 0 && !(isDateOnly && (format.Length == 1 ? !StandardDateFormats.Contains(format[0]) : HasTime(format)));
            return isRight ? null
                : isDateOnly && format.Length > 0 ? $"The format '{format}' contains a time, but 'today' has none. Write a format such as {{today:dd.MM.yyyy}}, or use 'now'."
                : $"The format of '{name}' is empty. Write a .NET format, such as {{{name}:dd.MM.yyyy}}.";
        }
        catch (FormatException)
        {
            return $"'{format}' is not a .NET date format. Write one such as {{{name}:dd.MM.yyyy}}.";
        }
    }

    /// <summary>Whether a custom format shows a part of a time, outside of quotes.</summary>
    private static bool HasTime(string format)
    {
        var quote = '\0';
        for (var i = 0; i < format.Length; i++)
        {
            var character = format[i];
            if (quote != '\0')
            {
                quote = character == quote ? '\0' : quote;
            }
            else if (character is '\'' or '"')
            {
                quote = character;
            }
            else if (character == '\\')
            {
                i++;
            }
            else if (TimeSpecifiers.Contains(character))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsNumber(string text) => text.Length > 0 && text.All(static character => character is >= '0' and <= '9');

    // Null also for a number of so many digits that every limit is lower.
    private static int? ReadNumber(string text) => IsNumber(text) && text.Length < 6 ? int.Parse(text, CultureInfo.InvariantCulture) : null;
}

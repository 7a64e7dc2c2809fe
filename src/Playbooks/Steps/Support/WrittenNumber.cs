using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Playbooks.Steps.Support;

/// <summary>Parses numbers in the format of a culture. If the culture uses a space or an apostrophe as a separator, any kind of it is accepted.</summary>
internal sealed partial class WrittenNumber
{
    private const string Apostrophes = "'\u2018\u2019\u02bc\uff07";
    private const string Minuses = "-\u2010\u2011\u2012\u2013\u2212\ufe63\uff0d";

    private readonly CultureInfo culture;
    private readonly string group;
    private readonly string point;
    private readonly bool isMoney;

    private WrittenNumber(CultureInfo culture, string group, string point, bool isMoney)
    {
        this.culture = culture;
        this.group = Alike(group);
        this.point = point;
        this.isMoney = isMoney;
    }

    /// <summary>Returns the number format of a culture.</summary>
    public static WrittenNumber From(CultureInfo culture) =>
        new(culture, culture.NumberFormat.NumberGroupSeparator, culture.NumberFormat.NumberDecimalSeparator, isMoney: false);

    /// <summary>Returns the currency format of a culture.</summary>
    public static WrittenNumber OfMoney(CultureInfo culture) =>
        new(culture, culture.NumberFormat.CurrencyGroupSeparator, culture.NumberFormat.CurrencyDecimalSeparator, isMoney: true);

    /// <summary>Returns the number as digits with an optional decimal point, or null if it is not in the format of the culture.</summary>
    public string? Normalize(string text)
    {
        var plain = WithPlainDigits(text);
        var symbol = culture.NumberFormat.CurrencySymbol;
        var number = symbol.Length == 0 ? plain : plain.Replace(symbol, string.Empty, StringComparison.Ordinal);
        if (isMoney && number == plain)
        {
            return null;
        }

        number = number.Trim();
        var sign = number.Length > 0 && (number[0] == '+' || Minuses.Contains(number[0], StringComparison.Ordinal)) ? number[..1] : string.Empty;
        number = number[sign.Length..].TrimStart();
        var at = number.IndexOf(point, StringComparison.Ordinal);
        var (whole, fraction) = at < 0 ? (number, string.Empty) : (number[..at], number[(at + point.Length)..]);
        whole = Ungrouped(Alike(whole));
        return (whole + fraction).Length > 0 && (whole + fraction).All(char.IsAsciiDigit)
            ? (sign is "" or "+" ? string.Empty : "-") + whole + (fraction.Length > 0 ? "." + fraction : string.Empty)
            : null;
    }

    /// <summary>Determines whether a text consists of digits, with an optional sign and decimal point.</summary>
    public static bool IsPlain(string text) => Plain().IsMatch(text);

    /// <summary>Determines whether only zeros follow the decimal point.</summary>
    public static bool IsWhole(string digits) =>
        digits.IndexOf('.', StringComparison.Ordinal) is var at && (at < 0 || digits.AsSpan(at + 1).Trim('0').IsEmpty);

    /// <summary>Returns the text with all kinds of spaces replaced by the plain space, and without direction marks.</summary>
    public static string WithPlainSpaces(string text) =>
        string.Concat(text.Where(static c => !IsMark(c)).Select(static c => char.IsWhiteSpace(c) ? ' ' : c));

    /// <summary>Removes separators in valid positions only: otherwise, a German "1,23" would be 123 in English.</summary>
    private string Ungrouped(string whole)
    {
        if (group.Length == 0 || !whole.Contains(group, StringComparison.Ordinal))
        {
            return whole;
        }

        var digits = whole.Replace(group, string.Empty, StringComparison.Ordinal);
        return digits.Length > 0 && digits[0] != '0' && Grouped(digits) == whole ? digits : whole;
    }

    private string Grouped(string digits)
    {
        // The last size applies to all further groups on the left. If it is 0, they form one group.
        var sizes = isMoney ? culture.NumberFormat.CurrencyGroupSizes : culture.NumberFormat.NumberGroupSizes;
        var written = new StringBuilder(digits);
        var at = digits.Length;
        for (var index = 0; ; index++)
        {
            var size = sizes.Length == 0 ? 0 : sizes[Math.Min(index, sizes.Length - 1)];
            at -= size;
            if (size == 0 || at <= 0)
            {
                return written.ToString();
            }

            written.Insert(at, group);
        }
    }

    private static string WithPlainDigits(string text) => string.Concat(text.Where(static c => !IsMark(c)).Select(static c =>
        char.IsDigit(c) && !char.IsAsciiDigit(c) ? CharUnicodeInfo.GetDecimalDigitValue(c).ToString(CultureInfo.InvariantCulture) : c.ToString()));

    // A right-to-left text has direction marks around its sign.
    private static bool IsMark(char c) => c is '\u200e' or '\u200f' or '\u061c';

    private static string Alike(string text) =>
        string.Concat(text.Select(static c => char.IsWhiteSpace(c) ? '\u00a0' : Apostrophes.Contains(c, StringComparison.Ordinal) ? '\'' : c));

    [GeneratedRegex(@"\A[+-]?[0-9]*(?:[0-9]|\.[0-9]+)\z")]
    private static partial Regex Plain();
}

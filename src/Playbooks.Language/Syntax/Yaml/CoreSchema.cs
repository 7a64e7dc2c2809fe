using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace Playbooks.Language.Syntax.Yaml;

/// <summary>Reads plain scalars as numbers and truth values by the core schema of YAML 1.2, and writes them as JSON.</summary>
internal static class CoreSchema
{
    private static readonly Regex Whole = new("^[-+]?[0-9]+$", RegexOptions.CultureInvariant);
    private static readonly Regex Octal = new("^0o[0-7]+$", RegexOptions.CultureInvariant);
    private static readonly Regex Hexadecimal = new("^0x[0-9a-fA-F]+$", RegexOptions.CultureInvariant);
    private static readonly Regex Real = new(@"^(?<sign>[-+]?)(?<whole>[0-9]*)(?:\.(?<fraction>[0-9]*))?(?<exponent>[eE][-+]?[0-9]+)?$", RegexOptions.CultureInvariant);
    private static readonly Regex NotFinite = new(@"^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$", RegexOptions.CultureInvariant);

    /// <summary>Reads a plain scalar.</summary>
    /// <param name="text">The scalar, which is not empty.</param>
    /// <returns>The value as JSON writes it, or why JSON cannot hold it; null: it is text.</returns>
    public static (string Json, string? Problem)? ToJson(string text) => text switch
    {
        "~" or "null" or "Null" or "NULL" => ("null", null),
        "true" or "True" or "TRUE" => ("true", null),
        "false" or "False" or "FALSE" => ("false", null),
        _ when Whole.IsMatch(text) => Number(text.TrimStart('+'), text),
        _ when Octal.IsMatch(text) => (text.Skip(2).Aggregate(BigInteger.Zero, static (number, digit) => (number * 8) + (digit - '0')).ToString(CultureInfo.InvariantCulture), null),
        _ when Hexadecimal.IsMatch(text) => (BigInteger.Parse("0" + text.Substring(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture), null),
        _ when NotFinite.IsMatch(text) => (string.Empty, $"'{text}' is not a JSON number."),
        _ when Real.Match(text) is { Success: true } real => Decimal(real, text),
        _ => null,
    };

    private static (string Json, string? Problem)? Decimal(Match real, string text)
    {
        var (whole, fraction) = (real.Groups["whole"].Value, real.Groups["fraction"].Value);
        if (whole.Length + fraction.Length == 0)
        {
            return null;
        }

        var number = real.Groups["sign"].Value.TrimStart('+') + (whole.Length == 0 ? "0" : whole) + (fraction.Length == 0 ? string.Empty : "." + fraction) + real.Groups["exponent"].Value;
        return Number(number, text);
    }

    // A postal code or an id that would lose its zeros is text that somebody forgot to quote.
    private static (string Json, string? Problem) Number(string json, string text)
    {
        var digits = json.TrimStart('-');
        return digits.Length > 1 && digits[0] == '0' && digits[1] is >= '0' and <= '9' ? (string.Empty, $"A JSON number cannot start with 0, as in '{text}'.") : (json, null);
    }
}

using System.ComponentModel;
using System.Globalization;
using Playbooks.Steps.Support;

namespace Playbooks.Generated;

/// <summary>
/// Turns values into texts and encodes them for the place where they land. Called by generated code, which is compiled by the
/// thousand: each type has a method of its own name, because resolving one of many overloads takes the compiler longer than the call.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Bind
{
    /// <summary>The text itself; nothing where it is unset.</summary>
    public static string String(string? value) => value ?? string.Empty;

    /// <summary>The number, invariant; nothing where it is unset.</summary>
    public static string Int(int? value) => value?.ToString(CultureInfo.InvariantCulture) ?? string.Empty;

    /// <summary>The number, invariant; nothing where it is unset.</summary>
    public static string Decimal(decimal? value) => value?.ToString(CultureInfo.InvariantCulture) ?? string.Empty;

    /// <summary><c>true</c> or <c>false</c>; nothing where it is unset.</summary>
    public static string Bool(bool? value) => value switch { true => "true", false => "false", null => string.Empty };

    /// <summary>The date as <c>yyyy-MM-dd</c>; nothing where it is unset.</summary>
    public static string Date(DateOnly? value) => value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? string.Empty;

    /// <summary>The secret, revealed: the result must go to the page only. Nothing where it is unset.</summary>
    public static string Secret(Secret? value) => value?.Reveal() ?? string.Empty;

    /// <summary>The items, joined by a comma and a space.</summary>
    public static string Strings(IEnumerable<string>? values) => Join(values, static value => value);

    /// <summary>The items, joined by a comma and a space.</summary>
    public static string Ints(IEnumerable<int>? values) => Join(values, static value => Int(value));

    /// <summary>The items, joined by a comma and a space.</summary>
    public static string Decimals(IEnumerable<decimal>? values) => Join(values, static value => Decimal(value));

    /// <summary>The items, joined by a comma and a space.</summary>
    public static string Bools(IEnumerable<bool>? values) => Join(values, static value => Bool(value));

    /// <summary>The items, joined by a comma and a space.</summary>
    public static string Dates(IEnumerable<DateOnly>? values) => Join(values, static value => Date(value));

    /// <summary>A parameter's text where it is set, else what the playbook says.</summary>
    public static string Injected(string? parameterText, string otherwise) => parameterText ?? otherwise;

    /// <summary>Percent-encoded, for a URL's path, query or fragment.</summary>
    public static string Url(string value) => Uri.EscapeDataString(value);

    /// <summary>Escaped for the inside of a CSS string, in either kind of quotes.</summary>
    public static string CssString(string value) => SelectorEncoding.CssString(value);

    /// <summary>Escaped as a CSS identifier.</summary>
    public static string CssIdentifier(string value) => SelectorEncoding.CssIdentifier(value);

    /// <summary>Escaped for the inside of a quoted string of Playwright's own engines, in any kind of quotes.</summary>
    public static string QuotedString(string value) => SelectorEncoding.QuotedString(value);

    /// <summary>A whole quoted string with its quotes, as an attribute's value.</summary>
    public static string QuotedValue(string value) => SelectorEncoding.QuotedValue(value);

    /// <summary>Escaped for the inside of a regular expression between slashes.</summary>
    public static string RegexText(string value) => SelectorEncoding.RegexText(value);

    /// <summary>A pattern that matches the text as an unquoted <c>text=</c> does, and nothing else.</summary>
    public static string TextPattern(string value) => SelectorEncoding.TextPattern(value);

    /// <summary>A whole XPath string expression with its quotes.</summary>
    public static string XPathString(string value) => SelectorEncoding.XPathString(value);

    private static string Join<T>(IEnumerable<T>? values, Func<T, string> text) =>
        values is null ? string.Empty : string.Join(", ", values.Select(text));
}

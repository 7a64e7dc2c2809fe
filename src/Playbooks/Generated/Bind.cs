using System.Collections;
using System.ComponentModel;
using System.Globalization;
using System.Text.Encodings.Web;
using Playbooks.Resolution;
using Playbooks.Steps.Support;

namespace Playbooks.Generated;

/// <summary>
/// Converts values to strings, and encodes strings for their context. Called by generated code. The method names differ by type, because
/// generated code can contain thousands of calls, and resolving overloads takes the compiler longer than the call itself.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Bind
{
    /// <summary>Returns the text, or an empty string if it is null.</summary>
    public static string String(string? value) => value ?? string.Empty;

    /// <summary>Returns the invariant text of a number, or an empty string if it is null.</summary>
    public static string Int(int? value) => value?.ToString(CultureInfo.InvariantCulture) ?? string.Empty;

    /// <summary>Returns the invariant text of a number, or an empty string if it is null.</summary>
    public static string Decimal(decimal? value) => value?.ToString(CultureInfo.InvariantCulture) ?? string.Empty;

    /// <summary>Returns <c>true</c> or <c>false</c>, or an empty string if the value is null.</summary>
    public static string Bool(bool? value) => value switch { true => "true", false => "false", null => string.Empty };

    /// <summary>Returns a date as <c>yyyy-MM-dd</c>, or an empty string if it is null.</summary>
    public static string Date(DateOnly? value) => value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? string.Empty;

    /// <summary>Returns the text of a secret, or an empty string if it is null. The result must be passed to the page only.</summary>
    public static string Secret(Secret? value) => value?.Reveal() ?? string.Empty;

    /// <summary>Returns a record as a JSON object, or an empty string if it is null.</summary>
    public static string Record(IExtractedRecord? value) => value is null
        ? string.Empty
        : $"{{{string.Join(",", value.Fields.Select(static field => $"{JsonText(field.Key)}:{(field.Value is int or decimal or bool ? Any(field.Value) : JsonText(Any(field.Value) ?? string.Empty))}"))}}}";

    /// <summary>Returns the invariant text of a value of any type, or null if it is null.</summary>
    internal static string? Any(object? value) => value switch
    {
        null => null,
        string text => text,
        IExtractedRecord record => Record(record),
        bool truth => Bool(truth),
        DateOnly date => Date(date),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        IEnumerable items => string.Join(", ", items.Cast<object?>().Select(Any)),
        _ => value.ToString(),
    };

    /// <summary>Returns the items, separated by a comma and a space.</summary>
    public static string Strings(IEnumerable<string>? values) => Join(values, static value => value);

    /// <summary>Returns the items, separated by a comma and a space.</summary>
    public static string Ints(IEnumerable<int>? values) => Join(values, static value => Int(value));

    /// <summary>Returns the items, separated by a comma and a space.</summary>
    public static string Decimals(IEnumerable<decimal>? values) => Join(values, static value => Decimal(value));

    /// <summary>Returns the items, separated by a comma and a space.</summary>
    public static string Bools(IEnumerable<bool>? values) => Join(values, static value => Bool(value));

    /// <summary>Returns the items, separated by a comma and a space.</summary>
    public static string Dates(IEnumerable<DateOnly>? values) => Join(values, static value => Date(value));

    /// <summary>Returns the text of a parameter, or the text of the playbook if the parameter is null.</summary>
    public static string Injected(string? parameterText, string otherwise) => parameterText ?? otherwise;

    /// <summary>Returns a selector with the frames that contain its element, the outermost first.</summary>
    public static string InFrames(string selector, params string[] frames) => FrameSelector.Compose(frames, selector);

    /// <summary>Returns a string as JSON, in quotes.</summary>
    public static string JsonText(string value) => $"\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(value)}\"";

    /// <summary>Returns the invariant text of a number or Boolean as JSON. The text of a value that is not set is empty, and becomes <c>null</c>.</summary>
    public static string JsonValue(string value) => value.Length == 0 ? "null" : value;

    /// <summary>Percent-encodes a string for the path, query, or fragment of a URL.</summary>
    public static string Url(string value) => Uri.EscapeDataString(value);

    /// <summary>Escapes a string for a CSS string in single or double quotes.</summary>
    public static string CssString(string value) => SelectorEncoding.CssString(value);

    /// <summary>Escapes a string as a CSS identifier.</summary>
    public static string CssIdentifier(string value) => SelectorEncoding.CssIdentifier(value);

    /// <summary>Escapes a string for a quoted string of Playwright's own engines, in any kind of quotes.</summary>
    public static string QuotedString(string value) => SelectorEncoding.QuotedString(value);

    /// <summary>Returns a string in quotes, for the value of an attribute.</summary>
    public static string QuotedValue(string value) => SelectorEncoding.QuotedValue(value);

    /// <summary>Escapes a string for a regular expression between slashes.</summary>
    public static string RegexText(string value) => SelectorEncoding.RegexText(value);

    /// <summary>Returns a pattern that matches exactly what an unquoted <c>text=</c> matches.</summary>
    public static string TextPattern(string value) => SelectorEncoding.TextPattern(value);

    /// <summary>Returns a string as an XPath string expression, including the quotes.</summary>
    public static string XPathString(string value) => SelectorEncoding.XPathString(value);

    private static string Join<T>(IEnumerable<T>? values, Func<T, string> text) =>
        values is null ? string.Empty : string.Join(", ", values.Select(text));
}

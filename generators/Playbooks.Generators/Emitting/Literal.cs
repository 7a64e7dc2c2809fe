using System.Globalization;
using System.Text;
using ValueType = Playbooks.Language.Model.ValueType;

namespace Playbooks.Generators.Emitting;

/// <summary>C# literals that come back as the very same value, whatever the text holds.</summary>
internal static class Literal
{
    /// <summary>A string, or null.</summary>
    public static string OfNullable(string? text) => text is null ? "null" : From(text);

    /// <summary>A string.</summary>
    public static string From(string text)
    {
        if (IsPlain(text))
        {
            return "\"" + text + "\"";
        }

        var literal = new StringBuilder(text.Length + 16).Append('"');
        for (var i = 0; i < text.Length; i++)
        {
            Append(literal, text, ref i);
        }

        return literal.Append('"').ToString();
    }

    /// <summary>A bool.</summary>
    public static string From(bool value) => value ? "true" : "false";

    /// <summary>An int.</summary>
    public static string From(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A value from its canonical text.</summary>
    public static string From(ValueType type, string canonical) => type switch
    {
        ValueType.Int => canonical,
        ValueType.Decimal => canonical + "m",
        ValueType.Bool => canonical,
        ValueType.Date => Date(canonical),
        _ => From(canonical),
    };

    /// <summary>Strings as the items of a collection expression.</summary>
    public static string List(IEnumerable<string> texts) => "[" + string.Join(", ", texts.Select(From)) + "]";

    /// <summary>Whether every surrogate of the text has its partner, so that the text can be written in UTF-8.</summary>
    public static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && !(i + 1 < text.Length && char.IsSurrogatePair(text[i], text[++i])))
            {
                return false;
            }
        }

        return true;
    }

    // Most texts are: they need no copy.
    private static bool IsPlain(string text)
    {
        foreach (var c in text)
        {
            if (c is < ' ' or > '~' or '"' or '\\')
            {
                return false;
            }
        }

        return true;
    }

    private static void Append(StringBuilder literal, string text, ref int i)
    {
        var c = text[i];
        switch (c)
        {
            case '"': literal.Append("\\\""); return;
            case '\\': literal.Append("\\\\"); return;
            case '\n': literal.Append("\\n"); return;
            case '\r': literal.Append("\\r"); return;
            case '\t': literal.Append("\\t"); return;
            case '\0': literal.Append("\\0"); return;
        }

        if (c is >= ' ' and < '\x7f')
        {
            literal.Append(c);
        }
        else if (i + 1 < text.Length && char.IsSurrogatePair(c, text[i + 1]))
        {
            literal.Append(c).Append(text[++i]);
        }
        else if (IsShown(c))
        {
            literal.Append(c);
        }
        else
        {
            literal.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
        }
    }

    // What would end the line, turn the text around or not be seen at all is escaped.
    private static bool IsShown(char c) => char.GetUnicodeCategory(c) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or
        UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.OtherNumber or
        UnicodeCategory.DashPunctuation or UnicodeCategory.OpenPunctuation or UnicodeCategory.ClosePunctuation or
        UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation or UnicodeCategory.OtherPunctuation or
        UnicodeCategory.MathSymbol or UnicodeCategory.CurrencySymbol or UnicodeCategory.OtherSymbol;

    private static string Date(string canonical)
    {
        var parts = canonical.Split('-').Select(part => int.Parse(part, CultureInfo.InvariantCulture));
        return "new global::System.DateOnly(" + string.Join(", ", parts.Select(From)) + ")";
    }
}

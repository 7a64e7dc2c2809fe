using System.Globalization;

namespace Playbooks.Generated;

/// <summary>A playbook's parameters as invariant texts, read as what they are. Called by generated code; each getter without a default asks for a required value.</summary>
public sealed class ParameterTexts
{
    private readonly PlaybookInfo playbook;
    private readonly Dictionary<string, string> texts = new(StringComparer.Ordinal);

    /// <summary>Takes the texts.</summary>
    /// <param name="playbook">Whose parameters they are.</param>
    /// <param name="values">The texts by name.</param>
    /// <exception cref="ArgumentException">A name is none of the playbook's parameters.</exception>
    public ParameterTexts(PlaybookInfo playbook, IReadOnlyDictionary<string, string> values)
    {
        ArgumentNullException.ThrowIfNull(playbook);
        ArgumentNullException.ThrowIfNull(values);
        this.playbook = playbook;
        foreach (var (name, text) in values)
        {
            if (!playbook.Parameters.Any(parameter => parameter.Name == name))
            {
                var known = playbook.Parameters.Count == 0 ? "It has none." : $"It has: {string.Join(", ", playbook.Parameters.Select(static parameter => parameter.Name))}.";
                throw new ArgumentException($"The playbook '{playbook.Id}' has no parameter '{name}'. {known}");
            }

            if (text is not null)
            {
                texts[name] = text;
            }
        }
    }

    /// <summary>Whether a value was given.</summary>
    public bool Has(string name) => texts.ContainsKey(name);

    /// <summary>A text.</summary>
    public string String(string name) => Required(name);

    /// <summary>A text; where none was given, the default.</summary>
    public string String(string name, string otherwise) => StringOrNull(name) ?? otherwise;

    /// <summary>A text; null: none was given.</summary>
    public string? StringOrNull(string name) => texts.GetValueOrDefault(name);

    /// <summary>A secret.</summary>
    public Secret Secret(string name) => new(Required(name));

    /// <summary>A secret; null: none was given.</summary>
    public Secret? SecretOrNull(string name) => StringOrNull(name) is { } text ? new(text) : null;

    /// <summary>A whole number.</summary>
    public int Int(string name) => ReadInt(name, Required(name));

    /// <summary>A whole number; where none was given, the default.</summary>
    public int Int(string name, int otherwise) => IntOrNull(name) ?? otherwise;

    /// <summary>A whole number; null: none was given.</summary>
    public int? IntOrNull(string name) => StringOrNull(name) is { } text ? ReadInt(name, text) : null;

    /// <summary>A decimal number.</summary>
    public decimal Decimal(string name) => ReadDecimal(name, Required(name));

    /// <summary>A decimal number; where none was given, the default.</summary>
    public decimal Decimal(string name, decimal otherwise) => DecimalOrNull(name) ?? otherwise;

    /// <summary>A decimal number; null: none was given.</summary>
    public decimal? DecimalOrNull(string name) => StringOrNull(name) is { } text ? ReadDecimal(name, text) : null;

    /// <summary>True or false.</summary>
    public bool Bool(string name) => ReadBool(name, Required(name));

    /// <summary>True or false; where none was given, the default.</summary>
    public bool Bool(string name, bool otherwise) => BoolOrNull(name) ?? otherwise;

    /// <summary>True or false; null: none was given.</summary>
    public bool? BoolOrNull(string name) => StringOrNull(name) is { } text ? ReadBool(name, text) : null;

    /// <summary>A date.</summary>
    public DateOnly Date(string name) => ReadDate(name, Required(name));

    /// <summary>A date; where none was given, the default.</summary>
    public DateOnly Date(string name, DateOnly otherwise) => DateOrNull(name) ?? otherwise;

    /// <summary>A date; null: none was given.</summary>
    public DateOnly? DateOrNull(string name) => StringOrNull(name) is { } text ? ReadDate(name, text) : null;

    /// <summary>One of a few texts.</summary>
    /// <param name="name">The parameter.</param>
    /// <param name="parse">Gives the value of a text that is among the parameter's choices.</param>
    public TChoice Choice<TChoice>(string name, Func<string, TChoice> parse)
        where TChoice : struct => ReadChoice(name, Required(name), parse);

    /// <summary>One of a few texts; where none was given, the default.</summary>
    public TChoice Choice<TChoice>(string name, Func<string, TChoice> parse, TChoice otherwise)
        where TChoice : struct => ChoiceOrNull(name, parse) ?? otherwise;

    /// <summary>One of a few texts; null: none was given.</summary>
    public TChoice? ChoiceOrNull<TChoice>(string name, Func<string, TChoice> parse)
        where TChoice : struct => StringOrNull(name) is { } text ? ReadChoice(name, text, parse) : null;

    /// <summary>Texts.</summary>
    public IReadOnlyList<string> Strings(string name) => ReadList(name, Required(name), static (_, text) => text);

    /// <summary>Texts; null: none were given.</summary>
    public IReadOnlyList<string>? StringsOrNull(string name) => Has(name) ? Strings(name) : null;

    /// <summary>Whole numbers.</summary>
    public IReadOnlyList<int> Ints(string name) => ReadList(name, Required(name), ReadInt);

    /// <summary>Whole numbers; null: none were given.</summary>
    public IReadOnlyList<int>? IntsOrNull(string name) => Has(name) ? Ints(name) : null;

    /// <summary>Decimal numbers.</summary>
    public IReadOnlyList<decimal> Decimals(string name) => ReadList(name, Required(name), ReadDecimal);

    /// <summary>Decimal numbers; null: none were given.</summary>
    public IReadOnlyList<decimal>? DecimalsOrNull(string name) => Has(name) ? Decimals(name) : null;

    /// <summary>Truth values.</summary>
    public IReadOnlyList<bool> Bools(string name) => ReadList(name, Required(name), ReadBool);

    /// <summary>Truth values; null: none were given.</summary>
    public IReadOnlyList<bool>? BoolsOrNull(string name) => Has(name) ? Bools(name) : null;

    /// <summary>Dates.</summary>
    public IReadOnlyList<DateOnly> Dates(string name) => ReadList(name, Required(name), ReadDate);

    /// <summary>Dates; null: none were given.</summary>
    public IReadOnlyList<DateOnly>? DatesOrNull(string name) => Has(name) ? Dates(name) : null;

    /// <summary>Some of a few texts.</summary>
    public IReadOnlyList<TChoice> Choices<TChoice>(string name, Func<string, TChoice> parse)
        where TChoice : struct => ReadList(name, Required(name), (parameter, text) => ReadChoice(parameter, text, parse));

    /// <summary>Some of a few texts; null: none were given.</summary>
    public IReadOnlyList<TChoice>? ChoicesOrNull<TChoice>(string name, Func<string, TChoice> parse)
        where TChoice : struct => Has(name) ? Choices(name, parse) : null;

    private string Required(string name) =>
        texts.TryGetValue(name, out var text)
            ? text
            : throw new ArgumentException($"The playbook '{playbook.Id}' needs a value for its parameter '{name}', and none was given.");

    private int ReadInt(string name, string text) => CanonicalValue.ReadInt(text) ?? throw Unfit(name, text, $"a whole number from {int.MinValue} to {int.MaxValue}");

    private decimal ReadDecimal(string name, string text) => CanonicalValue.ReadDecimal(text) ?? throw Unfit(name, text, "a number such as 12 or 12.5");

    private bool ReadBool(string name, string text) => (text switch { "true" => true, "false" => false, _ => (bool?)null }) ?? throw Unfit(name, text, "true or false");

    private DateOnly ReadDate(string name, string text) => 
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : throw Unfit(name, text, CanonicalValue.Expected(ValueForm.Date));

    private TChoice ReadChoice<TChoice>(string name, string text, Func<string, TChoice> parse)
    {
        var choices = Find(name)?.Choices ?? [];
        return choices.Count == 0 || choices.Contains(text)
            ? parse(text)
            : throw Unfit(name, text, $"one of {string.Join(", ", choices)}");
    }

    private List<T> ReadList<T>(string name, string text, Func<string, string, T> read)
    {
        var items = ValueTexts.Items(text) ?? throw Unfit(name, text, "a list: a JSON array of texts, numbers or truth values, or items between commas");
        return [.. items.Select(item => read(name, item))];
    }

    private ArgumentException Unfit(string name, string text, string expected) =>
        Find(name)?.Secret == true
            ? new($"The value of parameter '{name}' is not {expected}.")
            : new($"The value '{text}' of parameter '{name}' is not {expected}.");

    private ParameterInfo? Find(string name) => playbook.Parameters.FirstOrDefault(parameter => parameter.Name == name);
}

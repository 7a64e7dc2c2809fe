using System.ComponentModel;
using System.Globalization;

namespace Playbooks.Generated;

/// <summary>Parses the values of a playbook's parameters from invariant strings. Called by generated code. Methods without a default require a value.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ParameterTexts
{
    private readonly PlaybookInfo playbook;
    private readonly Dictionary<string, string> texts = new(StringComparer.Ordinal);

    /// <summary>Initializes a new instance with the values of the parameters.</summary>
    /// <param name="playbook">The description of the playbook.</param>
    /// <param name="values">The values by parameter name, as invariant strings.</param>
    /// <exception cref="ArgumentException">A name is not a parameter of the playbook.</exception>
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

    /// <summary>Determines whether a value was given.</summary>
    public bool Has(string name) => texts.ContainsKey(name);

    /// <summary>Returns a string.</summary>
    public string String(string name) => Required(name);

    /// <summary>Returns a string, or the default if no value was given.</summary>
    public string String(string name, string otherwise) => StringOrNull(name) ?? otherwise;

    /// <summary>Returns a string, or null if no value was given.</summary>
    public string? StringOrNull(string name) => texts.GetValueOrDefault(name);

    /// <summary>Returns a secret.</summary>
    public Secret Secret(string name) => new(Required(name));

    /// <summary>Returns a secret, or null if no value was given.</summary>
    public Secret? SecretOrNull(string name) => StringOrNull(name) is { } text ? new(text) : null;

    /// <summary>Returns a whole number.</summary>
    public int Int(string name) => ReadInt(name, Required(name));

    /// <summary>Returns a whole number, or the default if no value was given.</summary>
    public int Int(string name, int otherwise) => IntOrNull(name) ?? otherwise;

    /// <summary>Returns a whole number, or null if no value was given.</summary>
    public int? IntOrNull(string name) => StringOrNull(name) is { } text ? ReadInt(name, text) : null;

    /// <summary>Returns a decimal number.</summary>
    public decimal Decimal(string name) => ReadDecimal(name, Required(name));

    /// <summary>Returns a decimal number, or the default if no value was given.</summary>
    public decimal Decimal(string name, decimal otherwise) => DecimalOrNull(name) ?? otherwise;

    /// <summary>Returns a decimal number, or null if no value was given.</summary>
    public decimal? DecimalOrNull(string name) => StringOrNull(name) is { } text ? ReadDecimal(name, text) : null;

    /// <summary>Returns a Boolean.</summary>
    public bool Bool(string name) => ReadBool(name, Required(name));

    /// <summary>Returns a Boolean, or the default if no value was given.</summary>
    public bool Bool(string name, bool otherwise) => BoolOrNull(name) ?? otherwise;

    /// <summary>Returns a Boolean, or null if no value was given.</summary>
    public bool? BoolOrNull(string name) => StringOrNull(name) is { } text ? ReadBool(name, text) : null;

    /// <summary>Returns a date.</summary>
    public DateOnly Date(string name) => ReadDate(name, Required(name));

    /// <summary>Returns a date, or the default if no value was given.</summary>
    public DateOnly Date(string name, DateOnly otherwise) => DateOrNull(name) ?? otherwise;

    /// <summary>Returns a date, or null if no value was given.</summary>
    public DateOnly? DateOrNull(string name) => StringOrNull(name) is { } text ? ReadDate(name, text) : null;

    /// <summary>Returns one of the choices.</summary>
    /// <param name="name">The name of the parameter.</param>
    /// <param name="parse">Converts a string that is one of the choices of the parameter.</param>
    public TChoice Choice<TChoice>(string name, Func<string, TChoice> parse)
        where TChoice : struct => ReadChoice(name, Required(name), parse);

    /// <summary>Returns one of the choices, or the default if no value was given.</summary>
    public TChoice Choice<TChoice>(string name, Func<string, TChoice> parse, TChoice otherwise)
        where TChoice : struct => ChoiceOrNull(name, parse) ?? otherwise;

    /// <summary>Returns one of the choices, or null if no value was given.</summary>
    public TChoice? ChoiceOrNull<TChoice>(string name, Func<string, TChoice> parse)
        where TChoice : struct => StringOrNull(name) is { } text ? ReadChoice(name, text, parse) : null;

    /// <summary>Returns strings.</summary>
    public IReadOnlyList<string> Strings(string name) => ReadList(name, Required(name), static (_, text) => text);

    /// <summary>Returns strings, or null if no value was given.</summary>
    public IReadOnlyList<string>? StringsOrNull(string name) => Has(name) ? Strings(name) : null;

    /// <summary>Returns whole numbers.</summary>
    public IReadOnlyList<int> Ints(string name) => ReadList(name, Required(name), ReadInt);

    /// <summary>Returns whole numbers, or null if no value was given.</summary>
    public IReadOnlyList<int>? IntsOrNull(string name) => Has(name) ? Ints(name) : null;

    /// <summary>Returns decimal numbers.</summary>
    public IReadOnlyList<decimal> Decimals(string name) => ReadList(name, Required(name), ReadDecimal);

    /// <summary>Returns decimal numbers, or null if no value was given.</summary>
    public IReadOnlyList<decimal>? DecimalsOrNull(string name) => Has(name) ? Decimals(name) : null;

    /// <summary>Returns Booleans.</summary>
    public IReadOnlyList<bool> Bools(string name) => ReadList(name, Required(name), ReadBool);

    /// <summary>Returns Booleans, or null if no value was given.</summary>
    public IReadOnlyList<bool>? BoolsOrNull(string name) => Has(name) ? Bools(name) : null;

    /// <summary>Returns dates.</summary>
    public IReadOnlyList<DateOnly> Dates(string name) => ReadList(name, Required(name), ReadDate);

    /// <summary>Returns dates, or null if no value was given.</summary>
    public IReadOnlyList<DateOnly>? DatesOrNull(string name) => Has(name) ? Dates(name) : null;

    /// <summary>Returns several of the choices.</summary>
    public IReadOnlyList<TChoice> Choices<TChoice>(string name, Func<string, TChoice> parse)
        where TChoice : struct => ReadList(name, Required(name), (parameter, text) => ReadChoice(parameter, text, parse));

    /// <summary>Returns several of the choices, or null if no value was given.</summary>
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
        var items = ValueTexts.Items(text) ?? throw Unfit(name, text, "a list: a JSON array of strings, numbers, or Booleans, or items separated by commas");
        return [.. items.Select(item => read(name, item))];
    }

    private ArgumentException Unfit(string name, string text, string expected) =>
        Find(name)?.Secret == true
            ? new($"The value of parameter '{name}' is not {expected}.")
            : new($"The value '{text}' of parameter '{name}' is not {expected}.");

    private ParameterInfo? Find(string name) => playbook.Parameters.FirstOrDefault(parameter => parameter.Name == name);
}

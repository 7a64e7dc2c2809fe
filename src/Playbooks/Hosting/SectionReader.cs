using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Playbooks.Hosting;

/// <summary>Reads a configuration section, and collects all mistakes. Uses no reflection over options, so that it works in trimmed programs.</summary>
internal sealed class SectionReader(IConfiguration section, List<string> mistakes)
{
    private delegate bool Parser<T>(string text, out T value);

    /// <summary>Reads the keys of the section into an object.</summary>
    /// <param name="target">The object, which each key changes.</param>
    /// <param name="keys">For each key, how its value changes the object.</param>
    public T Read<T>(T target, IReadOnlyDictionary<string, Func<T, SectionReader, T>> keys)
    {
        foreach (var child in section.GetChildren())
        {
            if (keys.TryGetValue(child.Key, out var change))
            {
                target = change(target, new(child, mistakes));
            }
            else
            {
                var hint = NearestName.Find(child.Key, keys.Keys) is { } near ? $"Did you mean '{near}'?" : $"Use one of {string.Join(", ", keys.Keys)}.";
                mistakes.Add($"Unknown configuration key '{child.Path}'. {hint}");
            }
        }

        return target;
    }

    /// <summary>Reads a text, or null if the value is empty.</summary>
    public string? Text() => Value is { Length: > 0 } text ? text : null;

    /// <summary>Reads a list of texts.</summary>
    public IReadOnlyList<string> Texts() => [.. section.GetChildren().Select(static child => child.Value).OfType<string>()];

    /// <summary>Reads true or false.</summary>
    public bool? Flag() => Parse<bool>(bool.TryParse, "true or false");

    /// <summary>Reads a time that is not negative, or null if the value is empty.</summary>
    // A number alone would be a number of days, which hardly anybody means.
    public TimeSpan? Time() => Parse(
        static (string text, out TimeSpan time) => TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out time) && time >= TimeSpan.Zero && text.Contains(':', StringComparison.Ordinal),
        "a duration, such as 00:02:00");

    /// <summary>Reads a whole number, or null if the value is empty.</summary>
    public long? Number(long minimum, long maximum) => Parse(
        (string text, out long number) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= minimum && number <= maximum,
        $"a whole number from {minimum.ToString(CultureInfo.InvariantCulture)} to {maximum.ToString(CultureInfo.InvariantCulture)}");

    /// <summary>Reads a whole number, or its default if the value is empty.</summary>
    public int Number(NumberRange range) => (int?)Number(range.Minimum, range.Maximum) ?? range.Default;

    /// <summary>Reads the name of a value, or several names that are separated by commas if they can be combined.</summary>
    public T? Word<T>(bool isCombined = false)
        where T : struct, Enum => Parse(
        (string text, out T word) => Enum.TryParse(text, ignoreCase: true, out word) && !text.Any(char.IsAsciiDigit) && (isCombined || !text.Contains(',', StringComparison.Ordinal)),
        $"{(isCombined ? "any combination" : "one")} of {string.Join(", ", Enum.GetNames<T>())}");

    private string? Path => (section as IConfigurationSection)?.Path;

    private string? Value => (section as IConfigurationSection)?.Value;

    private T? Parse<T>(Parser<T> parser, string expected)
        where T : struct
    {
        if (section.GetChildren().Any())
        {
            mistakes.Add($"The configuration key '{Path}' must be {expected}, not a section.");
        }
        else if (Text() is { } text)
        {
            if (parser(text, out var value))
            {
                return value;
            }

            mistakes.Add($"The configuration key '{Path}' must be {expected}, not '{text}'.");
        }

        return null;
    }
}

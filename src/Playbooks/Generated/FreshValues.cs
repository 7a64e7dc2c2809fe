using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Playbooks.Generated;

/// <summary>Evaluates the built-in dates and fresh values of one run: each once, so that the same placeholder means the same everywhere in the run.</summary>
/// <param name="now">The start of the run, in the time zone of the run.</param>
/// <param name="seed">Determines the random values. Two runs with equal seeds have equal ones.</param>
internal sealed class FreshValues(DateTimeOffset now, string seed)
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyz0123456789";

    private readonly Lock gate = new();
    private readonly List<NamedValue> used = [];

    /// <summary>Gets the seed of the random values.</summary>
    public string Seed { get; } = seed;

    /// <summary>Gets the values that were used, each named as its placeholder.</summary>
    public IReadOnlyList<NamedValue> Used
    {
        get
        {
            lock (gate)
            {
                return [.. used];
            }
        }
    }

    /// <summary>Creates a seed that no other run has.</summary>
    public static string NewSeed() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));

    /// <summary>Returns the value of a placeholder.</summary>
    /// <param name="placeholder">The content of its braces, such as <c>today+3d:dd.MM.yyyy</c>.</param>
    /// <exception cref="PlaybookException">The placeholder is invalid.</exception>
    public string Get(string placeholder)
    {
        lock (gate)
        {
            if (used.Find(value => value.Name == placeholder) is { } known)
            {
                return known.Text;
            }

            var value = FreshValue.Parse(placeholder, out var problem) ?? throw new PlaybookException(ErrorCode.SetupFailed, problem!);
            var text = Evaluate(value, placeholder);
            used.Add(new(placeholder, text));
            return text;
        }
    }

    private string Evaluate(FreshValue value, string placeholder)
    {
        switch (value.Name)
        {
            case FreshValue.Today:
                return DateOnly.FromDateTime(Move(value).Date).ToString(value.Format ?? "yyyy-MM-dd", CultureInfo.InvariantCulture);
            case FreshValue.Now:
                return Move(value).ToString(value.Format ?? "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
            case FreshValue.Uuid:
                var bytes = Hash(placeholder)[..16];

                // Version 4 and its variant, as of any random UUID.
                bytes[6] = (byte)((bytes[6] & 0x0f) | 0x40);
                bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
                return new Guid(bytes, bigEndian: true).ToString();
            default:
                return string.Concat(Hash(placeholder).Take(value.Length).Select(static number => Letters[number % Letters.Length]));
        }
    }

    private DateTimeOffset Move(FreshValue value) => value.Unit switch
    {
        'y' => now.AddYears(value.Amount),
        'M' => now.AddMonths(value.Amount),
        'w' => now.AddDays(7 * value.Amount),
        'h' => now.AddHours(value.Amount),
        'm' => now.AddMinutes(value.Amount),
        _ => now.AddDays(value.Amount),
    };

    // Independent of the order in which placeholders are bound.
    private byte[] Hash(string placeholder) => SHA512.HashData(Encoding.UTF8.GetBytes($"{Seed}\n{placeholder}"));
}

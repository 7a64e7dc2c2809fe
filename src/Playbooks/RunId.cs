using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Playbooks;

/// <summary>Identifies a run and its folder. The id is a safe file name on every operating system, and names that differ in more than case have different ids.</summary>
public readonly partial record struct RunId
{
    private const int LongestPrefix = 100;
    private const int HashDigits = 10;

    private readonly string? text;
    private readonly string? original;

    private RunId(string text, string original)
    {
        this.text = text;
        this.original = original;
    }

    /// <summary>Gets the safe form of the id.</summary>
    public string Text => text ?? throw new InvalidOperationException("Create a run id with RunId.New or RunId.From.");

    /// <summary>Gets the id that the caller passed. It equals <see cref="Text"/> if that id was safe.</summary>
    public string Original => original ?? Text;

    /// <summary>Creates a new id: a version 7 UUID with 32 lowercase hexadecimal digits, so that later runs sort after earlier ones.</summary>
    public static RunId New(TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        var fresh = Guid.CreateVersion7(time.GetUtcNow()).ToString("N");
        return new(fresh, fresh);
    }

    /// <summary>Creates an id from the caller's name for a run. A safe name is kept as it is; any other name is mapped to a safe one.</summary>
    public static RunId From(string original)
    {
        ArgumentNullException.ThrowIfNull(original);
        return new(IsSafe(original) ? original : MakeSafe(original), original);
    }

    /// <summary>Determines whether a string is a run id in its safe form, which is the only form accepted in URLs. <c>index.html</c>, a file in the output root, is not a run id, and neither is a name that starts with a dot.</summary>
    public static bool IsSafe(string candidate) =>
        SafeForm().IsMatch(candidate)
        && !candidate.Contains("..", StringComparison.Ordinal)
        && !candidate.EndsWith('.')
        && !DeviceName().IsMatch(candidate)
        && !candidate.Equals(RunFiles.Index, StringComparison.OrdinalIgnoreCase);

    /// <summary>Converts the caller's name for a run to an id; see <see cref="From"/>.</summary>
    public static implicit operator RunId(string original) => From(original);

    /// <summary>Determines whether two ids are equal. Case is ignored, as on case-insensitive file systems.</summary>
    public bool Equals(RunId other) => string.Equals(text, other.text, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override int GetHashCode() => text is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(text);

    /// <summary>Returns the safe form of the id.</summary>
    public override string ToString() => text ?? string.Empty;

    private static string MakeSafe(string original)
    {
        var kept = new StringBuilder(LongestPrefix);
        foreach (var character in original)
        {
            if (kept.Length == LongestPrefix)
            {
                break;
            }

            var safe = char.IsAsciiLetterOrDigit(character) || character is '_' or '-' || (character == '.' && kept.Length > 0 && kept[^1] != '.');
            // Some tools treat a name that starts with certain characters as an option or as a hidden file.
            kept.Append(safe && (kept.Length > 0 || char.IsAsciiLetterOrDigit(character)) ? character : '_');
        }

        // A name that starts with a replaced character gets a prefix, so that the result itself has the safe form.
        if (kept.Length == 0 || !char.IsAsciiLetterOrDigit(kept[0]))
        {
            kept.Insert(0, 'r');
            kept.Length = Math.Min(kept.Length, LongestPrefix);
        }

        var hash = SHA256.HashData(Bytes(original));
        var made = $"{kept}-{Convert.ToHexStringLower(hash)[..HashDigits]}";
        return IsSafe(made) ? made : $"r{made}";
    }

    // An unpaired surrogate cannot be encoded in UTF-8: two names that differ only in such characters would have the same hash.
    private static byte[] Bytes(string original) =>
        original.EnumerateRunes().Contains(Rune.ReplacementChar) ? MemoryMarshal.AsBytes(original.AsSpan()).ToArray() : Encoding.UTF8.GetBytes(original);

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._-]{0,127}\z", RegexOptions.CultureInvariant)]
    private static partial Regex SafeForm();

    // Windows opens the device regardless of what follows the first dot.
    [GeneratedRegex(@"\A(?:CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|COM[0-9]|LPT[0-9])(?:\.|\z)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DeviceName();
}

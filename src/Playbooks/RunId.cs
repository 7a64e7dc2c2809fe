using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Playbooks.Reports;

namespace Playbooks;

/// <summary>Names a run, and its folder: safe as a file name everywhere, and different for different originals.</summary>
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

    /// <summary>The safe form.</summary>
    public string Text => text ?? throw new InvalidOperationException("A run id is made with RunId.New or RunId.From.");

    /// <summary>What the caller said; the same as <see cref="Text"/> where that was safe.</summary>
    public string Original => original ?? Text;

    /// <summary>A fresh one: a UUID of version 7, 32 lower-case hex digits, so that later runs sort behind earlier ones.</summary>
    public static RunId New(TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        var fresh = Guid.CreateVersion7(time.GetUtcNow()).ToString("N");
        return new(fresh, fresh);
    }

    /// <summary>The caller's name for a run: as it is where it is safe, else turned into a safe one.</summary>
    public static RunId From(string original)
    {
        ArgumentNullException.ThrowIfNull(original);
        return new(IsSafe(original) ? original : MakeSafe(original), original);
    }

    /// <summary>Whether a text is a run id of the safe form, the only one that is taken from a URL. What the folder of all runs holds itself names no run; its other names begin with a dot.</summary>
    public static bool IsSafe(string candidate) =>
        SafeForm().IsMatch(candidate)
        && !candidate.Contains("..", StringComparison.Ordinal)
        && !candidate.EndsWith('.')
        && !DeviceName().IsMatch(candidate)
        && !candidate.Equals(RunIndex.PageFile, StringComparison.OrdinalIgnoreCase);

    /// <summary>The caller's name for a run; see <see cref="From"/>.</summary>
    public static implicit operator RunId(string original) => From(original);

    /// <summary>Compares as file systems do that know no case.</summary>
    public bool Equals(RunId other) => string.Equals(text, other.text, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override int GetHashCode() => text is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(text);

    /// <summary>The safe form.</summary>
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
            // The first character decides whether some tools take the name for an option or a hidden file.
            kept.Append(safe && (kept.Length > 0 || char.IsAsciiLetterOrDigit(character)) ? character : '_');
        }

        // A name that begins with a replacement is prefixed, so that the result has the safe form itself.
        if (kept.Length == 0 || !char.IsAsciiLetterOrDigit(kept[0]))
        {
            kept.Insert(0, 'r');
            kept.Length = Math.Min(kept.Length, LongestPrefix);
        }

        var hash = SHA256.HashData(Bytes(original));
        var made = $"{kept}-{Convert.ToHexStringLower(hash)[..HashDigits]}";
        return IsSafe(made) ? made : $"r{made}";
    }

    // Half a surrogate pair has no UTF-8: two names that differ in nothing else would get one hash.
    private static byte[] Bytes(string original) =>
        original.EnumerateRunes().Contains(Rune.ReplacementChar) ? MemoryMarshal.AsBytes(original.AsSpan()).ToArray() : Encoding.UTF8.GetBytes(original);

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._-]{0,127}\z", RegexOptions.CultureInvariant)]
    private static partial Regex SafeForm();

    // Windows opens the device whatever follows the first dot.
    [GeneratedRegex(@"\A(?:CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|COM[0-9]|LPT[0-9])(?:\.|\z)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DeviceName();
}

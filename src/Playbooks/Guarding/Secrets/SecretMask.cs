using System.Buffers;
using System.Text;

namespace Playbooks.Guarding.Secrets;

/// <summary>Masks the secrets of a run in all texts that leave it, in whatever encoding they appear.</summary>
internal sealed class SecretMask
{
    /// <summary>The replacement for a secret.</summary>
    public const string Stars = "***";

    private readonly Lock gate = new();
    private IReadOnlyList<string> known;
    private volatile SecretSearch search;

    /// <summary>Initializes a mask.</summary>
    /// <param name="secrets">The secrets. Empty ones are ignored.</param>
    public SecretMask(IEnumerable<string> secrets)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        known = [.. secrets];
        search = new(known);
    }

    /// <summary>Gets a mask without secrets.</summary>
    public static SecretMask None { get; } = new([]);

    /// <summary>Gets whether there are no secrets.</summary>
    internal bool HidesNothing => Search.IsEmpty;

    /// <summary>Gets the search for the secrets.</summary>
    internal SecretSearch Search => search;

    /// <summary>Adds secrets that become known during the run. They are masked from now on.</summary>
    public void Add(IEnumerable<string> secrets)
    {
        lock (gate)
        {
            string[] added = [.. secrets.Except(known)];
            if (added.Length > 0)
            {
                known = [.. known, .. added];
                search = new(known);
            }
        }
    }

    /// <summary>Returns the text with every secret replaced by <see cref="Stars"/>.</summary>
    /// <remarks>Apply the mask before a text is truncated: part of a secret is recognized only before an ellipsis (…).</remarks>
    public string Apply(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (HidesNothing || text.Length == 0)
        {
            return text;
        }

        var bytes = Encoding.UTF8.GetBytes(text);
        var found = search.Find(bytes);
        if (found.Count == 0)
        {
            return text;
        }

        var masked = new ArrayBufferWriter<byte>(bytes.Length);
        Write(bytes, found, masked);
        return Encoding.UTF8.GetString(masked.WrittenSpan);
    }

    /// <summary>Writes a text in which the found secrets are replaced by <see cref="Stars"/>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="found">The positions of the secrets, as returned by <see cref="SecretSearch.Find"/>.</param>
    /// <param name="masked">Receives the masked text.</param>
    internal static void Write(ReadOnlySpan<byte> text, IReadOnlyList<Range> found, IBufferWriter<byte> masked)
    {
        var shown = 0;
        foreach (var part in found)
        {
            masked.Write(text[shown..part.Start.Value]);
            masked.Write("***"u8);
            shown = part.End.Value;
        }

        masked.Write(text[shown..]);
    }
}

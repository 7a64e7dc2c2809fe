using System.Buffers;
using System.Text;

namespace Playbooks.Guarding.Secrets;

/// <summary>Hides a run's secrets in texts that leave it, in whatever form they may have taken on the way.</summary>
public sealed class SecretMask
{
    /// <summary>What stands in a secret's place.</summary>
    public const string Stars = "***";

    /// <summary>Makes a mask.</summary>
    /// <param name="secrets">The secrets; empty ones are left out.</param>
    public SecretMask(IEnumerable<string> secrets)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        Search = new(secrets);
    }

    /// <summary>Hides nothing.</summary>
    public static SecretMask None { get; } = new([]);

    /// <summary>Whether there is no secret.</summary>
    internal bool HidesNothing => Search.IsEmpty;

    /// <summary>Finds the secrets.</summary>
    internal SecretSearch Search { get; }

    /// <summary>The text with <see cref="Stars"/> wherever a secret stood.</summary>
    /// <remarks>Apply it before a text is cut: half a secret is recognised only before an ellipsis (…).</remarks>
    public string Apply(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (HidesNothing || text.Length == 0)
        {
            return text;
        }

        var bytes = Encoding.UTF8.GetBytes(text);
        var found = Search.Find(bytes);
        if (found.Count == 0)
        {
            return text;
        }

        var masked = new ArrayBufferWriter<byte>(bytes.Length);
        Write(bytes, found, masked);
        return Encoding.UTF8.GetString(masked.WrittenSpan);
    }

    /// <summary>Writes a text with <see cref="Stars"/> where secrets were found.</summary>
    /// <param name="text">The text.</param>
    /// <param name="found">Where, as <see cref="SecretSearch.Find"/> tells.</param>
    /// <param name="masked">Takes it.</param>
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

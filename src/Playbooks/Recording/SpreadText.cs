using System.Buffers;
using System.Text;
using Playbooks.Guarding.Secrets;

namespace Playbooks.Recording;

/// <summary>A text in pieces, each from an element of its own, in which a secret can be split across several pieces.</summary>
internal sealed class SpreadText
{
    private readonly ArrayBufferWriter<byte> whole = new();
    private readonly List<int> ends = [];
    private readonly ArrayBufferWriter<byte> dense = new();
    private readonly List<(int End, int Piece)> denseEnds = [];

    /// <summary>Gets the number of pieces.</summary>
    public int Count => ends.Count;

    /// <summary>Adds a piece.</summary>
    public void Add(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        whole.Write(bytes);
        ends.Add(whole.WrittenCount);
        if (!string.IsNullOrWhiteSpace(text))
        {
            dense.Write(bytes);
            denseEnds.Add((dense.WrittenCount, ends.Count - 1));
        }
    }

    /// <summary>Returns the pieces that a secret touches, in order. The text is searched both with and without the whitespace between elements.</summary>
    public SortedSet<int> Touched(SecretSearch secrets)
    {
        var touched = new SortedSet<int>();
        Collect(secrets, whole, [.. ends.Select(static (end, piece) => (end, piece))], touched);
        Collect(secrets, dense, denseEnds, touched);
        return touched;
    }

    private static void Collect(SecretSearch secrets, ArrayBufferWriter<byte> text, List<(int End, int Piece)> ends, SortedSet<int> touched)
    {
        var at = 0;
        foreach (var part in secrets.Find(text.WrittenSpan))
        {
            while (ends[at].End <= part.Start.Value)
            {
                at++;
            }

            for (var next = at; next < ends.Count && (next == at || ends[next - 1].End < part.End.Value); next++)
            {
                touched.Add(ends[next].Piece);
            }
        }
    }
}

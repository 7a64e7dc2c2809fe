namespace Playbooks.Language.Rules.Flow;

/// <summary>An immutable set of small numbers.</summary>
internal readonly struct FactSet
{
    private const int BitsPerWord = 64;

    private readonly ulong[]? words;

    private FactSet(ulong[] words) => this.words = words;

    private ulong[] Words => words ?? [];

    public bool Contains(int fact) => fact / BitsPerWord < Words.Length && (Words[fact / BitsPerWord] & Bit(fact)) != 0;

    public FactSet With(int fact)
    {
        if (Contains(fact))
        {
            return this;
        }

        var grown = new ulong[Math.Max(Words.Length, (fact / BitsPerWord) + 1)];
        Words.CopyTo(grown, 0);
        grown[fact / BitsPerWord] |= Bit(fact);
        return new(grown);
    }

    public FactSet Union(FactSet other)
    {
        var (longer, shorter) = Words.Length >= other.Words.Length ? (Words, other.Words) : (other.Words, Words);
        var joined = (ulong[])longer.Clone();
        for (var i = 0; i < shorter.Length; i++)
        {
            joined[i] |= shorter[i];
        }

        return new(joined);
    }

    public FactSet Intersect(FactSet other)
    {
        var shared = new ulong[Math.Min(Words.Length, other.Words.Length)];
        for (var i = 0; i < shared.Length; i++)
        {
            shared[i] = Words[i] & other.Words[i];
        }

        return new(shared);
    }

    private static ulong Bit(int fact) => 1UL << (fact % BitsPerWord);
}

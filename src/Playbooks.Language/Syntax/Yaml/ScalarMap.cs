using System.Text;

namespace Playbooks.Language.Syntax.Yaml;

/// <summary>The place of each character of a scalar's value in the source.</summary>
internal sealed class ScalarMap
{
    private readonly int[]? starts;
    private readonly int[]? ends;
    private readonly int nodeStart;
    private readonly int nodeEnd;

    private ScalarMap(ScalarNode node, int[]? starts, int[]? ends)
    {
        nodeStart = node.Start;
        nodeEnd = node.End;
        this.starts = starts;
        this.ends = ends;
    }

    public static ScalarMap Create(string source, ScalarNode node)
    {
        var trail = new ScalarTrail();
        ScalarDecoder.Decode(source, node, trail);

        // The parser's value is the truth: where the second reading differs, no place inside is claimed.
        return trail.Text == node.Value ? new(node, trail.Starts, trail.Ends) : new(node, null, null);
    }

    /// <summary>Source offsets of a part of the value.</summary>
    public (int Start, int End) Locate(int start, int length)
    {
        if (starts is null || ends is null)
        {
            return (nodeStart, nodeEnd);
        }

        if (starts.Length == 0)
        {
            return (nodeStart, nodeEnd);
        }

        start = Math.Max(0, start);
        var last = Math.Min(start + length, starts.Length) - 1;
        if (start >= starts.Length)
        {
            return (ends[ends.Length - 1], ends[ends.Length - 1]);
        }

        return (starts[start], last < start ? starts[start] : ends[last]);
    }
}

/// <summary>Characters with the places they came from.</summary>
internal sealed class ScalarTrail
{
    private readonly StringBuilder text = new();
    private readonly List<int> starts = [];
    private readonly List<int> ends = [];

    public string Text => text.ToString();

    public int[] Starts => [.. starts];

    public int[] Ends => [.. ends];

    public int Count => text.Length;

    public void Add(char character, int start, int end)
    {
        text.Append(character);
        starts.Add(start);
        ends.Add(end);
    }

    /// <summary>Moves another trail's characters to the end of this one.</summary>
    public void Take(ScalarTrail other)
    {
        text.Append(other.text);
        starts.AddRange(other.starts);
        ends.AddRange(other.ends);
        other.Clear();
    }

    public void Clear()
    {
        text.Clear();
        starts.Clear();
        ends.Clear();
    }
}

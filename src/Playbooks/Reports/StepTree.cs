using System.Globalization;

namespace Playbooks.Reports;

/// <summary>A node of the tree of steps, which is built from the addresses of the steps.</summary>
/// <param name="Label">The last part of the address, in words.</param>
internal sealed record StepTree(string Label)
{
    private readonly List<StepTree> children = [];

    /// <summary>Gets the step, or null if the node is a group.</summary>
    public ReportedStep? Step { get; private set; }

    /// <summary>Gets the child nodes, in the order of the run.</summary>
    public IReadOnlyList<StepTree> Children => children;

    /// <summary>Creates the top-level nodes.</summary>
    public static IReadOnlyList<StepTree> Create(IEnumerable<ReportedStep> steps)
    {
        var root = new StepTree(string.Empty);
        var places = new Dictionary<string, StepTree>(StringComparer.Ordinal);
        foreach (var step in steps)
        {
            var place = root;
            for (var end = 0; end < step.Path.Length;)
            {
                var start = end == 0 ? 0 : end + 1;
                end = step.Path.IndexOf('.', start) is var dot and >= 0 ? dot : step.Path.Length;
                var address = step.Path[..end];
                if (!places.TryGetValue(address, out var next))
                {
                    places[address] = next = new StepTree(InWords(step.Path[start..end]));
                    place.children.Add(next);
                }

                place = next;
            }

            place.Step = step;
        }

        return root.children;
    }

    // "4[2]" is the third round of step 4.
    private static string InWords(string part)
    {
        var open = part.IndexOf('[', StringComparison.Ordinal);
        return open > 0 && part.EndsWith(']') && int.TryParse(part.AsSpan(open + 1, part.Length - open - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var round)
            ? string.Create(CultureInfo.InvariantCulture, $"{part[..open]}, round {round + 1L}")
            : part;
    }
}

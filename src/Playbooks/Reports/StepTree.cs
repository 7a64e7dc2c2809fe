using System.Globalization;

namespace Playbooks.Reports;

/// <summary>A node of the tree of steps, which is built from the addresses of the steps.</summary>
internal sealed class StepTree
{
    private const string Attempt = "attempt";

    private readonly List<StepTree> children = [];

    private StepTree(string label) => Label = label;

    /// <summary>Gets the last part of the address, in words.</summary>
    public string Label { get; }

    /// <summary>Gets the step, or null if the node is a group.</summary>
    public ReportedStep? Step { get; private set; }

    /// <summary>Gets the child nodes, in the order of the run.</summary>
    public IReadOnlyList<StepTree> Children => children;

    /// <summary>Creates the top-level nodes.</summary>
    /// <param name="steps">The steps, a block before the steps inside it.</param>
    /// <param name="actionOf">Returns the action of a step that has not ended, by its address, or null if it is unknown.</param>
    public static IReadOnlyList<StepTree> Create(IEnumerable<ReportedStep> steps, Func<string, string?>? actionOf = null)
    {
        var root = new StepTree(string.Empty);
        var places = new Dictionary<string, StepTree>(StringComparer.Ordinal);
        foreach (var step in steps)
        {
            var place = root;
            for (var end = 0; end < step.Path.Length;)
            {
                var start = end;
                end = EndOf(step.Path, end);
                var address = step.Path[..end];
                if (!places.TryGetValue(address, out var next))
                {
                    places[address] = next = new(InWords(step.Path[start..end], place.Step?.Last.Action ?? actionOf?.Invoke(step.Path[..start])));
                    place.children.Add(next);
                }

                place = next;
            }

            place.Step = step;
        }

        return root.children;
    }

    /// <summary>Returns the end of the part that starts at a position: a number, the name of a list, an iteration, or a step of a called playbook.</summary>
    private static int EndOf(string path, int start)
    {
        var end = path.IndexOfAny(['.', '[', '/'], start + 1);
        return end < 0 ? path.Length : end;
    }

    private static string InWords(string part, string? action)
    {
        if (part.StartsWith('[') && int.TryParse(part.AsSpan(1, part.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var iteration))
        {
            return string.Create(CultureInfo.InvariantCulture, $"{(action == Attempt ? "Attempt" : "Iteration")} {iteration + 1L}");
        }

        return part.TrimStart('.', '/');
    }
}

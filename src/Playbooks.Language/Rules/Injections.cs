using Playbooks.Language.Grammar;
using Playbooks.Language.Model;
using Playbooks.Language.Syntax.Yaml;

namespace Playbooks.Language.Rules;

/// <summary>What parameters put into the steps by <c>inject_into</c>; PB0503 where it leads nowhere.</summary>
internal sealed class Injections(Reading reading)
{
    private readonly Dictionary<YamlNode, Injection> byTarget = [];
    private readonly List<Injection> all = [];

    /// <summary>Follows a parameter's path through the steps.</summary>
    public void Add(ParameterModel parameter, Slot slot, YamlNode? steps)
    {
        if (slot.Text() is not { } scalar)
        {
            return;
        }

        var segments = scalar.Value.Split('.');
        if (segments.Length < 3 || segments[0] != PlaybookKeys.Steps.Name)
        {
            slot.Report(Rule.InvalidInjection, $"'{Values.Shorten(scalar.Value)}' does not point to a value in the steps. A path looks like steps.2.params.text, with zero-based indexes.");
            return;
        }

        var node = steps;
        for (var i = 1; i < segments.Length; i++)
        {
            var next = Step(node, segments[i]);
            if (next is null)
            {
                if (node is { Incomplete: false } || reading.IsComplete)
                {
                    slot.Report(Rule.InvalidInjection, Nowhere(segments, i, node));
                }

                return;
            }

            node = next;
        }

        if (byTarget.TryGetValue(node!, out var other))
        {
            slot.Report(Rule.InvalidInjection, $"The parameter '{other.Parameter.Name}' already replaces this value. Remove one of the two.");
            return;
        }

        var injection = new Injection(parameter, slot, node!);
        all.Add(injection);
        byTarget.Add(node!, injection);
    }

    /// <summary>Name of the parameter that is put into this text; null: none.</summary>
    public string? TakeText(ScalarNode target, bool shown)
    {
        if (byTarget.Count == 0 || !byTarget.TryGetValue(target, out var injection))
        {
            return null;
        }

        injection.Taken = true;
        if (shown && injection.Parameter.Secret)
        {
            injection.Slot.Report(Rule.SecretShown, $"'{injection.Parameter.Name}' is a secret, and would be shown there.");
        }

        return injection.Parameter.Name;
    }

    /// <summary>Name of the parameter of this type that is put into this value; null: none.</summary>
    public string? TakeValue(YamlNode target, Model.ValueType type)
    {
        if (byTarget.Count == 0 || !byTarget.TryGetValue(target, out var injection))
        {
            return null;
        }

        injection.Taken = true;
        if (injection.Parameter.Type == type)
        {
            return injection.Parameter.Name;
        }

        injection.Slot.Report(Rule.InvalidInjection, $"A parameter of type {Name(type)} is expected there, but '{injection.Parameter.Name}' is of type {Name(injection.Parameter.Type)}.");
        return null;
    }

    /// <summary>Reports the paths that led to something that no parameter can replace.</summary>
    public void ReportUntaken()
    {
        foreach (var injection in all)
        {
            if (!injection.Taken && !reading.IsUnjudged(injection.Target))
            {
                injection.Slot.Report(Rule.InvalidInjection, injection.Target is ScalarNode
                    ? "The path points to a value that no parameter can replace; a parameter can replace text, and numbers and Booleans in params."
                    : $"The path points to {injection.Target.Kind}, not to a value; extend the path to a value inside it.");
            }
        }
    }

    private static string Name(Model.ValueType type) => WordsOf<Model.ValueType>.Word(type);

    private static YamlNode? Step(YamlNode? node, string segment) => node switch
    {
        MappingNode mapping => mapping.Find(segment),
        SequenceNode sequence when CanonicalValue.IsWhole(segment) && int.TryParse(segment, out var index) && index >= 0 && index < sequence.Items.Count => sequence.Items[index],
        _ => null,
    };

    private string Nowhere(string[] segments, int at, YamlNode? node)
    {
        var before = string.Join(".", segments.Take(at));
        var segment = Values.Shorten(segments[at]);
        return node switch
        {
            SequenceNode sequence => $"'{segment}' is not a valid index: {before} has {sequence.Items.Count} item(s), and indexes are zero-based.",
            MappingNode mapping => $"There is no '{segment}' in {before}" + Values.DidYouMean(reading.Suggest(segment, mapping.Entries.Select(entry => (entry.Key as ScalarNode)?.Value ?? string.Empty))),
            _ => $"There is nothing under {before}, so '{segment}' points to nothing.",
        };
    }

    private sealed record Injection(ParameterModel Parameter, Slot Slot, YamlNode Target)
    {
        public bool Taken { get; set; }
    }
}

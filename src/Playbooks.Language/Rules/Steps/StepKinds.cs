using Playbooks.Language.Grammar;
using Playbooks.Language.Syntax.Yaml;

namespace Playbooks.Language.Rules.Steps;

/// <summary>The kinds of steps that a reading knows, one row each; nowhere else is there a list of them.</summary>
/// <param name="all">The kinds; a step that has no kind's key is of the first one, which then reports what is missing.</param>
internal sealed class StepKinds(params StepKind[] all)
{
    /// <summary>The kinds of the language.</summary>
    public static StepKinds Standard { get; } = new(new ActionStepKind(), new CodeStepKind(), new RunStepKind(), new WhenStepKind(), new ForEachStepKind(), new RepeatStepKind(), new AttemptStepKind());

    /// <summary>The keys under which steps hold lists of steps.</summary>
    public IReadOnlyCollection<string> ListKeys { get; } =
        [.. all.SelectMany(kind => kind.Mapping.Keys).Where(key => key.Kind == KeyKind.Steps).Select(key => key.Name).Distinct(StringComparer.Ordinal)];

    /// <summary>The kind of a step: by its key, else by what it resembles most.</summary>
    /// <param name="step">The item of the list.</param>
    public StepKind Find(YamlNode step) => step is MappingNode mapping
        ? all.FirstOrDefault(kind => mapping.Find(kind.Key.Name) is not null)
            ?? Resembled(mapping)
            ?? all.FirstOrDefault(kind => kind is not ActionStepKind && mapping.Entries.Exists(entry => entry.Key is ScalarNode key && kind.StandsFor(key.Value)))
            ?? all.FirstOrDefault(kind => kind.Mapping.Keys.Any(key => key.Kind == KeyKind.Steps && mapping.Find(key.Name) is not null))
            ?? all[0]
        : all[0];

    /// <summary>The kinds besides its own whose key a step has as well.</summary>
    public IReadOnlyList<StepKind> Others(StepKind own, MappingNode step) =>
        [.. all.Where(kind => kind != own && own.Mapping.Find(kind.Key.Name) is null && step.Find(kind.Key.Name) is not null)];

    private StepKind? Resembled(MappingNode step)
    {
        var names = all.Select(static kind => kind.Key.Name).ToList();
        var nearest = step.Entries.Select(entry => entry.Key is ScalarNode key ? NearestName.Find(key.Value, names) : null).FirstOrDefault(static name => name is not null);
        return all.FirstOrDefault(kind => kind.Key.Name == nearest);
    }
}

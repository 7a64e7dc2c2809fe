using Playbooks.Language.Grammar;
using Playbooks.Language.Syntax.Yaml;

namespace Playbooks.Language.Rules.Steps;

/// <summary>The kinds of steps that a reading knows, one row each; nowhere else is there a list of them.</summary>
/// <param name="all">The kinds; a step that has no kind's key is of the first one, which then reports what is missing.</param>
internal sealed class StepKinds(params StepKind[] all)
{
    /// <summary>The kinds of the language.</summary>
    public static StepKinds Standard { get; } = new(new ActionStepKind());

    /// <summary>The keys under which steps hold lists of steps.</summary>
    public IReadOnlyCollection<string> ListKeys { get; } =
        [.. all.SelectMany(kind => kind.Mapping.Keys).Where(key => key.Kind == KeyKind.Steps).Select(key => key.Name).Distinct(StringComparer.Ordinal)];

    /// <summary>The kind of a step.</summary>
    /// <param name="step">The item of the list.</param>
    public StepKind Find(YamlNode step) =>
        all.FirstOrDefault(kind => step is MappingNode mapping && mapping.Find(kind.Key.Name) is not null) ?? all[0];
}

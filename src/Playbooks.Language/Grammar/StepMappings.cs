namespace Playbooks.Language.Grammar;

/// <summary>What a step may be.</summary>
public static class StepMappings
{
    /// <summary>The keys of each kind of step, in the order in which people are shown them.</summary>
    public static IReadOnlyList<MappingDefinition> All { get; } = [StepKeys.Mapping, CodeKeys.Mapping, RunKeys.Mapping, WhenKeys.Mapping, ForEachKeys.Mapping, RepeatKeys.Mapping, AttemptKeys.Mapping];
}

using Playbooks.Language.Grammar;
using Playbooks.Language.Model;
using Playbooks.Language.Rules.Flow;
using Playbooks.Language.Syntax.Yaml;

namespace Playbooks.Language.Rules.Steps;

/// <summary>A kind of step: how it is recognized, what it declares and how it is read. <see cref="StepKinds"/> lists them.</summary>
internal abstract class StepKind
{
    /// <summary>The key by which a step of this kind is recognized.</summary>
    public abstract KeyDefinition Key { get; }

    /// <summary>The keys of a step of this kind.</summary>
    public abstract MappingDefinition Mapping { get; }

    /// <summary>Finds out what a step is and which names it declares; its texts are read later, when all names are known.</summary>
    public abstract void Declare(StepDraft step, StepRules steps);

    /// <summary>Reads what a step holds.</summary>
    /// <returns>The step; null: it cannot be typed.</returns>
    public abstract StepModel? Read(StepDraft step, StepTexts texts, StepRules steps);

    /// <summary>How a run moves through a step of this kind.</summary>
    public abstract FlowNode<StepDraft> Flow(StepDraft step);

    /// <summary>Says why a step inside may not have run after this step; null: it has run, or nothing is known.</summary>
    /// <param name="step">The step.</param>
    /// <param name="inside">The step directly inside it.</param>
    /// <param name="isInside">Whether the question comes from inside the step as well.</param>
    /// <returns>What follows <c>the value is stored</c>.</returns>
    public virtual string? WhySkipped(StepDraft step, StepDraft inside, bool isInside) => null;

    /// <summary>Says where an unknown key belongs.</summary>
    /// <returns>A sentence; null: the key is known nowhere.</returns>
    public virtual string? PlaceOf(Reading reading, MappingNode step, MappingEntry entry) =>
        StandsFor(((ScalarNode)entry.Key).Value) && step.Find(Key.Name) is null ? $"It belongs in '{Key}'. Write {Key}: {Key.Example}" : null;

    /// <summary>Whether an unknown key stands in place of <see cref="Key"/>, so that this one is not missing as well.</summary>
    /// <param name="unknown">The unknown key.</param>
    public virtual bool StandsFor(string unknown) => Key.Mapping?.Find(unknown) is not null;
}

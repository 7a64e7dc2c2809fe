using Playbooks.Language.Rules.Flow;

namespace Playbooks.Language.Rules.Steps;

/// <summary>What is needed to bind the texts of a step.</summary>
/// <param name="Reading">The file.</param>
/// <param name="Scope">The names of the playbook.</param>
/// <param name="Injections">What parameters put into the steps.</param>
/// <param name="Step">The step.</param>
/// <param name="Stored">Which values are stored where.</param>
internal sealed record StepTexts(Reading Reading, NameScope Scope, Injections Injections, StepDraft Step, FlowFacts<StepDraft> Stored)
{
    /// <summary>Binds the step's texts.</summary>
    public TextBinder Binder { get; } = new(Reading, Scope, Injections, new(Step, Stored));

    /// <summary>The same for another step.</summary>
    public StepTexts For(StepDraft step) => new(Reading, Scope, Injections, step, Stored);
}

/// <summary>A step as the place of a text: a value can be used there if it is stored on every path before.</summary>
internal sealed record TextPlace(StepDraft Step, FlowFacts<StepDraft> Stored)
{
    /// <summary>The step's running number.</summary>
    public int Number => Step.Number;

    /// <summary>Whether a value is stored whenever a run comes here.</summary>
    public bool IsStored(string name) => Stored.IsCertain(Step, name);
}

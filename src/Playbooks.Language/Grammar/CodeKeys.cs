namespace Playbooks.Language.Grammar;

/// <summary>The keys of a step that a C# method of the playbook carries out.</summary>
public static class CodeKeys
{
    /// <summary><c>code</c>.</summary>
    public static KeyDefinition Code { get; } = new("code", KeyKind.Name, "The name of a C# method of the playbook, which the project implements: `pay_by_card` becomes `PayByCardAsync`.", "pay_by_card") { Required = true };

    /// <summary><c>with</c>.</summary>
    public static KeyDefinition With { get; } = new("with", KeyKind.Arguments, "The arguments of the method. Text that consists of a single placeholder keeps the type of the placeholder's value.", "{ card: visa }");

    /// <summary><c>as</c>.</summary>
    public static KeyDefinition As { get; } = new("as", KeyKind.Word, "The type of the value that the method returns, if it returns one.", "string") { Words = ParamKeys.As.Words };

    /// <summary>The mapping of the step.</summary>
    public static MappingDefinition Mapping { get; } = new(
        "code",
        "The step",
        Code,
        With,
        As,
        StepKeys.Id,
        StepKeys.Verify,
        StepKeys.Description,
        StepKeys.OnFailure,
        StepKeys.Retry,
        StepKeys.FailureMessage,
        StepKeys.StoreAs,
        StepKeys.Default,
        StepKeys.TimeoutMs,
        StepKeys.Optional);
}

using Playbooks.Language.Grammar;
using Playbooks.Language.Model;
using Playbooks.Language.Syntax.Text;
using Playbooks.Language.Syntax.Yaml;

namespace Playbooks.Language.Rules.Steps;

/// <summary>What every kind of step says beside what it does: its texts for people, and what happens when it fails.</summary>
internal sealed record StepPolicy(
    BoundText? Description, BoundText? FailureMessage, FailurePolicyModel? OnFailure, NumberModel? Attempts, NumberModel? RetryDelayMs, bool? RepeatAction)
{
    /// <summary>The step with this policy, and with the defaults where it says nothing.</summary>
    public ActingStepModel ApplyTo(ActingStepModel step) => step with
    {
        Description = Description,
        FailureMessage = FailureMessage,
        OnFailure = OnFailure ?? FailurePolicyModel.LlmRecover,
        Attempts = Attempts ?? (OnFailure == FailurePolicyModel.Abort ? new(RetryKeys.Attempts, 1) : NumberModel.Default(RetryKeys.Attempts)),
        RetryDelayMs = RetryDelayMs ?? NumberModel.Default(RetryKeys.DelayMs),
        RepeatAction = RepeatAction ?? false,
    };

    /// <summary>Reads it from a step's keys.</summary>
    public static StepPolicy Read(StepDraft draft, TextBinder binder)
    {
        var fields = draft.Fields;
        var description = fields[StepKeys.Description] is { } forPeople ? binder.Text(forPeople, shown: true) : null;
        var failure = fields[StepKeys.FailureMessage] is { } message ? binder.Text(message, TemplateKind.FailureMessage, shown: true) : null;
        var onFailure = fields[StepKeys.OnFailure] is { Muted: false } slot ? slot.Word<FailurePolicyModel>() : null;
        var (attempts, delay, repeat) = ReadRetry(fields, draft.Action, onFailure, binder);
        return new(description, failure, onFailure, attempts, delay, repeat);
    }

    private static (NumberModel? Attempts, NumberModel? Delay, bool? RepeatAction) ReadRetry(Fields fields, ActionDefinition? action, FailurePolicyModel? onFailure, TextBinder binder)
    {
        if (fields[StepKeys.Retry] is not { } slot)
        {
            return default;
        }

        if (onFailure == FailurePolicyModel.Abort)
        {
            slot.Report(Rule.NotApplicable, slot.KeySpan, "'retry' can only be used with an on_failure that retries: retry or llm_recover.");
            slot.Ignore();
            return default;
        }

        var retry = slot.Keys();
        var repeat = retry?[RetryKeys.RepeatAction];
        if (repeat is not null && action is not null && IsSafeToRepeat(action, fields))
        {
            repeat.Report(Rule.NotApplicable, repeat.KeySpan, $"'repeat_action' can only be used with an action that is not safe to repeat; {action.Name} is safe here, and is repeated anyway.");
        }

        return (binder.Number(retry?[RetryKeys.Attempts]), binder.Number(retry?[RetryKeys.DelayMs]), repeat?.Flag());
    }

    private static bool IsSafeToRepeat(ActionDefinition action, Fields fields)
    {
        // Params that were not read may have a key.
        var hasKey = fields[StepKeys.Params] is not { Muted: false, Value: MappingNode values } || values.Find(ParamKeys.Key.Name) is not null;
        return action.Facts.IsSafeToRepeat(fields.Has(StepKeys.Selector), hasKey, MethodOf(fields));
    }

    /// <summary>The method of the step's request as written; null: it says none. Empty where there is no request that could be read.</summary>
    private static string? MethodOf(Fields fields) => fields[StepKeys.Request] switch
    {
        { Muted: false, Value: MappingNode request } => request.Find(RequestKeys.Method.Name) is { } method ? (method as ScalarNode)?.Value ?? string.Empty : null,
        _ => string.Empty,
    };
}

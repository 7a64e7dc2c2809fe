using Playbooks.Language.Model;

namespace Playbooks.Language.Grammar;

/// <summary>The keys of a step.</summary>
public static class StepKeys
{
    /// <summary>The longest timeout, in milliseconds.</summary>
    internal const int LongestTimeoutMs = 600_000;

    /// <summary><c>id</c>.</summary>
    public static KeyDefinition Id { get; } = new("id", KeyKind.Name, "Gives the step a class of its own, which hooks refer to, and lets cases say where a run must fail.", "search");

    /// <summary><c>action</c>.</summary>
    public static KeyDefinition Action { get; } = new("action", KeyKind.Action, "What the step does: one of the actions below.", "click") { Required = true };

    /// <summary><c>selector</c>.</summary>
    public static KeyDefinition Selector { get; } = new("selector", KeyKind.SelectorChain, "The element to act on.", "\"#save\"") { Mapping = SelectorKeys.Mapping };

    /// <summary><c>params</c>.</summary>
    public static KeyDefinition Params { get; } = new("params", KeyKind.Params, "The action's own values.", "{ count: 2 }");

    /// <summary><c>prompt</c>.</summary>
    public static KeyDefinition Prompt { get; } = new("prompt", KeyKind.ShownText, "What the model is asked; required by `llm_extract`, and not accepted by other actions.", "Which order is the newest?");

    /// <summary><c>request</c>.</summary>
    public static KeyDefinition Request { get; } = new("request", KeyKind.Mapping, "The HTTP request; required by `api_request`, and not accepted by other actions.", "{ url: /api/invoices }") { Mapping = RequestKeys.Mapping };

    /// <summary><c>verify</c>.</summary>
    public static KeyDefinition Verify { get; } = new("verify", KeyKind.Mapping, "What must hold after the action.", "{ expect_text_on_page: Saved }") { Mapping = VerifyKeys.Mapping };

    /// <summary><c>description</c>.</summary>
    public static KeyDefinition Description { get; } = new("description", KeyKind.ShownText, "What the step does, for people.", "Cancel the order");

    /// <summary><c>on_failure</c>.</summary>
    public static KeyDefinition OnFailure { get; } = new("on_failure", KeyKind.Word, "What happens when an attempt fails.", "retry") { Words = WordsOf<FailurePolicyModel>.All, Default = "`llm_recover`" };

    /// <summary><c>retry</c>.</summary>
    public static KeyDefinition Retry { get; } = new("retry", KeyKind.Mapping, "How the step is attempted again; not with `on_failure: abort`.", "{ attempts: 3 }") { Mapping = RetryKeys.Mapping };

    /// <summary><c>failure_message</c>.</summary>
    public static KeyDefinition FailureMessage { get; } = new("failure_message", KeyKind.FailureMessage, "The error that people read when the step fails.", "The order could not be canceled") { Default = "the cause of the failure" };

    /// <summary><c>store_as</c>.</summary>
    public static KeyDefinition StoreAs { get; } = new("store_as", KeyKind.Name, "The name under which the action's output is stored.", "order_status");

    /// <summary><c>default</c>.</summary>
    public static KeyDefinition Default { get; } = new("default", KeyKind.Value, "The stored value if the step has not run; only with `store_as`. With a default, later steps can use the value even if not every path stores it.", "none");

    /// <summary><c>timeout_ms</c>.</summary>
    public static KeyDefinition TimeoutMs { get; } = new("timeout_ms", KeyKind.Number, "Milliseconds for one attempt.", "5000") { Minimum = 1, Maximum = LongestTimeoutMs, Default = "10000, `goto` 30000, `download` 30000" };

    /// <summary><c>optional</c>.</summary>
    public static KeyDefinition Optional { get; } = new("optional", KeyKind.Bool, "Whether the run continues if the step fails. The failure is then a warning in the result and the report. Not with `store_as`.", "true") { Default = "`false`" };

    /// <summary><c>dialog</c>.</summary>
    public static KeyDefinition Dialog { get; } = new("dialog", KeyKind.Mapping, "The alert, confirm dialog, or prompt that the action must cause, and how it is answered.", "{ accept: true, expect_text: Really delete? }") { Mapping = DialogKeys.Mapping };

    /// <summary><c>opens</c>.</summary>
    public static KeyDefinition Opens { get; } = new("opens", KeyKind.Name, "The name of the page that the action must open, in a window or tab. It becomes the current page.", "terms");

    /// <summary>The mapping of a step that acts.</summary>
    public static MappingDefinition Mapping { get; } = new(
        "step", "The step", Id, Action, Selector, Params, Prompt, Request, Verify, Description, OnFailure, Retry, FailureMessage, StoreAs, Default, TimeoutMs, Optional, Dialog, Opens);
}

/// <summary>The keys of <c>retry</c>.</summary>
public static class RetryKeys
{
    /// <summary><c>attempts</c>.</summary>
    public static KeyDefinition Attempts { get; } = new("attempts", KeyKind.Number, "The number of attempts, the first one included.", "3") { Minimum = 1, Maximum = 10, Default = "2" };

    /// <summary><c>delay_ms</c>.</summary>
    public static KeyDefinition DelayMs { get; } = new("delay_ms", KeyKind.Number, "Milliseconds between two attempts.", "500") { Minimum = 0, Maximum = 60_000, Default = "1000" };

    /// <summary><c>repeat_action</c>.</summary>
    public static KeyDefinition RepeatAction { get; } = new("repeat_action", KeyKind.Bool, "Whether an action that is not safe to repeat acts again; only with such an action.", "true") { Default = "`false`" };

    /// <summary>The mapping of <c>retry</c>.</summary>
    public static MappingDefinition Mapping { get; } = new("retry", "'retry'", Attempts, DelayMs, RepeatAction);
}

/// <summary>The keys of a selector with fallbacks.</summary>
public static class SelectorKeys
{
    /// <summary><c>primary</c>.</summary>
    public static KeyDefinition Primary { get; } = new("primary", KeyKind.Selector, "The selector that is used whenever it matches.", "\"#save\"") { Required = true };

    /// <summary><c>fallbacks</c>.</summary>
    public static KeyDefinition Fallbacks { get; } = new("fallbacks", KeyKind.Selectors, "The selectors that are used, in this order, if the ones before them do not match.", "['role=button[name=\"Save\"]']");

    /// <summary><c>description</c>.</summary>
    public static KeyDefinition Description { get; } = new("description", KeyKind.ShownText, "What is located, for people and for recovery.", "The Save button");

    /// <summary><c>frame</c>.</summary>
    public static KeyDefinition Frame { get; } = new("frame", KeyKind.Selectors, "The `<iframe>` that contains the element, or a list of nested ones, the outermost first.", "\"#payment\"");

    /// <summary>The mapping of a selector with fallbacks.</summary>
    public static MappingDefinition Mapping { get; } = new("selector", "The selector", Primary, Fallbacks, Description, Frame);

    /// <summary>The mapping of a selector of <c>verify</c>, which has no fallbacks.</summary>
    public static MappingDefinition FramedMapping { get; } = new("selector of verify", "The selector", Primary, Frame);
}

/// <summary>The keys of <c>dialog</c>.</summary>
public static class DialogKeys
{
    /// <summary><c>accept</c>.</summary>
    public static KeyDefinition Accept { get; } = new("accept", KeyKind.Bool, "Whether the dialog is accepted; otherwise it is dismissed.", "false") { Default = "`true`" };

    /// <summary><c>expect_text</c>.</summary>
    public static KeyDefinition ExpectedText { get; } = new("expect_text", KeyKind.Text, "Text that the dialog contains.", "Really delete?");

    /// <summary><c>answer</c>.</summary>
    public static KeyDefinition Answer { get; } = new("answer", KeyKind.Text, "The text that a prompt is answered with; only with `accept: true`.", "\"42\"");

    /// <summary>The mapping of <c>dialog</c>.</summary>
    public static MappingDefinition Mapping { get; } = new("dialog", "'dialog'", Accept, ExpectedText, Answer);
}

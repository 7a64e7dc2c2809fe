using System.ComponentModel;
using Playbooks.Steps.Support;

namespace Playbooks.Steps;

/// <summary>A step with values filled in. The class of a step with an id derives from the class of its action.</summary>
/// <param name="info">The description of the step as written.</param>
public abstract class Step(StepInfo info)
{
    /// <summary>Gets the description of the step as written. In a run, its address contains the iterations of the loops around the step.</summary>
    public StepInfo Info { get; private set; } = info;

    /// <summary>Gets the selectors of the element, or null if the step has none.</summary>
    public virtual SelectorChain? Selector => null;

    /// <summary>Gets the description of the step for people, or null.</summary>
    public string? Description { get; init; }

    /// <summary>Gets the error message for people. If null, the message is the cause in plain words.</summary>
    public string? FailureMessage { get; init; }

    /// <summary>Gets the dialog that the action must cause, or null.</summary>
    public DialogExpectation? Dialog { get; init; }

    /// <summary>Gets the name of the page that the action must open, which becomes the current page, or null.</summary>
    public string? Opens { get; init; }

    /// <summary>Gets the numbers that parameters and stored values provide. The step fails before its action if one is out of its range.</summary>
    public IReadOnlyList<BoundNumber> Numbers { get; init; } = [];

    /// <summary>Sets the description of the step with the limits that parameters and stored values provide.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public StepInfo BoundInfo
    {
        init => Info = value;
    }

    /// <summary>Gets the expectations after the action, or null if there are none.</summary>
    public StepVerification? Verify { get; init; }

    /// <summary>Gets a one-line summary of the action and its input, for logs and progress. Secrets are not masked yet.</summary>
    public virtual string InputSummary => Selector?.Primary ?? string.Empty;

    /// <summary>Gets the arguments of the action by the names of its params. Secrets are not masked yet. Null if a param is missing or has its default.</summary>
    internal virtual IEnumerable<(string Name, string? Text)> Inputs => [("selector", Selector?.Primary)];

    /// <summary>Gets what the language knows about the action, too.</summary>
    internal abstract ActionFacts Facts { get; }

    /// <summary>Gets whether performing the action twice has the same effect as performing it once. An action that is not safe to repeat is not repeated after it was performed.</summary>
    internal virtual bool IsSafeToRepeat => Facts.IsSafeToRepeat(hasSelector: Selector is not null, hasKey: false);

    /// <summary>Gets whether the action is intended to change what the page shows. A click is, and reading is not.</summary>
    internal virtual bool ChangesPage => Facts.ChangesPage;

    /// <summary>Gets whether the action fails unless the page is as expected, like reading an element or waiting for one.</summary>
    internal virtual bool ChecksPage => Facts.ChecksPage;

    /// <summary>Gets the action as a noun in a sentence, such as <c>click</c>.</summary>
    internal virtual string ActionNoun => Info.Action.Replace('_', ' ');

    /// <summary>Sets the description with the address in this run.</summary>
    internal void MoveTo(StepInfo located) => Info = located;

    /// <summary>Performs the action once. Throws on failure; the context records whether the action was performed nevertheless.</summary>
    internal abstract Task<object?> ActAsync(StepContext context);

    /// <summary>Gets whether a language model determines the output.</summary>
    internal virtual bool AsksModel => false;

    /// <summary>Parses the output of the step from a text, such as the answer of a language model.</summary>
    /// <exception cref="PlaybookException">The text is not valid for the type. The message quotes it.</exception>
    internal virtual object ParseValue(string text) => throw new InvalidOperationException($"The action {Info.Action} has no output.");

    /// <summary>Returns the texts of a language model's answer that the page must show.</summary>
    /// <exception cref="PlaybookException">The answer cannot be read.</exception>
    internal virtual IReadOnlyList<string> ShownTexts(string answer) => [answer.Trim()];

    /// <summary>Reads the output of the step from another element than its own, which a recovery agent has named.</summary>
    /// <exception cref="PlaybookException">The element was not found, or its text is not valid for the type.</exception>
    internal virtual async Task<object> ReadFromAsync(StepContext context, SelectorChain element) =>
        ParseValue(await new ElementReader(context, ExtractMode.Text, attribute: null).ReadAsync(element).ConfigureAwait(false));
}

/// <summary>A step that has an output.</summary>
/// <typeparam name="TOutput">The type of the output: string, int, decimal, bool, or <see cref="DateOnly"/>, a list, or a generated record.</typeparam>
/// <param name="info">The description of the step as written.</param>
public abstract class Step<TOutput>(StepInfo info) : Step(info)
    where TOutput : notnull
{
    internal sealed override async Task<object?> ActAsync(StepContext context) => await ReadAsync(context).ConfigureAwait(false);

    internal sealed override object ParseValue(string text) => Parse(text);

    /// <summary>Performs the action once and returns the output.</summary>
    internal abstract Task<TOutput> ReadAsync(StepContext context);

    /// <summary>Parses the output from a text, such as the answer of a language model.</summary>
    /// <exception cref="PlaybookException">The text is not valid for the type. The message quotes it.</exception>
    internal abstract TOutput Parse(string text);
}

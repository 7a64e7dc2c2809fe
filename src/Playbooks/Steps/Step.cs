namespace Playbooks.Steps;

/// <summary>A step with its texts bound to values. The class of a step that has an id derives from its action's class.</summary>
/// <param name="info">What is known of the step before its texts are bound.</param>
public abstract class Step(StepInfo info)
{
    /// <summary>What is known of the step before its texts are bound.</summary>
    public StepInfo Info { get; } = info;

    /// <summary>The elements it acts on; null: none.</summary>
    public virtual SelectorChain? Selector => null;

    /// <summary>For people; null: none.</summary>
    public string? Description { get; init; }

    /// <summary>What a person is told when it fails; null: the plain cause.</summary>
    public string? FailureMessage { get; init; }

    /// <summary>What must hold after the action; null: nothing is checked.</summary>
    public StepVerification? Verify { get; init; }

    /// <summary>What the step does with what, in one line for logs and progress, secrets not yet masked.</summary>
    public virtual string InputSummary => Selector?.Primary ?? string.Empty;

    /// <summary>What the action is given, by the names of its params, secrets not yet masked; null: not given, or as by default.</summary>
    internal virtual IEnumerable<(string Name, string? Text)> Inputs => [("selector", Selector?.Primary)];

    /// <summary>Whether acting twice does no more than acting once; an action that is not safe to repeat is not repeated once it was carried out.</summary>
    internal abstract bool IsSafeToRepeat { get; }

    /// <summary>Whether the action is there to change what the page shows, as clicking is and reading is not.</summary>
    internal virtual bool ChangesPage => false;

    /// <summary>The action as a noun in a sentence, such as <c>click</c>.</summary>
    internal virtual string ActionNoun => Info.Action.Replace('_', ' ');

    /// <summary>Acts on the page once. A failure is thrown; whether the action was carried out nevertheless, the context knows.</summary>
    internal abstract Task<object?> ActAsync(StepContext context);

    /// <summary>Reads the step's value from a text, as when a recovery agent supplies what the step is to store.</summary>
    /// <exception cref="PlaybookException">The text is no such value; it is quoted.</exception>
    internal virtual object ParseValue(string text) => throw new InvalidOperationException($"The action {Info.Action} has no output.");
}

/// <summary>A step that gives a value.</summary>
/// <typeparam name="TOutput">What it gives: text, int, decimal, bool or <see cref="DateOnly"/>.</typeparam>
/// <param name="info">What is known of the step before its texts are bound.</param>
public abstract class Step<TOutput>(StepInfo info) : Step(info)
    where TOutput : notnull
{
    internal sealed override async Task<object?> ActAsync(StepContext context) => await ReadAsync(context).ConfigureAwait(false);

    internal sealed override object ParseValue(string text) => Parse(text);

    /// <summary>Acts on the page once and gives the value.</summary>
    internal abstract Task<TOutput> ReadAsync(StepContext context);

    /// <summary>Reads a value from a text, as when a recovery agent supplies what the step promised to store.</summary>
    /// <exception cref="PlaybookException">The text is no such value; it is quoted.</exception>
    internal abstract TOutput Parse(string text);
}

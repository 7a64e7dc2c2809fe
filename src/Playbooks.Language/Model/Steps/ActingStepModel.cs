namespace Playbooks.Language.Model;

/// <summary>A step that does something itself: by an action, or by a C# method.</summary>
public abstract record ActingStepModel : StepModel
{
    /// <summary>The type of its output; null: it has none.</summary>
    public ValueType? Output { get; init; }

    /// <summary>What a list's items are; <see cref="ValueType.String"/> where <see cref="Output"/> is not a list.</summary>
    public ValueType OutputItem { get; init; }

    /// <summary>The stored value's name, an entry of <see cref="PlaybookModel.StoredValues"/>.</summary>
    public string? StoreAs { get; init; }

    /// <summary>Whether what was carried out, and is not safe to repeat, may be repeated all the same.</summary>
    public bool RepeatAction { get; init; }

    /// <summary>Whether the run goes on when the step fails.</summary>
    public bool Optional { get; init; }

    /// <summary>Milliseconds for one attempt: what is written, else the default.</summary>
    public NumberModel TimeoutMs { get; init; } = new(Grammar.StepKeys.TimeoutMs, 10_000);
}

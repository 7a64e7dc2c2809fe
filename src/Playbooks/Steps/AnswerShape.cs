namespace Playbooks.Steps;

/// <summary>Describes the record that <c>llm_extract</c> outputs. Created by generated code from the param <c>shape</c>.</summary>
/// <typeparam name="TOutput">The generated record.</typeparam>
/// <param name="fields">The fields, in the order of the YAML.</param>
/// <param name="create">Creates the record from the values of the fields, in the same order.</param>
public sealed class AnswerShape<TOutput>(IReadOnlyList<AnswerField> fields, Func<IReadOnlyList<object>, TOutput> create)
    where TOutput : notnull
{
    /// <summary>Gets the fields, in the order of the YAML.</summary>
    public IReadOnlyList<AnswerField> Fields { get; } = fields;

    internal TOutput Create(IReadOnlyList<object> values) => create(values);
}

/// <summary>A field of the record that <c>llm_extract</c> outputs.</summary>
/// <param name="Name">The name of the field in the YAML.</param>
/// <param name="Type">The type of the value.</param>
public sealed record AnswerField(string Name, ValueKind Type);

namespace Playbooks.Language.Model;

/// <summary>What a playbook is to its callers: nothing of how it does its work, and no places, so that an edit to a step leaves it equal.</summary>
/// <param name="Id">The id.</param>
/// <param name="ClassName">Name of the generated class.</param>
/// <param name="Parameters">The parameters, in their order.</param>
/// <param name="Outputs">The stored values, in the order of the steps; secrets are not passed on.</param>
/// <param name="Calls">The ids of the playbooks that it calls, without duplicates.</param>
public sealed record PlaybookSignature(
    string Id, string ClassName, EquatableArray<ParameterSignature> Parameters, EquatableArray<OutputSignature> Outputs, EquatableArray<string> Calls)
{
    /// <summary>Whether mistakes in the playbook hide some of its parameters or outputs.</summary>
    public bool MayMissNames { get; init; }

    /// <summary>Creates the signature of a playbook.</summary>
    public static PlaybookSignature From(PlaybookModel playbook) => new(
        playbook.Id,
        playbook.ClassName,
        playbook.Parameters.Select(ParameterSignature.From).ToEquatableArray(),
        playbook.StoredValues.Where(static stored => !stored.IsSecret).Select(static stored => new OutputSignature(stored.Name, stored.PropertyName, stored.Type) { ItemType = stored.ItemType, Shape = stored.Shape, From = stored.From, IsCertain = stored.IsCertain }).ToEquatableArray(),
        playbook.Calls.ToEquatableArray())
    {
        MayMissNames = playbook.MayMissNames,
    };
}

/// <summary>A parameter as callers see it.</summary>
/// <param name="Name">Its name in the YAML.</param>
/// <param name="PropertyName">Its C# property.</param>
/// <param name="Type">What its values are.</param>
/// <param name="ItemType">What a list's items are; <see cref="ValueType.String"/> where <paramref name="Type"/> is not a list.</param>
/// <param name="Required">Whether a value must be given.</param>
/// <param name="Secret">Whether the value is never shown anywhere.</param>
/// <param name="Choices">The only allowed values, canonical; empty: any.</param>
/// <param name="Pattern">A .NET regex that the whole text of a value must match; null: any.</param>
public sealed record ParameterSignature(
    string Name, string PropertyName, ValueType Type, ValueType ItemType, bool Required, bool Secret, EquatableArray<ChoiceModel> Choices, string? Pattern)
{
    /// <summary>The value that the caller may leave out; null: none.</summary>
    public ParameterValue? Default { get; init; }

    /// <summary>Creates the signature of a parameter.</summary>
    public static ParameterSignature From(ParameterModel parameter) => new(
        parameter.Name,
        parameter.PropertyName,
        parameter.Type,
        parameter.ItemType,
        parameter.Required,
        parameter.Secret,
        parameter.Choices,
        parameter.Pattern)
    {
        Default = parameter.Default,
    };
}

/// <summary>An output as callers see it.</summary>
/// <param name="Name">Its name in the YAML.</param>
/// <param name="PropertyName">Its C# property.</param>
/// <param name="Type">What it is.</param>
public sealed record OutputSignature(string Name, string PropertyName, ValueType Type)
{
    /// <summary>What a list's items are; <see cref="ValueType.String"/> where <see cref="Type"/> is not a list.</summary>
    public ValueType ItemType { get; init; }

    /// <summary>The record that it is; null: it is none.</summary>
    public ShapeModel? Shape { get; init; }

    /// <summary>Whether it is there in every run that has passed. One that is stored on some paths only may be missing.</summary>
    public bool IsCertain { get; init; } = true;

    /// <summary>The output of another playbook that it is; its type is then known only in the project. Null: it is the playbook's own.</summary>
    public CallOutput? From { get; init; }
}

using System.Text.Json.Serialization;

namespace Playbooks.Server.Catalog;

/// <summary>The response of <c>GET /playbooks</c>.</summary>
internal sealed record CatalogList(IReadOnlyList<CatalogPlaybook> Playbooks);

/// <summary>A playbook as clients and gateways see it, with everything that is needed to start it and to render its form.</summary>
internal sealed record CatalogPlaybook
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public string? Description { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    public IReadOnlyList<CatalogParameter> Parameters { get; init; } = [];

    /// <summary>Gets the outputs, in the order of the steps that store them.</summary>
    public IReadOnlyList<CatalogOutput> Outputs { get; init; } = [];

    /// <summary>Gets the names of the credentials that the login takes. Empty if the playbook does not log in.</summary>
    public IReadOnlyList<string> Credentials { get; init; } = [];

    /// <summary>Gets the number of steps.</summary>
    public int StepCount { get; init; }

    /// <summary>Gets the steps, in the order of the text.</summary>
    public IReadOnlyList<CatalogStep> Steps { get; init; } = [];

    public static CatalogPlaybook From(PlaybookInfo info) => new()
    {
        Id = info.Id,
        Name = info.Name,
        Description = info.Description,
        Tags = info.Tags,
        Parameters = [.. info.Parameters.Select(CatalogParameter.From)],
        Outputs = [.. info.Outputs.Select(CatalogOutput.From)],
        Credentials = info.AuthRequired == false ? [] : [.. info.Credentials.Select(static credential => credential.Name)],
        StepCount = info.Steps.Count,
        Steps = [.. info.Steps.Select(static step => new CatalogStep(step.Number, step.Path, step.Action, step.Description, step.Location.Line, step.Location.LastLine))],
    };
}

/// <summary>A step of a playbook as written.</summary>
/// <param name="Number">The number of the step, starting at 1.</param>
/// <param name="Path">The address of the step in the tree of steps.</param>
/// <param name="Action">The name of the action.</param>
/// <param name="Description">The author's description with placeholders, or null.</param>
/// <param name="Line">The first line of the step in the YAML.</param>
/// <param name="EndLine">The last line of the step in the YAML.</param>
internal sealed record CatalogStep(int Number, string Path, string Action, string? Description, int Line, int EndLine);

/// <summary>A parameter of a playbook.</summary>
internal sealed record CatalogParameter
{
    public required string Name { get; init; }

    /// <summary>Gets the type in the language: string, int, decimal, bool, date, selector_text, or list.</summary>
    public required string Type { get; init; }

    /// <summary>Gets the type of a list's items, or null if the parameter is not a list.</summary>
    public string? ItemType { get; init; }

    public string? Description { get; init; }

    public bool Required { get; init; }

    /// <summary>Gets the invariant text of the default, or null. The items of a list are separated by commas.</summary>
    public string? Default { get; init; }

    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Gets the .NET regular expression that must match the whole text, or null.</summary>
    public string? Pattern { get; init; }

    public bool Secret { get; init; }

    [JsonIgnore]
    public bool IsList => ItemType is not null;

    public static CatalogParameter From(ParameterInfo parameter) => new()
    {
        Name = parameter.Name,
        Type = TypeWords.Word(parameter.Type),
        ItemType = parameter.ItemType is { } item ? TypeWords.Word(item) : null,
        Description = parameter.Description,
        Required = parameter.Required,
        Default = parameter.Default,
        Choices = parameter.Choices,
        Pattern = parameter.Pattern,
        Secret = parameter.Secret,
    };
}

/// <summary>An output of a playbook.</summary>
/// <param name="Name">The name of the output.</param>
/// <param name="Type">The type in the language.</param>
/// <param name="ItemType">The type of a list's items, or null if the output is not a list.</param>
internal sealed record CatalogOutput(string Name, string Type, string? ItemType)
{
    public static CatalogOutput From(OutputInfo output) => new(output.Name, TypeWords.Word(output.Type), output.ItemType is { } item ? TypeWords.Word(item) : null);
}

/// <summary>The words of the language for types.</summary>
file static class TypeWords
{
    public static string Word(ParameterType type) => type switch
    {
        ParameterType.SelectorText => "selector_text",
        _ => type.ToString().ToLowerInvariant(),
    };
}

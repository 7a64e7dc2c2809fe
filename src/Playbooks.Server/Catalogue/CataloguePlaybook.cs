using System.Text.Json.Serialization;

namespace Playbooks.Server.Catalogue;

/// <summary>The answer of <c>GET /playbooks</c>.</summary>
internal sealed record CatalogueList(IReadOnlyList<CataloguePlaybook> Playbooks);

/// <summary>A playbook as clients and gateways know it: enough to start it, and to draw a form for it.</summary>
internal sealed record CataloguePlaybook
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public string? Description { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    public IReadOnlyList<CatalogueParameter> Parameters { get; init; } = [];

    /// <summary>How many steps it has.</summary>
    public int StepCount { get; init; }

    /// <summary>Its steps, in the order of the text.</summary>
    public IReadOnlyList<CatalogueStep> Steps { get; init; } = [];

    public static CataloguePlaybook Of(PlaybookInfo info) => new()
    {
        Id = info.Id,
        Name = info.Name,
        Description = info.Description,
        Tags = info.Tags,
        Parameters = [.. info.Parameters.Select(CatalogueParameter.Of)],
        StepCount = info.Steps.Count,
        Steps = [.. info.Steps.Select(static step => new CatalogueStep(step.Number, step.Path, step.Action, step.Description, step.Location.Line, step.Location.LastLine))],
    };
}

/// <summary>A step of a playbook, before it runs.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Path">Its address in the tree of steps.</param>
/// <param name="Action">Its action.</param>
/// <param name="Description">In the author's words, placeholders unbound; null: none.</param>
/// <param name="Line">Its first line in the YAML.</param>
/// <param name="EndLine">Its last line.</param>
internal sealed record CatalogueStep(int Number, string Path, string Action, string? Description, int Line, int EndLine);

/// <summary>A parameter of a playbook.</summary>
internal sealed record CatalogueParameter
{
    public required string Name { get; init; }

    /// <summary>The language's word: string, int, decimal, bool, date, selector_text, list.</summary>
    public required string Type { get; init; }

    /// <summary>The same of a list's items; null: it is no list.</summary>
    public string? ItemType { get; init; }

    public string? Description { get; init; }

    public bool Required { get; init; }

    /// <summary>The default's invariant text, a list's joined by commas; null: none.</summary>
    public string? Default { get; init; }

    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>A .NET regex that the whole text must match; null: any.</summary>
    public string? Pattern { get; init; }

    public bool Secret { get; init; }

    [JsonIgnore]
    public bool IsList => ItemType is not null;

    public static CatalogueParameter Of(ParameterInfo parameter) => new()
    {
        Name = parameter.Name,
        Type = Word(parameter.Type),
        ItemType = parameter.ItemType is { } item ? Word(item) : null,
        Description = parameter.Description,
        Required = parameter.Required,
        Default = parameter.Default,
        Choices = parameter.Choices,
        Pattern = parameter.Pattern,
        Secret = parameter.Secret,
    };

    private static string Word(ParameterType type) => type switch
    {
        ParameterType.SelectorText => "selector_text",
        _ => type.ToString().ToLowerInvariant(),
    };
}

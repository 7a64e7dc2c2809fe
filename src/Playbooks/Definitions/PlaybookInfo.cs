namespace Playbooks;

/// <summary>What a compiled playbook is: written by the generator, read by results, reports, recovery and hosts.</summary>
public sealed record PlaybookInfo
{
    /// <summary>Its id in the YAML.</summary>
    public required string Id { get; init; }

    /// <summary>Its name for people.</summary>
    public required string Name { get; init; }

    /// <summary>What it does, in the author's words.</summary>
    public string? Description { get; init; }

    /// <summary>Tags, by which tests are picked.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Whether a run must be logged in; null: only if credentials are supplied.</summary>
    public bool? AuthRequired { get; init; }

    /// <summary>The parameters, in the YAML's order.</summary>
    public IReadOnlyList<ParameterInfo> Parameters { get; init; } = [];

    /// <summary>Names of the parameters that stand in its base URL before the path, and so decide which server a run visits; empty: the author wrote scheme, host and port.</summary>
    public IReadOnlyList<string> BaseUrlParameters { get; init; } = [];

    /// <summary>What its steps store.</summary>
    public IReadOnlyList<OutputInfo> Outputs { get; init; } = [];

    /// <summary>The limits of a run.</summary>
    public Guardrails Guardrails { get; init; } = new();

    /// <summary>The file it was compiled from.</summary>
    public required PlaybookSource Source { get; init; }

    /// <summary>The secrets that the playbook's cases give, as values and as its file writes them: hidden in the evidence of every run, because each keeps the file.</summary>
    public IReadOnlyList<Secret> CaseSecrets { get; init; } = [];

    /// <summary>The steps, in their order.</summary>
    public required IReadOnlyList<StepInfo> Steps { get; init; }
}

/// <summary>A parameter of a playbook.</summary>
public sealed record ParameterInfo
{
    /// <summary>Its name in the YAML.</summary>
    public required string Name { get; init; }

    /// <summary>What its values are.</summary>
    public ParameterType Type { get; init; }

    /// <summary>What a list's items are; null where it is no list.</summary>
    public ParameterType? ItemType { get; init; }

    /// <summary>For people.</summary>
    public string? Description { get; init; }

    /// <summary>Whether a value must be given.</summary>
    public bool Required { get; init; }

    /// <summary>The default's invariant text, a list's joined by commas; null: none.</summary>
    public string? Default { get; init; }

    /// <summary>The only allowed values, as invariant texts; empty: any.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>A .NET regex that a value's whole text must match; null: any.</summary>
    public string? Pattern { get; init; }

    /// <summary>Whether its value is never shown.</summary>
    public bool Secret { get; init; }
}

/// <summary>A value that a playbook stores.</summary>
public sealed record OutputInfo
{
    /// <summary>Its name in the YAML.</summary>
    public required string Name { get; init; }

    /// <summary>What it is.</summary>
    public ParameterType Type { get; init; }
}

/// <summary>What a value is.</summary>
public enum ParameterType
{
    /// <summary>Text.</summary>
    String,

    /// <summary>A whole number.</summary>
    Int,

    /// <summary>A decimal number.</summary>
    Decimal,

    /// <summary>True or false.</summary>
    Bool,

    /// <summary>A date.</summary>
    Date,

    /// <summary>Text that is escaped where it lands unquoted in a selector.</summary>
    SelectorText,

    /// <summary>A list of one of the others.</summary>
    List,
}

/// <summary>The YAML file that a playbook was compiled from.</summary>
/// <param name="Path">The file's path, as the compiler saw it (mapped, in deterministic builds).</param>
/// <param name="ReadText">Gives the file's text as it was compiled.</param>
public sealed record PlaybookSource(string Path, Func<string> ReadText);

/// <summary>A place in a playbook's file; lines and columns count from 1.</summary>
/// <param name="Line">Line of the first character.</param>
/// <param name="Column">Column of the first character.</param>
/// <param name="EndLine">Line just after the last character.</param>
/// <param name="EndColumn">Column just after the last character.</param>
public readonly record struct SourceLocation(int Line, int Column, int EndLine, int EndColumn)
{
    /// <summary>The last line that holds any of it; it ends just after its last character, which may be the beginning of the line below.</summary>
    internal int LastLine => Math.Max(Line, EndColumn <= 1 ? EndLine - 1 : EndLine);
}

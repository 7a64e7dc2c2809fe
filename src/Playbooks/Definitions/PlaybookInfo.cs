using System.Text;

namespace Playbooks;

/// <summary>Describes a compiled playbook. Written by the generator, and read by results, reports, recovery, and hosts.</summary>
public sealed record PlaybookInfo
{
    /// <summary>Gets the id of the playbook in the YAML.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the display name of the playbook.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the author's description of the playbook, or null.</summary>
    public string? Description { get; init; }

    /// <summary>Gets the tags by which tests are selected.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Gets whether a run must be logged in. If null, a run must be logged in only if credentials are supplied.</summary>
    public bool? AuthRequired { get; init; }

    /// <summary>Gets the credentials that the login takes: <c>username</c> and <c>password</c>, or the parameters of the playbook that logs in. Empty if the playbook does not log in, or takes them from its parameters.</summary>
    public IReadOnlyList<CredentialInfo> Credentials { get; init; } = [];

    /// <summary>Gets the values that a run reads from the session before its first step.</summary>
    public IReadOnlyList<CaptureInfo> Captures { get; init; } = [];

    /// <summary>Gets the parameters, in the order of the YAML.</summary>
    public IReadOnlyList<ParameterInfo> Parameters { get; init; } = [];

    /// <summary>Gets the names of the parameters in the base URL before its path, which determine the server that a run visits. Empty if the author wrote the scheme, host, and port.</summary>
    public IReadOnlyList<string> BaseUrlParameters { get; init; } = [];

    /// <summary>Gets the outputs that the steps store.</summary>
    public IReadOnlyList<OutputInfo> Outputs { get; init; } = [];

    /// <summary>Gets the scanner that checks accessibility for <c>expect_accessible</c>, or null if no step uses <c>expect_accessible</c>.</summary>
    public IAccessibilityScanner? Accessibility { get; init; }

    /// <summary>Gets the limits of a run.</summary>
    public Guardrails Guardrails { get; init; } = new();

    /// <summary>Gets the file that the playbook was compiled from.</summary>
    public required PlaybookSource Source { get; init; }

    /// <summary>Gets the secrets in the playbook's cases, both as values and as written in their files. They are masked in the evidence of every run, because every run stores the file.</summary>
    public IReadOnlyList<Secret> CaseSecrets { get; init; } = [];

    /// <summary>Gets the steps, in order.</summary>
    public required IReadOnlyList<StepInfo> Steps { get; init; }

    /// <summary>Gets whether there are steps that run at the end whatever happens before.</summary>
    internal bool HasFinally => Steps.Any(static step => step.Path.StartsWith("finally.", StringComparison.Ordinal));
}

/// <summary>Describes a parameter of a playbook.</summary>
public sealed record ParameterInfo
{
    /// <summary>Gets the name of the parameter in the YAML.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the type of the parameter.</summary>
    public ParameterType Type { get; init; }

    /// <summary>Gets the type of a list's items, or null if the parameter is not a list.</summary>
    public ParameterType? ItemType { get; init; }

    /// <summary>Gets the author's description of the parameter, or null.</summary>
    public string? Description { get; init; }

    /// <summary>Gets whether a value is required.</summary>
    public bool Required { get; init; }

    /// <summary>Gets the invariant text of the default, or null if there is none. The items of a list are separated by commas.</summary>
    public string? Default { get; init; }

    /// <summary>Gets the allowed values, as invariant strings. If empty, any value is allowed.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Gets the .NET regular expression that must match the whole text of a value, or null.</summary>
    public string? Pattern { get; init; }

    /// <summary>Gets whether the value is never shown.</summary>
    public bool Secret { get; init; }
}

/// <summary>Describes an output that a playbook stores.</summary>
public sealed record OutputInfo
{
    /// <summary>Gets the name of the output in the YAML.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the type of the output.</summary>
    public ParameterType Type { get; init; }

    /// <summary>Gets whether the value is never shown.</summary>
    public bool Secret { get; init; }

    /// <summary>Gets the type of a list's items, or null if the output is not a list.</summary>
    public ParameterType? ItemType { get; init; }

    /// <summary>Gets the value of the output if its step has not run, or null if there is none.</summary>
    public object? Default { get; init; }
}

/// <summary>Specifies the type of a value.</summary>
public enum ParameterType
{
    /// <summary>A string.</summary>
    String,

    /// <summary>A whole number.</summary>
    Int,

    /// <summary>A decimal number.</summary>
    Decimal,

    /// <summary>True or false.</summary>
    Bool,

    /// <summary>A date.</summary>
    Date,

    /// <summary>A string that is escaped where it is used unquoted in a selector.</summary>
    SelectorText,

    /// <summary>A list of values of another type.</summary>
    List,

    /// <summary>A record of named values, which only a step can output.</summary>
    Record,
}

/// <summary>A file that a playbook was compiled from: its YAML, or the CSV file of its cases.</summary>
/// <param name="Path">The path of the file as passed to the compiler (mapped in deterministic builds).</param>
/// <param name="ReadText">Returns the text of the file as it was compiled.</param>
public sealed record PlaybookSource(string Path, Func<string> ReadText)
{
    /// <summary>Initializes a file whose text is UTF-8, which is decoded when it is read.</summary>
    /// <param name="path">The path of the file as passed to the compiler (mapped in deterministic builds).</param>
    /// <param name="utf8Text">The text of the file as it was compiled.</param>
    public PlaybookSource(string path, ReadOnlySpan<byte> utf8Text)
        : this(path, Reader(utf8Text.ToArray()))
    {
    }

    private static Func<string> Reader(byte[] utf8Text) => () => Encoding.UTF8.GetString(utf8Text);
}

/// <summary>Represents a range in a playbook's file. Lines and columns start at 1.</summary>
/// <param name="Line">The line of the first character.</param>
/// <param name="Column">The column of the first character.</param>
/// <param name="EndLine">The line of the position after the last character.</param>
/// <param name="EndColumn">The column of the position after the last character.</param>
public readonly record struct SourceLocation(int Line, int Column, int EndLine, int EndColumn)
{
    /// <summary>Gets the last line that contains a character of the range. The end of the range can be the start of the following line.</summary>
    public int LastLine => Math.Max(Line, EndColumn <= 1 ? EndLine - 1 : EndLine);
}

namespace Playbooks.Language;

/// <summary>Findings that a file's comments switch off: <c># playbooks: disable PB0104</c>.</summary>
/// <param name="FileWide">Ids switched off for the whole file.</param>
/// <param name="Lines">Ids switched off on one line (zero-based).</param>
public sealed record Suppressions(EquatableArray<string> FileWide, EquatableArray<LineSuppression> Lines)
{
    /// <summary>Nothing is switched off.</summary>
    public static Suppressions None { get; } = new(default, default);

    /// <summary>What is switched off for the whole file, and therefore in other files that belong to it.</summary>
    public Suppressions WithoutLines => this with { Lines = default };

    /// <summary>Whether the file's comments switch this finding off.</summary>
    public bool Cover(Finding finding) =>
        FileWide.Contains(finding.Id) || Lines.Contains(new LineSuppression(finding.Span.StartLine, finding.Id));
}

/// <summary>An id switched off on one line (zero-based).</summary>
public readonly record struct LineSuppression(int Line, string Id);

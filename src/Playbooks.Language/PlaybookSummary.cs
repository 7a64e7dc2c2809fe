using Playbooks.Language.Syntax.Names;

namespace Playbooks.Language;

/// <summary>What other playbooks of a project need to know of one; it changes only when an id or a name changes its place.</summary>
/// <param name="Path">The file's path.</param>
/// <param name="Id">The id.</param>
/// <param name="IdSpan">Where the id stands.</param>
/// <param name="ClassName">Name of the generated class.</param>
/// <param name="Namespace">Namespace of the generated class; empty: none.</param>
/// <param name="TestClassName">Name of the generated test class; null: there is none.</param>
/// <param name="Suppressions">What the file switches off.</param>
public sealed record PlaybookSummary(
    string Path,
    string Id,
    SourceSpan IdSpan,
    string ClassName,
    string Namespace,
    string? TestClassName,
    Suppressions Suppressions)
{
    /// <summary>Whether the author wrote the id; one made of the file's name is held against nobody.</summary>
    public bool HasId { get; init; } = true;

    /// <summary>Sums a playbook up.</summary>
    /// <param name="file">The playbook.</param>
    /// <param name="ns">Its namespace in the project.</param>
    /// <param name="generatesTests">Whether the project generates test classes; a playbook without cases has none.</param>
    public static PlaybookSummary Of(PlaybookFile file, string ns, bool generatesTests) => new(
        file.Path,
        file.Model.Id,
        file.Model.IdSpan,
        file.Model.ClassName,
        ns,
        generatesTests && file.Model.Cases.Count > 0 ? CSharpNames.TestClassName(file.Model.ClassName) : null,
        file.Suppressions)
    {
        HasId = file.Model.HasId,
    };
}

/// <summary>A finding with the file that it lies in.</summary>
/// <param name="Path">The file's path.</param>
/// <param name="Finding">What was found there.</param>
public sealed record FileFinding(string Path, Finding Finding);

using Playbooks.Language.Model;
using Playbooks.Language.Syntax.Names;

namespace Playbooks.Language.Project;

/// <summary>The place of a playbook in a project. It changes only when the id, a name, or a place changes.</summary>
/// <param name="Path">The file's path.</param>
/// <param name="IdSpan">The place of the id.</param>
/// <param name="HasId">Whether the author wrote the id; one made of the file's name conflicts with no other.</param>
/// <param name="Namespace">Namespace of the generated class; empty: none.</param>
/// <param name="TestClassName">Name of the generated test class; null: there is none.</param>
/// <param name="Suppressions">What the file switches off.</param>
public sealed record PlaybookSummary(string Path, SourceSpan IdSpan, bool HasId, string Namespace, string? TestClassName, Suppressions Suppressions)
{
    /// <summary>Creates the summary of a playbook.</summary>
    /// <param name="file">The playbook.</param>
    /// <param name="ns">Its namespace in the project.</param>
    /// <param name="generatesTests">Whether the project generates test classes; a playbook without cases has none.</param>
    public static PlaybookSummary From(PlaybookFile file, string ns, bool generatesTests) => new(
        file.Path,
        file.Model.IdSpan,
        file.Model.HasId,
        ns,
        generatesTests && file.Model.Cases.Count > 0 ? CSharpNames.TestClassName(file.Model.ClassName) : null,
        file.Suppressions);
}

/// <summary>A playbook as the others of its project see it.</summary>
/// <param name="Signature">What it is to its callers.</param>
/// <param name="Summary">Its place in the project.</param>
public sealed record ProjectPlaybook(PlaybookSignature Signature, PlaybookSummary Summary)
{
    /// <summary>The file's path.</summary>
    public string Path => Summary.Path;

    /// <summary>The id.</summary>
    public string Id => Signature.Id;

    /// <summary>Name of the generated class.</summary>
    public string ClassName => Signature.ClassName;

    /// <summary>Namespace of the generated class; empty: none.</summary>
    public string Namespace => Summary.Namespace;

    /// <summary>Name of the generated test class; null: there is none.</summary>
    public string? TestClassName => Summary.TestClassName;
}

namespace Playbooks.Generators.Pipeline;

/// <summary>The location of a playbook in the project, and what follows from that.</summary>
/// <param name="Path">Its path, as the compiler has it.</param>
/// <param name="Namespace">The namespace of its types; empty: the global one.</param>
/// <param name="HintName">What its generated files are named after, unique in the project.</param>
/// <param name="ShownPath">Its path as debuggers and stack traces shall see it.</param>
/// <param name="Tests">The framework whose tests its cases become.</param>
/// <param name="ScansAccessibility">Whether its project references the package that checks accessibility.</param>
internal sealed record PlaybookPlace(string Path, string Namespace, string HintName, string ShownPath, TestFramework Tests, bool ScansAccessibility)
{
    /// <summary>The file's name without its folder.</summary>
    public string FileName => PlaybookPath.Slashed(Path).Substring(PlaybookPath.Slashed(Path).LastIndexOf('/') + 1);

    /// <summary>Whether its cases become tests.</summary>
    public bool MakesTests => Tests != TestFramework.None;

    /// <summary>A type of the playbook's namespace, written so that nothing can hide it.</summary>
    public string Qualify(string typeName) => "global::" + (Namespace.Length > 0 ? Namespace + "." : string.Empty) + typeName;
}

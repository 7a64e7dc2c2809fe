using System.Text.RegularExpressions;
using Playbooks.Cli.LanguageServer.Documents;
using Playbooks.Cli.LanguageServer.Protocol;
using Playbooks.Language.Syntax.Names;

namespace Playbooks.Cli.LanguageServer.Features;

/// <summary>Finds and renames names: within a playbook, and between a playbook and those that call it.</summary>
/// <param name="workspace">The other playbooks of the project.</param>
internal sealed partial class Navigation(Workspace workspace)
{
    /// <summary>Returns where the name at an offset is introduced: in a playbook, or for a C# method in C#.</summary>
    public IReadOnlyList<Location> Definitions(DocumentText document, int offset) =>
        Names.At(document, offset) is not { } use ? []
        : use.Thing.Kind == NameKind.Code ? [.. CodeMethods(document, use.Thing.Name)]
        : [.. Uses(workspace.CallableFrom(document.Path), use.Thing).Where(static one => one.Use.IsDefinition).Select(Locate)];

    /// <summary>Returns all places of the name at an offset.</summary>
    public IReadOnlyList<Location> References(DocumentText document, int offset) =>
        Names.At(document, offset) is { } use ? [.. Uses(document, use.Thing).Select(Locate)] : [];

    /// <summary>Returns the changes that give the name at an offset another one, everywhere.</summary>
    /// <returns>The changes, or null if there is no name that can be changed.</returns>
    /// <exception cref="CommandException">The new name is invalid, or already used.</exception>
    public WorkspaceEdit? Rename(DocumentText document, int offset, string newName)
    {
        if (Names.At(document, offset) is not { Thing.Kind: not NameKind.Code } use)
        {
            return null;
        }

        if (!ValidName().IsMatch(newName))
        {
            throw new CommandException($"'{newName}' is not a valid name: use lowercase letters, digits, and underscores, and start with a letter.");
        }

        var uses = Uses(document, use.Thing).ToList();
        if (!uses.Exists(static one => one.Use.IsDefinition))
        {
            return null;
        }

        if (newName != use.Thing.Name && Uses(document, use.Thing with { Name = newName }).Any(static one => one.Use.IsDefinition))
        {
            throw new CommandException($"The name '{newName}' is already used.");
        }

        return new(uses.GroupBy(static one => one.Document.Path).ToDictionary(
            file => workspace.UriOf(file.Key),
            IReadOnlyList<DocumentEdit> (file) => [.. file.Select(one => new DocumentEdit(one.Document.RangeOf(one.Use.Start, one.Use.End), newName))]));
    }

    private IEnumerable<(DocumentText Document, NameUse Use)> Uses(DocumentText document, NamedThing thing) => Uses(workspace.ProjectOf(document.Path), thing);

    private static IEnumerable<(DocumentText Document, NameUse Use)> Uses(IEnumerable<DocumentText> documents, NamedThing thing) =>
        from one in documents
        from use in Names.Find(one)
        where use.Thing == thing
        select (one, use);

    private Location Locate((DocumentText Document, NameUse Use) place) => new(workspace.UriOf(place.Document.Path), place.Document.RangeOf(place.Use.Start, place.Use.End));

    private static IEnumerable<Location> CodeMethods(DocumentText document, string code)
    {
        var method = CSharpNames.CodeMethodName(code) + "(";
        foreach (var path in Directory.EnumerateFiles(Path.GetDirectoryName(document.Path)!, "*.cs").Order(StringComparer.Ordinal))
        {
            var text = new DocumentText(path, File.ReadAllText(path));
            if (text.Text.IndexOf(method, StringComparison.Ordinal) is var at and >= 0)
            {
                yield return new(new Uri(path).AbsoluteUri, text.RangeOf(at, at + method.Length - 1));
            }
        }
    }

    [GeneratedRegex("^[a-z][a-z0-9_]*$")]
    private static partial Regex ValidName();
}

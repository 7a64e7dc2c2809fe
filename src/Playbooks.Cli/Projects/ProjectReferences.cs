using System.Xml;
using System.Xml.Linq;

namespace Playbooks.Cli.Projects;

/// <summary>Finds the projects that a project references, in its file, which is not evaluated.</summary>
internal static class ProjectReferences
{
    /// <summary>Returns the projects that a project references, directly or through others, as a build does. A project follows those that it references itself.</summary>
    public static IReadOnlyList<ProjectFolder> Find(ProjectFolder project)
    {
        var found = new List<ProjectFolder>();
        if (project.ProjectFile is { } file)
        {
            Add(file, found, [file]);
        }

        return found;
    }

    private static void Add(string projectFile, List<ProjectFolder> found, HashSet<string> seen)
    {
        foreach (var referenced in Written(projectFile).Where(seen.Add))
        {
            Add(referenced, found, seen);
            found.Add(new(Path.GetDirectoryName(referenced)!, referenced));
        }
    }

    // A path with a property that only a build knows is left to the build.
    private static IEnumerable<string> Written(string projectFile) =>
        from reference in Load(projectFile).Descendants("ProjectReference")
        where !string.Equals((string?)reference.Attribute("ReferenceOutputAssembly") ?? (string?)reference.Element("ReferenceOutputAssembly"), "false", StringComparison.OrdinalIgnoreCase)
        from written in ((string?)reference.Attribute("Include") ?? string.Empty).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        let path = written.Replace("$(MSBuildThisFileDirectory)", string.Empty, StringComparison.OrdinalIgnoreCase).Replace("$(MSBuildProjectDirectory)/", string.Empty, StringComparison.OrdinalIgnoreCase).Replace('\\', '/')
        where path.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase) && !path.Contains('$', StringComparison.Ordinal)
        let full = Path.GetFullPath(path, Path.GetDirectoryName(projectFile)!)
        where File.Exists(full)
        select full;

    private static XDocument Load(string projectFile)
    {
        try
        {
            return XDocument.Load(projectFile);
        }
        catch (XmlException)
        {
            // Only the build can say what is wrong with a project file.
            return new();
        }
    }
}

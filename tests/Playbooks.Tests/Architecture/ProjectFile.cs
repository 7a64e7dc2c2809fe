using System.Xml.Linq;

namespace Playbooks.Tests.Architecture;

/// <summary>What a project file says that the project knows.</summary>
/// <param name="Name">The project's name.</param>
/// <param name="ProjectReferences">Names of the projects whose code it is compiled against.</param>
/// <param name="Packages">Names of its packages.</param>
/// <param name="Friends">Names of the projects that see what is internal in it.</param>
internal sealed record ProjectFile(string Name, IReadOnlyList<string> ProjectReferences, IReadOnlyList<string> Packages, IReadOnlyList<string> Friends)
{
    public static ProjectFile Read(string path) => Parse(Path.GetFileNameWithoutExtension(path), File.ReadAllText(path));

    public static ProjectFile Parse(string name, string xml)
    {
        var project = XDocument.Parse(xml);
        return new(
            name,
            [.. Includes(project, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')))],
            [.. Includes(project, "PackageReference")],
            [.. Includes(project, "InternalsVisibleTo")]);
    }

    // What is only built, to be packed beside it, is not known: the compiler does not see it.
    private static IEnumerable<string> Includes(XDocument project, string item) =>
        from element in project.Descendants(item)
        where !string.Equals((string?)element.Attribute("ReferenceOutputAssembly"), "false", StringComparison.OrdinalIgnoreCase)
        let include = (string?)element.Attribute("Include")
        where include is not null
        select include;
}

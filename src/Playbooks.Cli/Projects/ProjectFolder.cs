using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Playbooks.Language;
using Playbooks.Language.Syntax.Names;

namespace Playbooks.Cli.Projects;

/// <summary>The folder of the project that a playbook belongs to, and what its project file says without being evaluated.</summary>
/// <param name="Folder">The full path of the folder.</param>
/// <param name="ProjectFile">The full path of the C# project file, or null if no folder above the playbook has one.</param>
internal sealed partial record ProjectFolder(string Folder, string? ProjectFile)
{
    private static readonly string[] SharedNames = ["Directory.Build.props", "Directory.Build.targets"];

    /// <summary>Gets the namespace of the folder's classes, which is empty without a project.</summary>
    public string RootNamespace { get; } = ProjectFile is null ? string.Empty : CSharpNames.Namespace(string.Empty, ReadRootNamespace(ProjectFile).Split('.', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>
    /// Gets whether its files can check accessibility: without a project, because the command line can, and otherwise if the project file, or
    /// a file that MSBuild imports into all projects, names the package for it.
    /// </summary>
    public bool ScansAccessibility => ProjectFile is null || SharedFiles(Folder).Prepend(ProjectFile).Any(static file => Package().IsMatch(File.ReadAllText(file)));

    /// <summary>Returns the project of a playbook, or its folder if there is none.</summary>
    /// <param name="playbook">The full path of the playbook.</param>
    public static ProjectFolder Around(string playbook)
    {
        var own = Path.GetDirectoryName(playbook)!;
        return Find(own) ?? new(own, null);
    }

    /// <summary>Finds the project of a folder: the nearest C# project in it or above.</summary>
    /// <param name="own">The full path of a folder with playbooks.</param>
    /// <returns>The project, or null if there is none.</returns>
    public static ProjectFolder? Find(string own)
    {
        for (string? folder = own; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (Directory.EnumerateFiles(folder, "*.csproj").Order(StringComparer.Ordinal).FirstOrDefault() is { } project)
            {
                return new(folder, project);
            }
        }

        return null;
    }

    /// <summary>Returns the full paths of the playbooks of the project. Without one, folders below are somebody else's.</summary>
    public IEnumerable<string> Playbooks() => ProjectFile is null ? PlaybookFiles.DirectlyIn(Folder).Where(PlaybookFiles.IsPlaybook) : PlaybookFiles.In(Folder);

    /// <summary>Returns the full paths of the files of cases of the project.</summary>
    public IEnumerable<string> CaseFiles() => ProjectFile is null ? PlaybookFiles.DirectlyIn(Folder).Where(CaseFile.IsCaseFile) : PlaybookFiles.CaseFilesIn(Folder);

    /// <summary>Returns the full paths of the C# files of the project.</summary>
    public IEnumerable<string> CSharpFiles() => ProjectFile is null ? PlaybookFiles.DirectlyIn(Folder).Where(PlaybookFiles.IsCSharp) : PlaybookFiles.CSharpIn(Folder);

    /// <summary>Returns the namespace of the classes in a file's folder.</summary>
    /// <param name="path">The full path of a file of the project.</param>
    public string NamespaceOf(string path)
    {
        var folders = Path.GetRelativePath(Folder, Path.GetDirectoryName(path)!).Split(Path.DirectorySeparatorChar);
        return ProjectFile is null ? string.Empty : CSharpNames.Namespace(RootNamespace, folders.Where(static folder => folder != "."));
    }

    [GeneratedRegex(@"Playbooks\.?Accessibility\b")]
    private static partial Regex Package();

    private static IEnumerable<string> SharedFiles(string own)
    {
        for (string? folder = own; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            foreach (var file in SharedNames.Select(name => Path.Combine(folder, name)).Where(File.Exists))
            {
                yield return file;
            }
        }
    }

    private static string ReadRootNamespace(string projectFile)
    {
        try
        {
            var written = XDocument.Load(projectFile).Descendants("RootNamespace").LastOrDefault()?.Value.Trim();
            return written is { Length: > 0 } && !written.Contains('$', StringComparison.Ordinal) ? written : Path.GetFileNameWithoutExtension(projectFile);
        }
        catch (XmlException)
        {
            // Only the build can say what is wrong with a project file.
            return Path.GetFileNameWithoutExtension(projectFile);
        }
    }
}

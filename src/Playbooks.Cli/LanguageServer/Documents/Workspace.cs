using Playbooks.Cli.Projects;
using Playbooks.Language;
using Playbooks.Language.Project;

namespace Playbooks.Cli.LanguageServer.Documents;

/// <summary>The open documents, and the other files of their projects on the disk. Safe for concurrent use.</summary>
internal sealed class Workspace
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, OpenDocument> open = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (DateTime Changed, DocumentText Document)> read = new(StringComparer.Ordinal);

    /// <summary>Gets the documents that are open.</summary>
    public IReadOnlyList<OpenDocument> Open
    {
        get
        {
            lock (gate)
            {
                return [.. open.Values];
            }
        }
    }

    /// <summary>Takes the text of a document that was opened or changed. An older version than the known one is ignored.</summary>
    public void Set(string uri, int version, string text)
    {
        var path = PathOf(uri);
        lock (gate)
        {
            if (!open.TryGetValue(path, out var known) || known.Version <= version)
            {
                open[path] = new(uri, version, new(path, text));
            }
        }
    }

    /// <summary>Forgets the text of a document that was closed: from now on, the file counts.</summary>
    public void Close(string uri)
    {
        lock (gate)
        {
            open.Remove(PathOf(uri));
        }
    }

    /// <summary>Returns an open document, or null.</summary>
    public OpenDocument? Find(string uri)
    {
        lock (gate)
        {
            return open.GetValueOrDefault(PathOf(uri));
        }
    }

    /// <summary>Returns the playbooks of the project that a document belongs to, open or not, the document included.</summary>
    public IReadOnlyList<DocumentText> ProjectOf(string path)
    {
        var folder = FolderOf(path);
        var paths = Directory.Exists(folder.Folder) ? folder.Playbooks().Append(path).Distinct(StringComparer.Ordinal) : [path];
        return [.. paths.Select(Load).OfType<DocumentText>().OrderBy(static document => document.Path, StringComparer.Ordinal)];
    }

    /// <summary>Returns the playbooks that a document can call: those of its project, followed by those of the projects that it references.</summary>
    public IReadOnlyList<DocumentText> CallableFrom(string path) =>
        [.. ProjectOf(path), .. ProjectReferences.Find(FolderOf(path)).SelectMany(static project => project.Playbooks()).Select(Load).OfType<DocumentText>()];

    /// <summary>Returns the findings of the playbooks of a document's project, as a build reports them.</summary>
    public IReadOnlyList<FileFinding> Check(string path, CancellationToken cancellationToken)
    {
        var folder = FolderOf(path);
        var caseFiles = Directory.Exists(folder.Folder) ? folder.CaseFiles().Select(CheckedProject.ReadCases).ToList() : [];
        var files = ProjectOf(path).Select(document => new ProjectFile(
            PlaybookReader.ReadLinked(document.Playbook, null, CheckedProject.Match(document.Playbook, caseFiles), cancellationToken),
            folder.NamespaceOf(document.Path)));
        return PlaybookProject.Check(files, new(folder.RootNamespace, GeneratesTests: true, CheckedProject.FileExists)
        {
            ScansAccessibility = folder.ScansAccessibility,
            Referenced = ReferencedPlaybooks.Read(folder, referenced => Load(referenced)?.Playbook),
        });
    }

    /// <summary>Returns the URI of a file, as its editor writes it if it is open.</summary>
    public string UriOf(string path)
    {
        lock (gate)
        {
            return open.TryGetValue(path, out var document) ? document.Uri : new Uri(path).AbsoluteUri;
        }
    }

    /// <summary>Returns the project that a file belongs to; without one, its folder.</summary>
    public static ProjectFolder FolderOf(string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        return Directory.Exists(folder) ? ProjectFolder.Find(folder) ?? new(folder, null) : new(folder, null);
    }

    // A document that was never saved has a URI of another scheme, and belongs to no folder.
    private static string PathOf(string uri) =>
        Uri.TryCreate(uri, UriKind.Absolute, out var parsed) && parsed.IsFile ? Path.GetFullPath(parsed.LocalPath) : Path.Combine(Path.GetTempPath(), Guid.Empty.ToString("N"), Uri.EscapeDataString(uri));

    private DocumentText? Load(string path)
    {
        lock (gate)
        {
            if (open.TryGetValue(path, out var document))
            {
                return document.Text;
            }

            try
            {
                var changed = File.GetLastWriteTimeUtc(path);
                if (!read.TryGetValue(path, out var known) || known.Changed != changed)
                {
                    known = (changed, new(path, PlaybookFiles.Read(path).Text));
                    read[path] = known;
                }

                return known.Document;
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                // The file was deleted in the meantime.
                return null;
            }
        }
    }
}

/// <summary>A document in an editor.</summary>
/// <param name="Uri">Its URI as the editor writes it.</param>
/// <param name="Version">The version of its text.</param>
/// <param name="Text">Its text.</param>
internal sealed record OpenDocument(string Uri, int Version, DocumentText Text);

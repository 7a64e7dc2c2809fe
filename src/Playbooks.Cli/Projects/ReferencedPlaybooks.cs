using Playbooks.Language;
using Playbooks.Language.Model;
using Playbooks.Language.Project;

namespace Playbooks.Cli.Projects;

/// <summary>The playbooks of referenced projects that a project can call. They are read from their sources, because the projects may not have been built.</summary>
internal static class ReferencedPlaybooks
{
    /// <summary>Reads the playbooks that a project can call in others.</summary>
    /// <param name="project">The project.</param>
    /// <param name="read">Reads the playbook in a file, or returns null if the file no longer exists.</param>
    public static EquatableArray<CallablePlaybook> Read(ProjectFolder project, Func<string, PlaybookFile?> read)
    {
        var all = new List<CallablePlaybook>();
        foreach (var referenced in ProjectReferences.Find(project))
        {
            var own = referenced.Playbooks().Order(StringComparer.Ordinal).Select(read).OfType<PlaybookFile>()
                .Select(static playbook => new CallablePlaybook(PlaybookSignature.From(playbook.Model), string.Empty))
                .ToList();

            // The types of outputs that come from calls are known inside of that project. What it calls is of no interest outside.
            var typed = KnownPlaybooks.Create(own.Concat(all)).All.Take(own.Count);
            all.AddRange(typed.Select(static playbook => playbook with { Signature = playbook.Signature with { Calls = default } }));
        }

        return all.ToEquatableArray();
    }
}

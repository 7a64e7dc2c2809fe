using Playbooks.Cli.Projects;

namespace Playbooks.Cli.Assistants;

/// <summary>The folder that an assistant works in. Its tools reach nothing outside of it.</summary>
/// <param name="terminal">The folder.</param>
internal sealed class AssistantProject(Terminal terminal)
{
    /// <summary>Returns the full path of a playbook of the project.</summary>
    /// <exception cref="CommandException">The path leads out of the project, or is not that of a playbook.</exception>
    public string PathOf(string path)
    {
        var full = terminal.FullPath(path);
        var isInside = terminal.Shown(full) != full;
        for (var folder = Path.GetDirectoryName(full); isInside && folder is not null && folder != terminal.Folder; folder = Path.GetDirectoryName(folder))
        {
            isInside = !PlaybookFiles.IsLink(folder);
        }

        return !isInside ? throw new CommandException($"The path '{path}' is outside the project. Use a path relative to the project.")
            : !PlaybookFiles.IsPlaybook(full) ? throw new CommandException($"The path '{path}' is not that of a playbook: it must end with .playbook.yaml.")
            : full;
    }
}

using System.CommandLine;
using Playbooks.Cli.Assistants;
using Playbooks.Cli.Findings;
using Playbooks.Cli.Projects;
using Playbooks.Cli.Running;
using Playbooks.Language;

namespace Playbooks.Cli.Commands;

/// <summary><c>serve</c>: the run service over the playbooks of a folder.</summary>
internal static class ServeCommand
{
    private const string DefaultUrl = "http://127.0.0.1:5080";

    /// <summary>Creates the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var paths = PathsArgument.CreateOptional("The playbooks to serve, and folders whose playbooks are served, along with the other playbooks of their projects. The default is the current folder.");
        var url = new Option<string>("--url") { Description = $"The URL that the service listens on. Port 0 selects any free port. The default is {DefaultUrl}.", DefaultValueFactory = _ => DefaultUrl };
        var baseUrl = BaseUrlOption.Create();
        var output = RunsFolder.CreateOption();
        var command = new DocumentedCommand(
            "serve",
            "Serves playbooks over HTTP and on a web page until you press Ctrl+C. The playbooks are compiled when the service starts.",
            new("Playbooks --base-url http://localhost:5000", $"Serves the playbooks in a folder at {DefaultUrl}."),
            new("--url http://127.0.0.1:8080 --out /var/playbook-runs", "Sets the address and the folder for runs."))
        {
            paths,
            url,
            baseUrl,
            output,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var projects = ProjectsOf(PlaybookFiles.Expand(parsed.GetRequiredValue(paths), terminal), cancellationToken);
            var errors = projects.SelectMany(static project => project.Findings).Where(static found => found.Finding.Rule.Severity == FindingSeverity.Error).ToList();
            if (errors.Count > 0)
            {
                errors.ForEach(error => terminal.Error.WriteLine(TextFindings.Line(error, terminal)));
                return ExitCodes.Usage;
            }

            var address = Address(parsed.GetRequiredValue(url));
            var assemblies = projects.Select(project => CompiledProject.Compile(project, cancellationToken)).ToList();
            await PlaybookService.RunAsync(
                assemblies,
                address,
                options =>
                {
                    options.OutputRoot = RunsFolder.Find(parsed.GetValue(output), terminal);
                    options.Run = options.Run with { BaseUrl = parsed.GetValue(baseUrl) ?? options.Run.BaseUrl };
                },
                started => terminal.Output.WriteLine($"Serving {Count(projects.Sum(static project => project.Playbooks.Count))} at {started}. Press Ctrl+C to stop."),
                terminal.Folder,
                AssistantServer.ExtensionOf(terminal),
                cancellationToken);
            return ExitCodes.Success;
        });
        return command;
    }

    // A project is compiled as a whole.
    private static List<CheckedProject> ProjectsOf(IReadOnlyList<string> playbooks, CancellationToken cancellationToken) =>
        [.. CheckedProject.Check(playbooks, cancellationToken).Select(project => project.Folder.ProjectFile is null ? project : CheckedProject.AllOf(project.Folder, cancellationToken))];

    private static string Count(int playbooks) => playbooks == 1 ? "1 playbook" : $"{playbooks} playbooks";

    private static string Address(string written) =>
        BaseUrlOption.IsHttp(written)
            ? written
            : throw new CommandException($"'{written}' is not a URL that the service can listen on. Write a URL such as {DefaultUrl}");
}

using System.ComponentModel;
using System.Text.Json.Nodes;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Playbooks.Cli.Formatting;
using Playbooks.Cli.Projects;
using Playbooks.Cli.Running;
using Playbooks.Server.Assistants;

namespace Playbooks.Cli.Assistants;

/// <summary>What a coding assistant can do: each method is a tool. Its description is all that an assistant knows about it.</summary>
/// <param name="terminal">The folder that the assistant works in. Nothing outside of it is written.</param>
internal sealed class AssistantTools(Terminal terminal)
{
    private readonly AssistantProject project = new(terminal);

    /// <summary>Lists the playbooks.</summary>
    [McpServerTool(Name = "list_playbooks", ReadOnly = true)]
    [Description("Lists the playbooks of the project: id, parameters, outputs, cases, and path. Call it first, to reuse playbooks with 'run' instead of repeating their steps.")]
    public string List(CancellationToken cancellationToken)
    {
        var projects = CheckedProject.Check(PlaybookFiles.In(terminal.Folder), cancellationToken);
        return JsonText.Write(new JsonArray([.. projects.SelectMany(static project => project.Playbooks).Select(playbook => PlaybookDescription.Describe(playbook, terminal))]));
    }

    /// <summary>Writes a playbook.</summary>
    [McpServerTool(Name = "write_playbook", Destructive = true, Idempotent = true)]
    [Description("Formats a playbook, and writes it to a file of the project, even if it has findings, which are returned like those of validate_playbook. Text that is not YAML is not written.")]
    public string Write(
        [Description("The path of the file, relative to the project. It ends with .playbook.yaml.")] string path,
        [Description("The whole text of the playbook.")] string text,
        CancellationToken cancellationToken)
    {
        var file = project.PathOf(path);
        var formatted = PlaybookFormatter.Format(text, out var problem);
        var answer = ValidationTool.Describe(file, formatted, cancellationToken);
        if (problem is null)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, formatted);
        }

        answer.Insert(0, "written", problem is null);
        return JsonText.Write(answer);
    }

    /// <summary>Runs a playbook.</summary>
    [McpServerTool(Name = "run_playbook")]
    [Description("Runs a playbook in a browser. Returns its outcome and outputs, and for a failed run the context of the error: what was expected and seen, and similar names on the page.")]
    public async Task<string> RunAsync(
        [Description("The path of the playbook, relative to the project.")] string path,
        [Description("The values of the playbook's parameters, by name, as text.")] Dictionary<string, string>? parameters = null,
        [Description("The URL that relative URLs resolve against, if not the playbook's own base_url.")] string? baseUrl = null,
        IProgress<ProgressNotificationValue>? progress = null,
        CancellationToken cancellationToken = default)
    {
        try
        {
            var playbook = LocalRun.Prepare(PlaybookFiles.Expand([project.PathOf(path)], terminal)[0], parameters ?? [], cancellationToken);
            var options = new RunOptions { BaseUrl = baseUrl, OutputRoot = RunsFolder.Find(null, terminal), Listeners = progress is null ? [] : [new StepProgress(progress)] };
            var result = await LocalRun.RunAsync(playbook, options, headed: false, static _ => { }, cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            return Describe(result.RunFolder);
        }
        catch (InvalidPlaybookException invalid)
        {
            throw new CommandException($"The playbook has errors, and cannot run:\n{string.Join('\n', invalid.Errors.Select(error => Findings.TextFindings.Line(error, terminal)))}");
        }
    }

    /// <summary>Reads a run.</summary>
    [McpServerTool(Name = "read_run", ReadOnly = true)]
    [Description("Returns how an earlier run ended, the context of its error, where its report and trace are, and its last screenshot.")]
    public IEnumerable<ContentBlock> ReadRun([Description("The id of the run.")] string run)
    {
        var folder = FolderOf(run);
        return [new TextContentBlock { Text = Describe(folder) }, .. EvidenceOf(folder).ReadLastScreenshot()];
    }

    /// <summary>Proposes to heal a playbook.</summary>
    [McpServerTool(Name = "propose_heal", ReadOnly = true)]
    [Description("Returns the change to a playbook's selectors that the recovery of a run suggests, as a diff. The playbook is not changed: write the new text with write_playbook.")]
    public string ProposeHeal([Description("The id of the run.")] string run) => EvidenceOf(FolderOf(run)).ReadHealProposal();

    private static RunEvidence EvidenceOf(string folder) => new(StoredRun.ReadStatus(folder), folder);

    private static string Describe(string folder) => EvidenceOf(folder).Describe(file => Path.Combine(folder, file));

    /// <exception cref="CommandException">There is no such run.</exception>
    private string FolderOf(string run)
    {
        var folder = Path.Combine(RunsFolder.Find(null, terminal), RunId.From(run).Text);
        return Directory.Exists(folder) ? folder : throw new CommandException($"There is no run '{run}' in {RunsFolder.Find(null, terminal)}.");
    }

    /// <summary>Reports each step that ends.</summary>
    private sealed class StepProgress(IProgress<ProgressNotificationValue> progress) : IStepListener
    {
        private int ended;
        private int total;

        /// <inheritdoc/>
        public void OnStepStarted(StepStarted started) => total = started.StepCount;

        /// <inheritdoc/>
        public void OnStepEnded(StepResult step) => progress.Report(new()
        {
            Progress = ++ended,
            Total = total,
            Message = $"{step.Description ?? step.Info.Action}: {step.Outcome.ToString().ToLowerInvariant()}",
        });
    }
}

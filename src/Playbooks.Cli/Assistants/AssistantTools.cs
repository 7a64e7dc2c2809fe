using System.ComponentModel;
using System.Text.Json.Nodes;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Playbooks.Cli.Formatting;
using Playbooks.Cli.LanguageServer.Documents;
using Playbooks.Cli.Projects;
using Playbooks.Cli.Running;
using Playbooks.Language;

namespace Playbooks.Cli.Assistants;

/// <summary>What a coding assistant can do: each method is a tool. Its description is all that an assistant knows about it.</summary>
/// <param name="terminal">The folder that the assistant works in. Nothing outside of it is written.</param>
internal sealed class AssistantTools(Terminal terminal)
{
    /// <summary>Lists the playbooks.</summary>
    [McpServerTool(Name = "list_playbooks", ReadOnly = true)]
    [Description("Lists the playbooks of the project: id, parameters, outputs, cases, and path. Call it first, to reuse playbooks with 'run' instead of repeating their steps.")]
    public string List(CancellationToken cancellationToken)
    {
        var projects = CheckedProject.Check(PlaybookFiles.In(terminal.Folder), cancellationToken);
        return JsonText.Write(new JsonArray([.. projects.SelectMany(static project => project.Playbooks).Select(playbook => PlaybookDescription.Describe(playbook, terminal))]));
    }

    /// <summary>Checks a text.</summary>
    [McpServerTool(Name = "validate_playbook", ReadOnly = true)]
    [Description("Checks the text of a playbook without writing it. Returns every finding with its line, the edits that fix it, and a right example. A playbook is right if there are no errors. The resource playbooks://language describes the language.")]
    public string Validate(
        [Description("The whole text of the playbook.")] string text,
        [Description("Where the playbook is, or will be, relative to the project, such as Playbooks/cancel_order.playbook.yaml.")] string path,
        CancellationToken cancellationToken) =>
        Describe(PathOf(path), text, cancellationToken).ToJsonString();

    /// <summary>Writes a playbook.</summary>
    [McpServerTool(Name = "write_playbook", Destructive = true, Idempotent = true)]
    [Description("Formats a playbook, and writes it to a file of the project, also if it has findings, which are returned as by validate_playbook. A text that is no YAML is not written.")]
    public string Write(
        [Description("The path of the file, relative to the project. It ends with .playbook.yaml.")] string path,
        [Description("The whole text of the playbook.")] string text,
        CancellationToken cancellationToken)
    {
        var file = PathOf(path);
        var formatted = PlaybookFormatter.Format(text, out var problem);
        var answer = Describe(file, formatted, cancellationToken);
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
    [Description("Runs a playbook in a browser. Returns its outcome and outputs, and for a failed run the context of the error: what was expected and seen, and the nearest names on the page.")]
    public async Task<string> RunAsync(
        [Description("The path of the playbook, relative to the project.")] string path,
        [Description("The values of its parameters, by name, as text.")] Dictionary<string, string>? parameters = null,
        [Description("What relative URLs resolve against, if not the playbook's own base_url.")] string? baseUrl = null,
        IProgress<ProgressNotificationValue>? progress = null,
        CancellationToken cancellationToken = default)
    {
        try
        {
            var playbook = LocalRun.Prepare(PlaybookFiles.Expand([PathOf(path)], terminal)[0], parameters ?? [], cancellationToken);
            var options = new RunOptions { BaseUrl = baseUrl, OutputRoot = RunsFolder.Find(null, terminal), Listeners = progress is null ? [] : [new StepProgress(progress)] };
            var result = await LocalRun.RunAsync(playbook, options, headed: false, static _ => { }, cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            return RunEvidence.Describe(result.RunFolder);
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
        var folder = Path.Combine(RunsFolder.Find(null, terminal), RunId.From(run).Text);
        if (!Directory.Exists(folder))
        {
            throw new CommandException($"There is no run '{run}' in {RunsFolder.Find(null, terminal)}.");
        }

        return [new TextContentBlock { Text = RunEvidence.Describe(folder) }, .. RunEvidence.LastScreenshot(folder)];
    }

    private static JsonObject Describe(string path, string text, CancellationToken cancellationToken)
    {
        var workspace = new Workspace();
        var document = new DocumentText(path, text);
        workspace.Set(new Uri(path).AbsoluteUri, 1, text);
        var findings = workspace.Check(path, cancellationToken).Where(found => found.Path == path).Select(static found => found.Finding).ToList();
        return new()
        {
            ["errors"] = findings.Count(static finding => finding.Rule.Severity == FindingSeverity.Error),
            ["findings"] = new JsonArray([.. findings.Select(finding => FindingAdvice.Describe(document, finding))]),
        };
    }

    /// <summary>Returns the full path of a playbook of the project.</summary>
    /// <exception cref="CommandException">The path leads out of the project, or is not that of a playbook.</exception>
    private string PathOf(string path)
    {
        var full = terminal.FullPath(path);
        var isInside = terminal.Shown(full) != full;
        for (var folder = Path.GetDirectoryName(full); isInside && folder is not null && folder != terminal.Folder; folder = Path.GetDirectoryName(folder))
        {
            isInside = !PlaybookFiles.IsLink(folder);
        }

        return !isInside ? throw new CommandException($"The path '{path}' leads out of the project. Use a path relative to the project.")
            : !PlaybookFiles.IsPlaybook(full) ? throw new CommandException($"The path '{path}' is not that of a playbook: it must end with .playbook.yaml.")
            : full;
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

namespace Playbooks.Cli.Tests.Commands;

/// <summary>Every command: its help, what it says to wrong arguments, and its exit codes.</summary>
public sealed class CommandTableTests
{
    /// <summary>Arguments, the exit code, a part of the output, and a part of the error output. A row without a part expects nothing there.</summary>
    public static TheoryData<string, int, string, string> Rows => new()
    {
        { "", 2, "", "Required command was not provided." },
        { "valdate .", 2, "", "Unknown command 'valdate'. Did you mean 'validate'?" },
        { "validate --fromat json .", 2, "", "Unknown option '--fromat'. Did you mean '--format'?" },
        { "--version", 0, ".", "" },

        { "validate", 2, "", "Required argument 'paths' missing" },
        { "validate good.playbook.yaml", 0, "", "1 playbook checked, no findings." },
        { "validate bad.playbook.yaml", 1, "bad.playbook.yaml(3,15): error PB0201: ", "1 playbook checked: 1 error." },
        { "validate bad.playbook.yaml --format github", 1, "::error file=bad.playbook.yaml,line=3,endLine=3,col=15,endColumn=19,title=PB0201%3A Unknown action::", "" },
        { "validate .", 1, "bad.playbook.yaml(3,15): error PB0201: ", "5 playbooks checked: 2 errors." },
        { "validate missing", 2, "", "The path 'missing' does not exist." },
        { "validate empty", 2, "", "The folder 'empty' contains no playbooks. The file name of a playbook ends with .playbook.yaml or .playbook.yml." },
        { "validate notes.txt", 2, "", "The file 'notes.txt' is not a playbook. The file name of a playbook ends with .playbook.yaml or .playbook.yml." },
        { "validate good.playbook.yaml --format xml", 2, "", "Argument 'xml' not recognized" },

        { "run", 2, "", "Required argument 'file' missing" },
        { "run bad.playbook.yaml", 2, "", "bad.playbook.yaml(3,15): error PB0201: " },
        { "run data.playbook.yaml", 0, "passed in ", "" },

        { "watch", 2, "", "Required argument 'paths' missing" },
        { "watch missing", 2, "", "The path 'missing' does not exist." },
        { "watch data.playbook.yaml -p who", 2, "", "The parameter 'who' has no value. Write it as -p name=value" },

        { "serve missing", 2, "", "The path 'missing' does not exist." },
        { "serve", 2, "", "bad.playbook.yaml(3,15): error PB0201: " },
        { "serve data.playbook.yaml --url 5080", 2, "", "'5080' is not a URL that the service can listen on. Write a URL such as http://127.0.0.1:5080" },
        { "serve data.playbook.yaml --url http://0.0.0.0:0", 2, "", "which other machines can reach, without a token." },

        { "merge-reports", 2, "", "Required argument 'paths' missing" },
        { "merge-reports missing", 2, "", "The folder 'missing' does not exist." },
        { "merge-reports empty", 2, "", "The folder 'empty' contains no runs." },

        { "explain", 2, "", "Required argument 'id' missing" },
        { "explain PB0101", 0, "# PB0101: Undefined placeholder in failure_message", "" },
        { "explain pb0101", 0, "docs/diagnostics/PB0101.md", "" },
        { "explain PB9999", 2, "", "There is no finding 'PB9999'. The ids range from PB0001 to PB0901" },

        { "list", 0, "good()", "" },
        { "list good.playbook.yaml --json", 0, "\"id\": \"good\"", "" },
        { "list missing", 2, "", "The path 'missing' does not exist." },

        { "format", 2, "", "Required argument 'paths' missing" },
        { "format good.playbook.yaml", 0, "", "All playbooks are formatted." },
        { "format good.playbook.yaml --check", 0, "", "All playbooks are formatted." },
        { "format wide.playbook.yaml --check", 2, "", "The path 'wide.playbook.yaml' does not exist." },
        { "format odd --check", 1, "odd/odd.playbook.yaml", "Run 'playbooks format' to format the listed playbooks." },
        { "format odd", 0, "odd/odd.playbook.yaml", "The listed playbooks were formatted." },
        { "format broken", 1, "broken/broken.playbook.yaml(1,6): error PB0001: ", "A playbook that cannot be read cannot be formatted." },

        { "schema", 0, "\"$schema\": \"http://json-schema.org/draft-07/schema#\"", "" },
        { "schema --out playbook.schema.json", 0, "", "" },
        { "schema --out missing/playbook.schema.json", 2, "", "Could not find a part of the path" },

        { "new", 2, "", "Required argument 'id' missing" },
        { "new first", 0, "Created first.playbook.yaml", "" },
        { "new good", 2, "", "The file 'good.playbook.yaml' already exists. Choose another id or folder." },
        { "new Not-An-Id", 2, "", "The playbook cannot be created: " },
        { "new first --url www.example.com", 2, "", "The playbook cannot be created: " },

        { "show", 2, "", "Required argument 'run' missing" },
        { "show missing", 2, "", "There is no run 'missing': neither a folder of that name, nor a run in " },
        { "show empty", 2, "", "empty" },

        { "docs", 0, "Open playbooks-docs/index.html", "" },
        { "docs --out empty", 2, "", "The folder 'empty' contains other files. Choose an empty folder, or one that an earlier 'playbooks docs' has written." },

        { "heal", 2, "", "Required argument 'run' missing" },
        { "heal missing", 2, "", "There is no run 'missing': neither a folder of that name, nor a run in " },
        { "heal empty", 1, "", "There is nothing to heal: the run has no heal.patch." },
        { "heal healed", 0, "+  - { action: wait_for, selector: { primary: '#b', fallbacks: ['#a'] } }", "apply it with: playbooks heal healed --apply" },
        { "heal healed --apply", 2, "", "There is no log of a run at " },
        { "heal healed --apply --playbook missing", 2, "", "does not exist. Specify its file with --playbook." },
        { "heal healed --apply --playbook good.playbook.yaml", 0, "Healed good.playbook.yaml.", "" },
        { "heal healed --apply --playbook bad.playbook.yaml", 1, "", "bad.playbook.yaml was not changed. bad.playbook.yaml has changed since the run, so the patch does not apply." },
        { "heal invalid --apply --playbook good.playbook.yaml", 1, "", "good.playbook.yaml was not changed. The changed playbook has a new finding: PB0301 " },

        { "doctor", 0, "ok       .NET SDK ", "" },
        { "lsp", 0, "", "" },
        { "mcp", 0, "", "" },
        { "install-browser", 0, "The browser starts. Its version is ", "" },
    };

    public static TheoryData<string> Names => [.. CommandNames];

    private static IEnumerable<string> CommandNames =>
        CommandLine.Create(new Terminal(TextWriter.Null, TextWriter.Null, Path.GetTempPath(), _ => null)).Subcommands.Select(command => command.Name);

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task A_command_ends_as_the_table_says(string arguments, int exitCode, string output, string error)
    {
        using var tool = Prepare();

        var result = await tool.RunAsync(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.True(exitCode == result.ExitCode, $"Exit code {result.ExitCode}\n{result.Output}\n{result.Error}");
        AssertPart(output, result.Output);
        AssertPart(error, result.Error);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_help_of_a_command_says_what_it_does_and_shows_examples(string name)
    {
        using var tool = new Tool();

        var result = await tool.RunAsync(name, "--help");

        Assert.Equal(0, result.ExitCode);
        Assert.StartsWith("Description:\n", result.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains($"Examples:\n  playbooks {name}", result.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Empty(result.Error);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_command_is_in_the_table_with_success_and_with_every_mistake_that_it_can_make(string name)
    {
        var own = Rows.Where(row => ((string)row[0]).Split(' ')[0] == name).ToList();

        Assert.Contains(own, row => (int)row[1] == 0 || name is "show" or "watch" or "serve" or "merge-reports");
        Assert.Contains(own, row => (int)row[1] != 0 || name is "doctor" or "install-browser" or "lsp" or "mcp");
    }

    [Fact]
    public async Task The_help_of_the_tool_lists_every_command()
    {
        using var tool = new Tool();

        var result = await tool.RunAsync("--help");

        Assert.All(CommandNames, name => Assert.Contains($"\n  {name} ", result.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_command_is_described_in_the_documentation(string name) =>
        Assert.Contains($"| `playbooks {name}", File.ReadAllText(RepositoryFolder.Of("docs", "cli.md")), StringComparison.Ordinal);

    private static Tool Prepare() => new Tool()
        .With("good.playbook.yaml", Tool.Good)
        .With("bad.playbook.yaml", Tool.Bad)
        .With("data.playbook.yaml", "id: data\nstart_url: \"data:text/html,<h1>a</h1>\"\nsteps:\n  - { action: wait_for, selector: h1 }\n")
        .With("notes.txt", "nothing")
        .With("empty/notes.txt", "nothing")
        .With("healed/heal.patch", Patch("{ primary: '#b', fallbacks: ['#a'] }"))
        .With("invalid/heal.patch", Patch("'#b['"))
        .With("odd/odd.playbook.yaml", "id:   odd\nsteps:\n- {action: wait_for,selector: '#a'}\n")
        .With("broken/broken.playbook.yaml", "id: [");

    private static string Patch(string selector) =>
        "--- a/good.playbook.yaml\n+++ b/good.playbook.yaml\n@@ -1,3 +1,3 @@\n id: good\n steps:\n-  - { action: wait_for, selector: \"#a\" }\n+  - { action: wait_for, selector: " + selector + " }\n";

    private static void AssertPart(string expected, string actual)
    {
        if (expected.Length == 0)
        {
            Assert.Equal(string.Empty, actual);
        }

        Assert.Contains(expected, actual, StringComparison.Ordinal);
    }
}

using System.Runtime.InteropServices;
using System.Text.Json.Nodes;

namespace Playbooks.Cli.Tests.Running;

public sealed class RunTests
{
    private const string Greet = """
        id: greet
        name: Greet somebody
        parameters:
          - { name: who }
          - { name: times, type: int, default: 1 }
        start_url: "data:text/html,<h1>Hello {who} {times}</h1>"
        steps:
          - { action: extract, description: "Read the greeting of {who}", selector: h1, store_as: greeting, failure_message: No greeting, on_failure: abort }
        """;

    [Fact]
    public async Task A_playbook_runs_with_its_parameters_and_shows_each_step_and_what_it_stored()
    {
        using var tool = new Tool().With("greet.playbook.yaml", Greet);

        var result = await tool.RunAsync("run", "greet.playbook.yaml", "-p", "who=Ada=1", "-p", "times=3", "--out", "runs");

        Assert.True(result.ExitCode == 0, result.Output + result.Error);
        Assert.StartsWith("Greet somebody, run ", result.Lines[0], StringComparison.Ordinal);
        Assert.StartsWith("  \u2713  1  Read the greeting of Ada=1  ", result.Lines[1], StringComparison.Ordinal);
        Assert.Matches("^passed in .*: greeting = Hello Ada=1 3$", result.Lines[2]);
        Assert.StartsWith("Report: runs/", result.Lines[3], StringComparison.Ordinal);

        var id = result.Lines[0].Split(' ')[^1];
        var shown = await tool.RunAsync("show", id, "--out", "runs");
        Assert.Equal(0, shown.ExitCode);
        Assert.Equal(["passed: Greet somebody", $"  report:         runs/{id}/report.html", $"  log:            runs/{id}/actions.jsonl"], shown.Lines);

        // A log that was damaged later is shown as what it is.
        var log = Path.Combine(tool.Folder, "runs", id, "actions.jsonl");
        var lines = await File.ReadAllLinesAsync(log);
        lines[1] = "damaged";
        await File.WriteAllLinesAsync(log, lines);
        Assert.Contains((await tool.RunAsync("show", id, "--out", "runs")).Lines, static line => line.StartsWith("  problem: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_failed_run_shows_its_report_and_exits_with_1()
    {
        using var tool = new Tool().With("greet.playbook.yaml", Greet.Replace("selector: h1", "selector: h2, timeout_ms: 300", StringComparison.Ordinal));

        var result = await tool.RunAsync("run", "greet.playbook.yaml", "-p", "who=Ada");

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("  \u2717  1  Read the greeting of Ada  ", result.Lines[1], StringComparison.Ordinal);
        Assert.Contains("Step 1 of 1 (Read the greeting of Ada): No greeting", result.Output, StringComparison.Ordinal);
        Assert.Contains("greet.playbook.yaml:8:5", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_json_of_a_run_is_its_status_and_nothing_else()
    {
        using var tool = new Tool().With("greet.playbook.yaml", Greet);

        var result = await tool.RunAsync("run", "greet.playbook.yaml", "-p", "who=Ada", "--json");

        var status = JsonNode.Parse(result.Output)!;
        Assert.Equal(("greet", "passed", "Hello Ada 1"), ((string)status["playbook"]!, (string)status["result"]!, (string)status["outputs"]!["greeting"]!));
        Assert.Empty(result.Error);
    }

    [Fact]
    public async Task A_run_with_the_seed_of_another_has_its_random_values()
    {
        using var tool = new Tool().With("fresh.playbook.yaml", """
            id: fresh
            start_url: "data:text/html,<h1>x</h1>"
            steps:
              - { action: extract, selector: h1, store_as: read, description: "Read {random:8}" }
            """);

        var one = await tool.RunAsync("run", "fresh.playbook.yaml", "--seed", "a1b2");
        var same = await tool.RunAsync("run", "fresh.playbook.yaml", "--seed", "a1b2");
        var other = await tool.RunAsync("run", "fresh.playbook.yaml");

        Assert.Equal(Value(one), Value(same));
        Assert.NotEqual(Value(one), Value(other));

        static string Value(ToolResult result) => result.Lines[1].Split("Read ")[1][..8];
    }

    [Fact]
    public async Task A_secret_parameter_comes_from_the_environment_and_is_not_shown()
    {
        using var tool = new Tool().With("secret.playbook.yaml", """
            id: secret
            parameters: [{ name: pin_of_the_test, secret: true }]
            start_url: "data:text/html,<input id=pin>"
            steps:
              - { action: key_press, selector: "#pin", params: { text: "{pin_of_the_test}" }, verify: { expect_value: { selector: "#pin", equals: "{pin_of_the_test}" } } }
            """);
        Environment.SetEnvironmentVariable("PLAYBOOKS_CREDENTIALS__PIN_OF_THE_TEST", "Xq7-9311");

        var result = await tool.RunAsync("run", "secret.playbook.yaml");

        Assert.True(result.ExitCode == 0, result.Output + result.Error);
        Assert.DoesNotContain("Xq7-9311", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_output_is_cut_and_its_length_is_named()
    {
        using var tool = new Tool().With("long.playbook.yaml", """
            id: long
            start_url: about:blank
            steps:
              - { action: evaluate, params: { script: "() => 'a'.repeat(5000)" }, store_as: text, verify: { expect_url_contains: blank } }
            """);

        var result = await tool.RunAsync("run", "long.playbook.yaml");

        Assert.True(result.ExitCode == 0, result.Output + result.Error);
        Assert.EndsWith("… (5002 characters)", result.Lines.Single(line => line.StartsWith("passed in ", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-p who=a -p who=b", "The parameter 'who' has two values. Write it once; the items of a list are separated by commas: -p who=1,2")]
    [InlineData("--out runs", "missing the required parameter 'who'. Write -p who=…")]
    [InlineData("-p who=a --base-url localhost", "'localhost' is not an absolute URL. Write it with http:// or https://, such as --base-url http://localhost:5000")]
    public async Task What_is_wrong_on_the_command_line_is_said_before_anything_runs(string arguments, string message)
    {
        using var tool = new Tool().With("greet.playbook.yaml", Greet);

        var result = await tool.RunAsync(["run", "greet.playbook.yaml", .. arguments.Split(' ')]);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_playbook_can_call_others_and_has_the_hooks_and_steps_in_C_sharp_beside_it()
    {
        using var tool = new Tool()
            .With("Shop.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><RootNamespace>Shop</RootNamespace></PropertyGroup></Project>")
            .With("Flows/greet.playbook.yaml", Greet)
            .With("all.playbook.yaml", "id: all\nsteps:\n  - run: greet\n    with: { who: Grace }\n    store: { greeting: first }\n  - { code: count_letters, with: { text: \"{first}\" }, as: int, store_as: letters }\n")
            .With("All.cs", """
                namespace Shop;

                public partial class All
                {
                    private async partial Task<int> CountLettersAsync(CountLettersArguments arguments, CodeContext context)
                    {
                        await context.Page.TitleAsync();
                        return arguments.Text.Length;
                    }
                }
                """)
            .With("Unrelated.cs", "this is no C#")
            .With("broken/broken.playbook.yaml", Tool.Bad);

        var result = await tool.RunAsync("run", "all.playbook.yaml");

        Assert.True(result.ExitCode == 0, result.Output + result.Error);
        Assert.Contains("letters = 13", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_playbook_of_a_referenced_project_is_compiled_and_called()
    {
        using var tool = Projects.Referencing();

        var result = await tool.RunAsync("run", "Tests/all.playbook.yaml", "--out", "runs");

        Assert.True(result.ExitCode == 0, result.Output + result.Error);
        Assert.Contains("first = 5", result.Output, StringComparison.Ordinal);
        Assert.Contains("second = Hello Grace", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bad.playbook.yaml", "bad.playbook.yaml(3,15): error PB0201: Unknown action 'clik'. Did you mean 'click'?")]
    [InlineData("calls.playbook.yaml", "bad.playbook.yaml(3,15): error PB0201: ")]
    [InlineData("greet.playbook.yaml", "who")]
    [InlineData("greet.playbook.yaml -p who", "The parameter 'who' has no value. Write it as -p name=value")]
    [InlineData("greet.playbook.yaml -p whom=Ada", "who")]
    [InlineData("greet.playbook.yaml -p who=Ada -p times=many", "times")]
    [InlineData("greet.playbook.yaml -p who=Ada --base-url nowhere", "nowhere")]
    [InlineData("code.playbook.yaml", "CS8795")]
    [InlineData(".", "'.' is a folder. Specify one playbook.")]
    public async Task What_cannot_run_is_refused_with_2_before_a_browser_starts(string arguments, string error)
    {
        using var tool = new Tool()
            .With("greet.playbook.yaml", Greet)
            .With("bad.playbook.yaml", Tool.Bad)
            .With("calls.playbook.yaml", "id: calls\nsteps:\n  - run: bad\n");
        if (arguments.StartsWith("code", StringComparison.Ordinal))
        {
            tool.With("code.playbook.yaml", "id: with_code\nsteps:\n  - code: nobody_wrote_this\n");
        }

        var result = await tool.RunAsync(["run", .. arguments.Split(' ')]);

        Assert.True(result.ExitCode == 2, result.Output + result.Error);
        Assert.Contains(error, result.Error, StringComparison.Ordinal);
        Assert.Empty(result.Output);
        Assert.False(Directory.Exists(tool.PathOf("playbook-runs")));
    }

    [Fact]
    public async Task A_person_can_pause_before_each_step()
    {
        using var tool = new Tool().With("greet.playbook.yaml", Greet);

        var result = await ToolProcess.RunAsync(tool.Folder, "run", "greet.playbook.yaml", "-p", "who=Ada", "--pause");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal("Next: Read the greeting of Ada. Press Enter. ", result.Error);
    }

    [Fact]
    public async Task Ctrl_C_stops_the_run_which_still_completes_its_evidence()
    {
        using var tool = new Tool().With("wait.playbook.yaml", """
            id: wait
            start_url: "data:text/html,<h1>Hello</h1>"
            steps:
              - { action: extract, selector: h1, store_as: heading }
              - { action: wait_for, selector: "#never", timeout_ms: 600000 }
            """);
        using var process = ToolProcess.Start(tool.Folder, "run", "wait.playbook.yaml");
        var lines = new List<string>();
        while (lines.Count < 2 && await process.StandardOutput.ReadLineAsync() is { } line)
        {
            lines.Add(line);
        }

        const int Interrupt = 2;
        Assert.Equal(0, Send(process.Id, Interrupt));
        lines.AddRange((await process.StandardOutput.ReadToEndAsync()).Split('\n'));
        await process.WaitForExitAsync();

        Assert.Equal(130, process.ExitCode);
        var status = JsonNode.Parse(await File.ReadAllTextAsync(Directory.EnumerateFiles(tool.PathOf("playbook-runs"), "status.json", SearchOption.AllDirectories).Single()))!;
        Assert.Equal("RUN_TERMINATED", (string)status["error"]!["code"]!);
        Assert.Contains(lines, line => line.StartsWith("Report:", StringComparison.Ordinal));
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Send(int process, int signal);
}

namespace Playbooks.Cli.Tests.Commands;

public sealed class ProcessTests
{
    [Fact]
    public async Task A_process_has_findings_on_its_output_a_summary_on_its_error_output_and_the_exit_code()
    {
        using var tool = new Tool().With("b\u00fcro.playbook.yaml", Tool.Bad);

        var result = await ToolProcess.RunAsync(tool.Folder, "validate", ".");

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("b\u00fcro.playbook.yaml(3,15): error PB0201: Unknown action 'clik'. Did you mean 'click'?", result.Output, StringComparison.Ordinal);
        Assert.Equal("1 playbook checked: 1 error.\n", result.Error);
    }

    [Fact]
    public async Task Shells_complete_commands_options_and_words()
    {
        using var tool = new Tool();

        Assert.Equal("validate\n", (await tool.RunAsync("[suggest:3]", "val")).Output);
        Assert.Contains("--format\n", (await tool.RunAsync("[suggest:11]", "validate --")).Output, StringComparison.Ordinal);
        Assert.Equal("github\njson\nsarif\ntext\n", (await tool.RunAsync("[suggest:18]", "validate --format ")).Output);
        Assert.Equal("PB0101\n", (await tool.RunAsync("[suggest:14]", "explain PB0101")).Output);
    }
}

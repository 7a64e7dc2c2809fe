namespace Playbooks.Cli.Tests.Commands;

public sealed class NewTests
{
    [Fact]
    public async Task A_new_playbook_has_no_findings_is_formatted_and_names_the_schema_of_its_project()
    {
        using var tool = new Tool().With("Shop.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\" />");

        var created = await tool.RunAsync("new", "first_look", "--folder", "Playbooks/Orders", "--url", "https://example.com/?q=\"a\\b\"");

        Assert.Equal(["Created Playbooks/Orders/first_look.playbook.yaml", "Editors complete and check the playbook with playbook.schema.json"], created.Lines);
        Assert.StartsWith("# yaml-language-server: $schema=../../playbook.schema.json\nid: first_look\n", tool.Read("Playbooks/Orders/first_look.playbook.yaml"), StringComparison.Ordinal);
        Assert.Equal((await tool.RunAsync("schema")).Output, tool.Read("playbook.schema.json"));
        Assert.Equal("", (await tool.RunAsync("validate", ".")).Output);
        Assert.Equal("", (await tool.RunAsync("format", ".", "--check")).Output);
        Assert.Equal("first_look() -> heading: string", (await tool.RunAsync("list")).Lines[0]);
    }

    /// <summary>The page is part of the playbook: it takes neither the internet nor a server to see a first playbook pass.</summary>
    [Fact]
    public async Task A_new_playbook_passes_at_once()
    {
        using var tool = new Tool();

        await tool.RunAsync("new", "my_first");
        var run = await tool.RunAsync("run", "my_first.playbook.yaml");

        Assert.True(run.ExitCode == 0, run.Output);
        Assert.Contains("heading = Hello", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_shows_what_a_playbook_takes_and_gives()
    {
        using var tool = new Tool().With("a.playbook.yaml", """
            id: cancel
            description: Cancels an order
            tags: [smoke]
            parameters:
              - { name: order_id, type: int }
              - { name: reasons, type: list, items: string, required: false }
            steps:
              - { action: goto, params: { url: "/{order_id}/{reasons}" } }
              - { action: extract, selector: a, params: { as: decimal }, store_as: total }
            """).With("bad.playbook.yaml", Tool.Bad);

        Assert.Equal(
            ["bad()  has errors", "    bad.playbook.yaml", "cancel(order_id: int, reasons?: list of string) -> total: decimal", "    a.playbook.yaml", "    Cancels an order"],
            (await tool.RunAsync("list")).Lines);
        Assert.DoesNotContain("bad", (await tool.RunAsync("list", "--tag", "smoke")).Output, StringComparison.Ordinal);
    }
}

using System.Text.Json.Nodes;

namespace Playbooks.Cli.Tests.Findings;

public sealed class ValidateTests
{
    private const string Project = "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><RootNamespace>Shop.Tests</RootNamespace></PropertyGroup></Project>";

    [Fact]
    public async Task The_findings_are_those_of_the_compiler_over_good_and_bad_playbooks_of_one_project()
    {
        using var tool = new Tool().With("Shop.csproj", Project);
        foreach (var name in Examples.CorpusFiles)
        {
            tool.With("good/" + name, string.Empty);
            await File.WriteAllBytesAsync(tool.PathOf("good/" + name), Examples.CorpusBytes(name));
        }

        foreach (var (example, number) in Examples.OfFindings("wrong").Select((example, index) => (example, index + 1)))
        {
            tool.With($"wrong/{example.Id}/e{number}.playbook.yaml", example.Text);
        }

        // What one file alone does not show: equal ids, classes with the name of a folder or the catalog, a circle, a file that is missing.
        tool.With("same/one.playbook.yaml", Tool.Good)
            .With("same/two.playbook.yaml", Tool.Good)
            .With("name/space.playbook.yaml", Tool.Good.Replace("good", "wrong", StringComparison.Ordinal))
            .With("catalog.playbook.yaml", Tool.Good.Replace("good", "playbook_catalog", StringComparison.Ordinal))
            .With("one.playbook.yaml", "id: one\nsteps:\n  - run: two\n")
            .With("two.playbook.yaml", "id: two\nsteps:\n  - run: one\n  - run: thre\n  - { action: upload, selector: \"#f\", params: { files: [nothing.pdf] } }\n")
            .With("cases/rows.playbook.yaml", "id: rows\nparameters: [{ name: n, type: int }]\nsteps:\n  - { action: wait_for, selector: \"#a{n}\" }\ncases_from: ../rows.cases.csv\n")
            .With("rows.cases.csv", "name,n\none,1\ntwo,x\n");
        await File.WriteAllBytesAsync(tool.PathOf("latin.playbook.yaml"), [.. "id: latin\nname: "u8, 0xE9, .. "\nsteps:\n  - { action: wait_for, selector: a }\n"u8]);

        var expected = CompilerFindings.In(tool.Folder, "Shop.Tests");
        var result = await tool.RunAsync("validate", ".");

        Assert.Equal(1, result.ExitCode);
        Assert.Equal(expected.Order(StringComparer.Ordinal), result.Lines.Order(StringComparer.Ordinal));
        Assert.All((string[])["PB0001", "PB0006", "PB0207", "PB0208", "PB0209", "PB0703"], id => Assert.Contains(result.Lines, line => line.Contains(id, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Playbooks_of_referenced_projects_can_be_called_directly_or_through_another_project()
    {
        using var tool = Projects.Referencing();

        var result = await tool.RunAsync("validate", "Tests");

        Assert.Equal(["Tests/wrong.playbook.yaml(3,10): error PB0209: ", "Tests/wrong.playbook.yaml(5,13): error PB0210: "], result.Lines.Select(line => line[..(line.IndexOf(": error PB", StringComparison.Ordinal) + 16)]));
    }

    [Fact]
    public async Task A_playbook_is_checked_against_the_others_of_its_project_but_only_its_own_findings_are_shown()
    {
        using var tool = new Tool()
            .With("Shop.csproj", Project)
            .With("a/one.playbook.yaml", "id: one\nsteps:\n  - run: two\n")
            .With("b/two.playbook.yaml", "id: two\nsteps:\n  - { action: wait_for, selector: \"#a\", zzz: 1 }\n")
            .With("b/three.playbook.yaml", "id: three\nsteps:\n  - run: tow\n");

        Assert.Equal(0, (await tool.RunAsync("validate", "a/one.playbook.yaml")).ExitCode);
        Assert.Equal(["b/three.playbook.yaml(3,10): error PB0209: "], (await tool.RunAsync("validate", "b/three.playbook.yaml")).Lines.Select(line => line[..43]));
    }

    [Fact]
    public async Task Playbooks_without_a_project_that_are_named_together_can_call_each_other()
    {
        using var tool = new Tool()
            .With("a/one.playbook.yaml", "id: one\nsteps:\n  - run: two\n")
            .With("b/two.playbook.yaml", "id: two\nsteps:\n  - { action: wait_for, selector: \"#a\" }\n");

        Assert.Equal(0, (await tool.RunAsync("validate", ".")).ExitCode);
    }

    [Fact]
    public async Task Warnings_and_infos_are_shown_and_do_not_fail_the_check()
    {
        using var tool = new Tool().With("x.playbook.yaml", "id: x\nparameters: [{ name: unused, required: false }]\nsteps:\n  - { action: wait_for, selector: /html/body/div }\n");

        var result = await tool.RunAsync("validate", "x.playbook.yaml");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(["x.playbook.yaml(2,22): warning PB0104", "x.playbook.yaml(4,35): info PB0303"], result.Lines.Select(line => line[..line.IndexOf(": ", line.IndexOf(": ", StringComparison.Ordinal) + 1, StringComparison.Ordinal)]));
        Assert.Equal("1 playbook checked: 1 warning, 1 info.\n", result.Error);
    }

    [Fact]
    public async Task Json_has_every_finding_with_its_place_and_page()
    {
        using var tool = new Tool().With("bad.playbook.yaml", Tool.Bad);

        var result = await tool.RunAsync("validate", ".", "--format", "json");

        var json = JsonNode.Parse(result.Output)!;
        Assert.Equal((1, 1, 0, 0), ((int)json["playbooks"]!, (int)json["errors"]!, (int)json["warnings"]!, (int)json["infos"]!));
        var finding = json["findings"]![0]!;
        Assert.Equal("bad.playbook.yaml", (string)finding["path"]!);
        Assert.Equal((3, 15, 3, 19), ((int)finding["line"]!, (int)finding["column"]!, (int)finding["end_line"]!, (int)finding["end_column"]!));
        Assert.Equal(("error", "PB0201"), ((string)finding["severity"]!, (string)finding["id"]!));
        Assert.StartsWith("Unknown action 'clik'. Did you mean 'click'?", (string)finding["message"]!, StringComparison.Ordinal);
        Assert.EndsWith("/docs/diagnostics/PB0201.md", (string)finding["help"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sarif_has_each_rule_once_and_every_result_with_its_region()
    {
        using var tool = new Tool().With("my bad.playbook.yaml", Tool.Bad + "  - { action: clik, selector: \"#a\" }\n");

        var result = await tool.RunAsync("validate", ".", "--format", "sarif");

        var run = JsonNode.Parse(result.Output)!["runs"]![0]!;
        Assert.Equal("2.1.0", (string)JsonNode.Parse(result.Output)!["version"]!);
        Assert.Equal("PB0201", (string)Assert.Single(run["tool"]!["driver"]!["rules"]!.AsArray())!["id"]!);
        Assert.Equal(2, run["results"]!.AsArray().Count);
        var place = run["results"]![0]!["locations"]![0]!["physicalLocation"]!;
        Assert.Equal("my%20bad.playbook.yaml", (string)place["artifactLocation"]!["uri"]!);
        Assert.Equal((3, 15, 3, 19), ((int)place["region"]!["startLine"]!, (int)place["region"]!["startColumn"]!, (int)place["region"]!["endLine"]!, (int)place["region"]!["endColumn"]!));
        Assert.Equal(("error", 0), ((string)run["results"]![0]!["level"]!, (int)run["results"]![0]!["ruleIndex"]!));
    }
}

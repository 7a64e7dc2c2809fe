using Playbooks.Language.Model;
using Playbooks.Language.Project;

namespace Playbooks.Language.Tests.Project;

/// <summary>PB0006 and PB0207: what one file alone does not show.</summary>
public sealed class ProjectTests
{
    private const string Steps = "\nsteps: [{ action: goto, params: { url: / } }]\n";

    private static ProjectPlaybook Playbook(string path, string head, string ns = "Shop", bool tests = true)
    {
        var file = PlaybookReader.Read(path, head + Steps);
        return new(PlaybookSignature.From(file.Model), PlaybookSummary.From(file, ns, tests));
    }

    private static List<string> Check(params ProjectPlaybook[] playbooks) => [.. PlaybookProject.CheckTogether(playbooks, "Shop").Select(Shown)];

    private static string Shown(FileFinding found) =>
        $"{found.Path}({found.Finding.Span.StartLine + 1},{found.Finding.Span.StartColumn + 1}) {found.Finding.Id}: {found.Finding.Message}";

    [Fact]
    public void A_project_is_checked_as_a_whole()
    {
        const string Upload = "\nsteps: [{ action: upload, selector: a, params: { files: [gone.txt] }, verify: { expect_text_on_page: a } }]\n";
        var files = new[] { ("b.yaml", "id: one\ntag: x"), ("a.yaml", "id: one"), ("c.yaml", "id: three\nparameters: [{ name: unused }]") }
            .Select(file => new ProjectFile(PlaybookReader.Read(file.Item1, file.Item2 + Upload), "Shop"))
            .ToList();
        var asked = new List<string>();

        var found = PlaybookProject.Check(files.Append(files[0]), new("Shop", GeneratesTests: true, (playbook, path) =>
        {
            asked.Add(playbook + " " + path);
            return playbook == "a.yaml";
        }));

        Assert.Equal(
            ["a.yaml(1,5) PB0006", "b.yaml(1,5) PB0006", "b.yaml(2,1) PB0002", "b.yaml(3,58) PB0207", "c.yaml(2,22) PB0104", "c.yaml(3,58) PB0207"],
            found.Select(one => Shown(one).Split(':')[0]));
        Assert.Equal(["b.yaml gone.txt", "a.yaml gone.txt", "c.yaml gone.txt"], asked);
    }

    [Fact]
    public void A_project_without_the_package_for_it_cannot_check_accessibility()
    {
        var file = PlaybookReader.Read("a.yaml", "id: one\nsteps:\n  - { action: click, selector: a, verify: { expect_accessible: true } }\n  # playbooks: disable PB0202\n  - { action: click, selector: a, verify: { expect_accessible: true } }\n");
        var without = new ProjectOptions("Shop", GeneratesTests: true, (_, _) => true);

        var found = PlaybookProject.Check([new(file, "Shop")], without);

        Assert.StartsWith("a.yaml(3,45) PB0202: 'expect_accessible' requires the package Playbooks.Accessibility", Shown(Assert.Single(found)), StringComparison.Ordinal);
        Assert.Empty(PlaybookProject.Check([new(file, "Shop")], without with { ScansAccessibility = true }));
    }

    [Fact]
    public void What_playbooks_find_in_a_file_of_cases_that_they_share_is_reported_once()
    {
        var cases = new CaseFile("orders.cases.csv", "name\na,b\n");

        var found = PlaybookProject.Check([File("a"), File("b")], new("Shop", GeneratesTests: true, (_, _) => true));

        Assert.Equal(["orders.cases.csv(2,3) PB0705"], found.Select(one => Shown(one).Split(':')[0]));
        ProjectFile File(string id) => new(PlaybookReader.ReadLinked(PlaybookReader.Read(id + ".yaml", $"id: {id}\ncases_from: orders.cases.csv{Steps}"), null, new(cases, null)), "Shop");
    }

    [Fact]
    public void Different_playbooks_may_live_together() => Assert.Empty(Check(
        Playbook("a", "id: a1"), Playbook("b", "id: b1\ncases: [{ name: x }]"), Playbook("c", "id: a_1", "Shop.Other"), Playbook("d", "id: playbook_catalog", "Shop.Other")));

    [Fact]
    public void One_id_stands_once_in_a_project() => Assert.Equal(
        [
            "a.yaml(1,5) PB0006: b.yaml(2,5) also has the id 'one'. Give one of them another id.",
            "b.yaml(2,5) PB0006: a.yaml(1,5) also has the id 'one'. Give one of them another id.",
        ],
        Check(Playbook("b.yaml", "name: x\nid: one", "Shop.Other"), Playbook("a.yaml", "id: one")));

    [Fact]
    public void Two_ids_may_give_one_class() => Assert.Equal(
        [
            "a(1,5) PB0006: b(1,5) would also have the C# class Shop.A1. Give one of them another id.",
            "b(1,5) PB0006: a(1,5) would also have the C# class Shop.A1. Give one of them another id.",
        ],
        Check(Playbook("a", "id: a1"), Playbook("b", "id: a_1")));

    [Fact]
    public void A_test_class_may_be_in_the_way()
    {
        var tested = "id: one\ncases: [{ name: x }]";

        Assert.Equal(2, Check(Playbook("a", tested), Playbook("b", "id: one_tests")).Count);
        Assert.Empty(Check(Playbook("a", tested, tests: false), Playbook("b", "id: one_tests")));
        Assert.Empty(Check(Playbook("a", tested, "Shop.Other"), Playbook("b", "id: one_tests")));
        Assert.Empty(Check(Playbook("a", "id: one"), Playbook("b", "id: one_tests")));
    }

    [Fact]
    public void The_catalog_may_be_in_the_way() => Assert.Contains("PlaybookCatalog is the name", Assert.Single(Check(Playbook("a", "id: playbook_catalog"))), StringComparison.Ordinal);

    [Fact]
    public void A_folder_may_be_in_the_way()
    {
        Assert.StartsWith("a(1,5) PB0006: The class Shop.Orders would have the same name as the namespace of b(1,5)", Assert.Single(Check(Playbook("a", "id: orders"), Playbook("b", "id: x", "Shop.Orders"))), StringComparison.Ordinal);
        Assert.Single(Check(Playbook("a", "id: orders"), Playbook("b", "id: x", "Shop.Orders.Deeper")));
        Assert.Empty(Check(Playbook("a", "id: orders"), Playbook("b", "id: x", "Shop.OrdersToo")));
    }

    [Fact]
    public void A_file_may_switch_it_off() => Assert.StartsWith("b(1,5)", Assert.Single(Check(Playbook("a", "id: one # playbooks: disable PB0006"), Playbook("b", "id: one"))), StringComparison.Ordinal);

    [Fact]
    public void A_file_without_an_id_is_held_against_nobody() => Assert.Empty(Check(
        Playbook("a/one.yaml", "name: x"), Playbook("b/one.yaml", "name: x"), Playbook("c", "id: one"), Playbook("d", "id: one\nname: @")));

    [Fact]
    public void A_file_that_is_given_twice_is_one() => Assert.Empty(Check(Playbook("a", "id: one"), Playbook("a", "id: one")));

    [Fact]
    public void A_file_to_upload_must_exist()
    {
        const string text = """
            id: test
            routes: [{ url: "**/a", file: there.txt }, { url: "**/b", file: gone.json }]
            steps:
              - action: upload
                selector: a
                params: { files: [there.txt, "gone.txt", "{run_id}.txt", 'a{{b c}}.txt'] }
                verify: { expect_element_visible: a }
              - action: upload
                selector: a
                params:
                  files:
                    # playbooks: disable PB0207
                    - gone.txt
                verify: { expect_element_visible: a }
            """;
        var asked = new List<string>();
        var findings = PlaybookProject.CheckFile(PlaybookReader.Read("x", text), path =>
        {
            asked.Add(path);
            return path == "there.txt";
        });

        Assert.Equal(["there.txt", "gone.txt", "a{b c}.txt", "gone.txt", "there.txt", "gone.json"], asked);
        Assert.Equal(["(5,33)-(5,43) gone.txt", "(5,61)-(5,75) a{b c}.txt", "(1,64)-(1,73) gone.json"], findings.Select(finding =>
            $"({finding.Span.StartLine},{finding.Span.StartColumn})-({finding.Span.EndLine},{finding.Span.EndColumn}) {finding.Message.Split('\'')[1]}"));
    }
}

namespace Playbooks.Xunit.Tests.Packages;

/// <summary>What a user meets who has nothing but the packages.</summary>
[Collection(SharedPackages.Name)]
public sealed class PackageTests(PackedPackages packages)
{
    private const string Good = """
        id: read_order
        tags: [orders]
        parameters:
          - { name: order_id, type: int }
        start_url: "data:text/html,<h1>Order {order_id:raw}</h1>"
        steps:
          - id: title
            action: extract
            selector: h1
            failure_message: "Order <order_id> has no title"
            store_as: title
        cases:
          - name: reads an order's title
            with: { order_id: 12345 }
            expect: { outputs: { title: Order 12345 } }
        """;

    private static readonly string Typo = Good.Replace("<order_id>", "<oder_id>", StringComparison.Ordinal);

    private static readonly string Accessible = Good.Replace("<h1>Order {order_id:raw}</h1>", "<html lang=en><title>Order</title><main><h1>Order {order_id:raw}</h1></main>", StringComparison.Ordinal)
        .Replace("store_as: title", "store_as: title\n    verify: { expect_accessible: true }", StringComparison.Ordinal);

    private static readonly string Failing = Good.Replace(
        "selector: h1", "selector: h2\n    timeout_ms: 300\n    on_failure: abort", StringComparison.Ordinal);

    private static readonly string Unused = Good.Replace(
        "start_url:", "  - { name: note, required: false }\nstart_url:", StringComparison.Ordinal);

    [Fact]
    public async Task A_good_playbook_builds_and_passes_with_its_accessibility_checked_and_a_failing_case_prints_its_report_and_a_stack_that_names_the_lines_of_step_and_case()
    {
        var project = packages.NewProject();
        project.Write("Shop.Tests.csproj", UserProject.Tests(packages, items: $"""<PackageReference Include="Playbooks.Accessibility" Version="{packages.Version}" />"""));
        project.Write("Playbooks/good.playbook.yaml", Accessible.Replace("id: read_order", "id: good", StringComparison.Ordinal));
        project.Write("Playbooks/read_order.playbook.yaml", Failing);
        Assert.Empty((await project.BuildAsync()).Succeeded().Findings);

        var run = (await project.TestAsync()).Failed();
        Assert.Matches("Failed: +1, Passed: +1,", run.Output);
        Assert.Contains("Failed read_order: reads an order's title", run.Output, StringComparison.Ordinal);
        Assert.Equal(2, run.Output.Split("Order 12345 has no title").Length);
        var stack = run.Output[run.Output.IndexOf("Stack Trace:", StringComparison.Ordinal)..];
        var file = project.FullPath("Playbooks/read_order.playbook.yaml");
        var step = stack.IndexOf($"{file}:line 7", StringComparison.Ordinal);
        var testCase = stack.IndexOf($"{file}:line 15", StringComparison.Ordinal);
        Assert.True(step >= 0 && testCase > step, run.Output);
    }

    [Fact]
    public async Task On_GitHub_a_failing_case_is_annotated_by_the_usual_command_and_listed_in_the_jobs_summary()
    {
        var project = packages.NewProject();
        project.Write("Playbooks/read_order.playbook.yaml", Failing);

        var run = (await project.OnGitHubAsync("test")).Failed();

        // A workflow command is one only at the start of a line, and each becomes an annotation.
        var command = Assert.Single(run.Lines, line => line.StartsWith("::", StringComparison.Ordinal));
        Assert.StartsWith("::error file=Playbooks/read_order.playbook.yaml,line=7,endLine=", command, StringComparison.Ordinal);
        Assert.Contains(",title=read_order%3A reads an order's title::Step 1 of 1 (title): Order 12345 has no title", command, StringComparison.Ordinal);
        Assert.Contains("❌ **read\\_order: reads an order's title** failed", File.ReadAllText(project.FullPath("summary.md")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_typo_fails_the_build_with_one_line_at_its_place()
    {
        var project = packages.NewProject();
        project.Write("Playbooks/read_order.playbook.yaml", Typo);
        // What refers to the playbook's class compiles: a mistake in a playbook is not buried under others.
        project.Write("Uses.cs", "public class Uses { public object Playbook { get; } = new Shop.Tests.Playbooks.ReadOrder(new(OrderId: 1)); }");
        var place = project.FullPath("Playbooks/read_order.playbook.yaml") + "(10,29): error PB0101: ";
        Assert.StartsWith(place, Assert.Single((await project.BuildAsync()).Failed().Findings), StringComparison.Ordinal);
        Assert.StartsWith(place, Assert.Single((await project.BuildAsync("-p:RunAnalyzers=false")).Failed().Findings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_warning_is_one_line_and_its_severity_is_the_projects_to_choose()
    {
        var project = packages.NewProject();
        project.Write("Playbooks/read_order.playbook.yaml", Unused);
        var place = project.FullPath("Playbooks/read_order.playbook.yaml") + "(5,13): ";
        Assert.StartsWith(place + "warning PB0104: ", Assert.Single((await project.BuildAsync()).Succeeded().Findings), StringComparison.Ordinal);
        Assert.StartsWith(
            place + "error PB0104: ", Assert.Single((await project.BuildAsync("--no-incremental", "-p:PlaybooksTreatFindingsAsErrors=true")).Failed().Findings), StringComparison.Ordinal);
        Assert.Empty((await project.BuildAsync("--no-incremental", "-p:NoWarn=PB0104")).Succeeded().Findings);

        project.Write(".globalconfig", "is_global = true\ndotnet_diagnostic.PB0104.severity = error");
        Assert.StartsWith(place + "error PB0104: ", Assert.Single((await project.BuildAsync()).Failed().Findings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deleted_playbooks_test_is_gone_after_the_next_build()
    {
        var project = packages.NewProject();
        project.Write("Playbooks/read_order.playbook.yaml", Good);
        project.Write(
            "Playbooks/other.playbook.yml",
            Good.Replace("read_order", "other", StringComparison.Ordinal).Replace("reads an order's title", "is deleted soon", StringComparison.Ordinal));
        (await project.BuildAsync()).Succeeded();
        Assert.Contains("is deleted soon", (await project.TestAsync("--list-tests")).Succeeded().Output, StringComparison.Ordinal);

        project.Delete("Playbooks/other.playbook.yml");
        (await project.BuildAsync("--no-restore")).Succeeded();
        var left = (await project.TestAsync("--list-tests")).Succeeded().Output;
        Assert.DoesNotContain("is deleted soon", left, StringComparison.Ordinal);
        Assert.Contains("reads an order's title", left, StringComparison.Ordinal);

        project.Delete("Playbooks/read_order.playbook.yaml");
        (await project.BuildAsync("--no-restore")).Succeeded();
        Assert.DoesNotContain("reads an order's title", (await project.TestAsync("--list-tests")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_of_the_template_serves_its_playbook_and_a_page()
    {
        var project = await packages.NewFromTemplateAsync("playbooks-service");
        project.Write("Program.cs", project.Read("Program.cs").Replace("app.Run();", """
            app.Urls.Add("http://127.0.0.1:0");
            await app.StartAsync();
            using var client = new HttpClient { BaseAddress = new(app.Urls.Single()) };
            var accepted = await client.PostAsJsonAsync("/runs", new { playbook = "first_look", run_id = "first" });
            Console.WriteLine($"started: {(int)accepted.StatusCode}");
            Console.WriteLine(await client.GetStringAsync("/runs/first/stream"));
            client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
            Console.WriteLine(await client.GetStringAsync("/"));
            await app.StopAsync();
            """, StringComparison.Ordinal));
        Assert.Empty((await project.BuildAsync()).Succeeded().Findings);

        var run = (await project.RunAsync()).Succeeded();

        Assert.Contains("started: 202", run.Output, StringComparison.Ordinal);
        Assert.Contains("\"heading\":\"Hello\"", run.Output, StringComparison.Ordinal);
        Assert.Contains("</html>", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_generator_is_lost_the_build_says_so_instead_of_having_no_tests()
    {
        var project = packages.NewProject();
        project.Write("Playbooks/read_order.playbook.yaml", Good);
        project.Write("Directory.Build.targets", """
            <Project>
              <Target Name="LoseAnalyzers" BeforeTargets="PlaybooksGuard">
                <ItemGroup><Analyzer Remove="@(Analyzer)" /></ItemGroup>
              </Target>
            </Project>
            """);
        var finding = Assert.Single((await project.BuildAsync()).Failed().Findings);
        Assert.Contains("error : Shop.Tests has 1 playbook(s), but the generator that compiles them is not passed to the compiler", finding, StringComparison.Ordinal);
    }
}

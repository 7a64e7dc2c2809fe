using System.Xml.Linq;

namespace Playbooks.Xunit.Tests.Packages;

/// <summary>What a user of xunit.v3 meets: its own runner, and that of Visual Studio.</summary>
[Collection(SharedPackages.Name)]
public sealed class XunitV3Tests(PackedPackages packages)
{
    private const string Playbooks = """
        id: passes
        tags: [orders]
        parameters:
          - { name: order_id, type: int }
        start_url: "data:text/html,<h1>Order {order_id:raw}</h1>"
        steps:
          - { action: extract, selector: h1, store_as: title }
        cases:
          - name: reads a title
            with: { order_id: 12345 }
            expect: { outputs: { title: Order 12345 } }
        ---
        id: fails
        start_url: "data:text/html,<h1>Order</h1>"
        steps:
          - { action: extract, selector: h2, store_as: title, timeout_ms: 300, on_failure: abort, failure_message: There is no title }
        cases:
          - name: finds no title
        ---
        id: flaky
        start_url: "data:text/html,<input oninput='o.textContent=++o.title'><p id=o>0</p>"
        steps:
          - id: fill
            action: key_press
            selector: input
            params: { text: a }
            on_failure: retry
            retry: { attempts: 3, delay_ms: 1 }
            verify: { expect_text_on_page: "2", timeout_ms: 300 }
        cases:
          - name: fills twice
        ---
        id: hangs
        start_url: "data:text/html,<h1>Order</h1>"
        steps:
          - { action: wait_for, selector: h2, timeout_ms: 100000 }
        """;

    // The test is canceled as a person or its timeout would cancel it, once its run waits.
    private const string Canceled = """
        using Shop.Tests.Playbooks;

        public class CanceledTests(PlaybookFixture playbooks) : IClassFixture<PlaybookFixture>
        {
            [Fact]
            public async Task A_canceled_test_ends_its_run()
            {
                var run = await playbooks.RunAsync(new Hangs(), options: new() { Listeners = [new CancelingListener(TestContext.Current)] });
                Assert.Equal(ErrorCode.RunTerminated, run.ErrorCode);
            }

            private sealed class CancelingListener(ITestContext test) : IStepListener
            {
                public void OnStepStarted(StepStarted started) => test.CancelCurrentTest();
            }
        }
        """;

    [Fact]
    public async Task A_project_of_the_template_passes_and_cases_are_tests_with_the_place_in_the_yaml_attachments_and_warnings()
    {
        var project = await packages.NewFromTemplateAsync("playbooks-xunit");
        foreach (var playbook in Playbooks.Split("---\n"))
        {
            project.Write($"Playbooks/{playbook.Split('\n')[0]["id: ".Length..]}.playbook.yaml", playbook);
        }

        project.Write("CanceledTests.cs", Canceled);
        Assert.Empty((await project.BuildAsync()).Succeeded().Findings);
        var runtime = project.Read("bin/Debug/net10.0/Shop.Tests.runtimeconfig.json");
        Assert.Contains("\"System.Runtime.TieredPGO\": false", runtime, StringComparison.Ordinal);
        Assert.Contains("\"System.Runtime.TieredCompilation.CallCountThreshold\": 1000", runtime, StringComparison.Ordinal);

        (await project.RunAsync("-xml", project.FullPath("results.xml"))).Failed();
        var results = XDocument.Load(project.FullPath("results.xml")).Descendants("test").ToDictionary(test => (string)test.Attribute("name")!);

        var failed = results["fails: finds no title"];
        Assert.Contains("There is no title", (string)failed.Element("failure")!.Element("message")!, StringComparison.Ordinal);
        Assert.Contains("fails.playbook.yaml:line 4", (string)failed.Element("failure")!.Element("stack-trace")!, StringComparison.Ordinal);
        Assert.Equal(["image/jpeg", "text/html", "application/zip"], Attachments(failed).Select(attachment => (string)attachment.Attribute("media-type")!));
        Assert.StartsWith("<!doctype html>", System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(Attachments(failed).Single(one => (string?)one.Attribute("name") == "fails report").Value)), StringComparison.OrdinalIgnoreCase);

        Assert.Equal("Pass", (string)results["first_look: shows a heading"].Attribute("result")!);
        var passed = results["passes: reads a title"];
        Assert.Equal("Pass", (string)passed.Attribute("result")!);
        Assert.EndsWith("passes.playbook.yaml", (string)passed.Attribute("source-file")!, StringComparison.Ordinal);
        Assert.Equal("9", (string)passed.Attribute("source-line")!);
        Assert.Equal("orders", (string)passed.Descendants("trait").Single().Attribute("value")!);
        Assert.Empty(passed.Descendants("warning"));

        var flaky = results["flaky: fills twice"];
        Assert.Equal("Pass", (string)flaky.Attribute("result")!);
        Assert.StartsWith("flaky is flaky: step 1 (fill) needed more than one attempt. Report: ", flaky.Descendants("warning").Single().Value, StringComparison.Ordinal);
        Assert.Equal("Pass", (string)results["CanceledTests.A_canceled_test_ends_its_run"].Attribute("result")!);

        var run = (await project.TestAsync("--logger", "console;verbosity=normal")).Failed();
        Assert.Contains("Passed passes: reads a title", run.Output, StringComparison.Ordinal);
        Assert.Contains("Failed fails: finds no title", run.Output, StringComparison.Ordinal);
        Assert.Contains("Total tests: 5", run.Output, StringComparison.Ordinal);
    }

    /// <summary>Without the packages for VSTest, <c>dotnet test</c> would run nothing and succeed. The other runners need none of them.</summary>
    [Fact]
    public async Task A_project_whose_tests_dotnet_test_would_not_find_says_so_and_runs_with_the_other_runners()
    {
        var project = await packages.NewFromTemplateAsync("playbooks-xunit");
        var withAdapter = project.Read("Shop.Tests.csproj");
        project.Write("Shop.Tests.csproj", Without("Microsoft.NET.Test.Sdk", withAdapter));
        (await project.BuildAsync()).Succeeded();

        Assert.Contains("dotnet test would find no tests in Shop.Tests, and still succeed", (await project.TestAsync()).Failed().Output, StringComparison.Ordinal);
        (await project.RunAsync()).Succeeded();

        project.Write("global.json", """{ "test": { "runner": "Microsoft.Testing.Platform" } }""");
        Assert.Contains("succeeded: 1", (await project.TestOnPlatformAsync()).Succeeded().Output, StringComparison.Ordinal);
        project.Delete("global.json");

        project.Write("Shop.Tests.csproj", Without("xunit.runner.visualstudio", withAdapter));
        (await project.BuildAsync()).Succeeded();
        Assert.Contains("Reference both. Or select Microsoft.Testing.Platform in global.json", (await project.TestAsync()).Failed().Output, StringComparison.Ordinal);
    }

    private static string Without(string package, string project) =>
        string.Join('\n', project.Split('\n').Where(line => !line.Contains($"Include=\"{package}\"", StringComparison.Ordinal)));

    private static IEnumerable<XElement> Attachments(XElement test) => test.Descendants("attachment").OrderBy(one => (string?)one.Attribute("name") is "fails report" ? 1 : (string?)one.Attribute("name") is "fails trace" ? 2 : 0);
}

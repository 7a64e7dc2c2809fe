using System.Xml;
using System.Xml.Linq;
using Playbooks.Reports;
using Playbooks.Reports.JUnit;
using Playbooks.RunFolder;
using Playbooks.Tests.Browsing;

namespace Playbooks.Tests.Runs.Reports;

public sealed class JUnitTests : IDisposable
{
    private readonly TempFolder temp = new();
    private readonly SampleRun sample;

    public JUnitTests() => sample = new(temp["run"]);

    public void Dispose() => temp.Dispose();

    [Fact]
    public void Each_step_is_a_test_case_and_a_passed_run_has_no_failures()
    {
        var suite = Suite(sample.Passed());

        Assert.Equal("cancel_order.cancels an open order 3 0 0 0 0.970", Numbers(suite));
        Assert.Equal(["1. Search for order 12345 0.212", "2. Open order 12345 0.640", "3. Read the new status 0.018"], suite.Elements("testcase").Select(one => $"{one.Attribute("name")!.Value} {one.Attribute("time")!.Value}"));
        Assert.Equal(["7", "13", "20"], suite.Elements("testcase").Select(one => one.Attribute("line")!.Value));
        Assert.DoesNotContain(suite.Descendants(), one => one.Name.LocalName.Contains("ail", StringComparison.Ordinal) || one.Name == "error");
    }

    [Fact]
    public void A_failure_that_its_case_wants_is_no_failure()
    {
        var suite = Suite(sample.Expected());

        Assert.Equal("cancel_order.cancels an open order 3 0 0 1 8.312", Numbers(suite));
        Assert.DoesNotContain(suite.Descendants(), one => one.Name.LocalName.Contains("ail", StringComparison.Ordinal) || one.Name == "error");
    }

    [Fact]
    public void A_failed_step_has_its_first_failure_its_reruns_and_the_steps_after_it_are_skipped()
    {
        var suite = Suite(sample.Failed());

        Assert.Equal("cancel_order.cancels an open order 3 1 0 1 8.312", Numbers(suite));
        var step = suite.Elements("testcase").ElementAt(1);
        Assert.Equal(["failure", "rerunFailure", "system-out"], step.Elements().Select(one => one.Name.LocalName));
        Assert.Equal("Order 12345 was not found at http://127.0.0.1:5000", step.Element("failure")!.Attribute("message")!.Value);
        Assert.Equal("STEP_FAILED", step.Element("failure")!.Attribute("type")!.Value);
        Assert.Contains("role=link[name=\"Order 12345\"]: 2 matches, 2 visible, matches 2 elements", step.Element("failure")!.Value, StringComparison.Ordinal);
        Assert.Contains("Attempt 2: failed after 4.0 s", step.Element("rerunFailure")!.Element("stackTrace")!.Value, StringComparison.Ordinal);
        Assert.Contains($"[[ATTACHMENT|{temp["run", "screenshots", "0002_click.jpg"]}]]", step.Element("system-out")!.Value, StringComparison.Ordinal);
        Assert.NotNull(suite.Elements("testcase").Last().Element("skipped"));
    }

    [Fact]
    public void A_flaky_step_passes_and_keeps_its_failed_try()
    {
        var suite = Suite(sample.Flaky());

        Assert.Equal("cancel_order.cancels an open order 3 0 0 0", Numbers(suite)[..^6]);
        Assert.Equal(["flakyFailure", "system-out"], suite.Elements("testcase").ElementAt(1).Elements().Select(one => one.Name.LocalName));
        Assert.Contains("Drift: .order-link did not find the element", suite.Elements("testcase").ElementAt(1).Element("system-out")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_recovered_step_is_no_failure_and_its_tries_are_kept()
    {
        var suite = Suite(sample.Recovered());

        Assert.Equal(["flakyFailure", "flakyFailure", "system-out"], suite.Elements("testcase").ElementAt(1).Elements().Select(one => one.Name.LocalName));
        Assert.Equal("recovered", Property(suite, "outcome"));
        Assert.Equal("0", suite.Attribute("failures")!.Value);
    }

    [Fact]
    public void A_branch_that_was_not_taken_is_no_test_that_was_skipped()
    {
        var suite = Suite((sample with { StepCount = 5 }).Passed());

        Assert.Equal("cancel_order.cancels an open order 3 0 0 0 0.970", Numbers(suite));
    }

    [Fact]
    public void What_a_block_decided_and_why_a_failure_was_tolerated_is_in_the_output()
    {
        var block = SampleRun.Search() with { Path = "1", Action = "when", InputSummary = "element_visible #banner", ResultText = "#banner is visible: no; else" };
        var again = SampleRun.Search() with { Path = "2[0].1", Success = false, Outcome = Outcome.Failed, Error = "Not yet.", AttemptedAgain = true };

        var outputs = Suite(sample.Ended(Outcome.Flaky, [block, again])).Elements("testcase").Select(one => one.Element("system-out")!.Value).ToList();

        Assert.Contains("Result: #banner is visible: no; else", outputs[0], StringComparison.Ordinal);
        Assert.Contains("Failed (attempted again): Not yet.", outputs[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_block_around_the_failed_step_is_no_failure_of_its_own()
    {
        var block = SampleRun.Search() with { Step = 1, Path = "1", Success = false, Outcome = Outcome.Failed, Error = "Not found." };
        var inside = SampleRun.Search() with { Step = 2, Path = "1.then.1", Success = false, Outcome = Outcome.Failed, Error = "Not found." };

        var suite = Suite((sample with { StepCount = 4 }).Ended(Outcome.Failed, [inside, block], sample.Failure() with { Message = "Not found. The finally steps also failed." }));

        Assert.Equal(["1. ", "1.then.1. ", "not reached (1 of 2)", "not reached (2 of 2)"], suite.Elements("testcase").Select(one => one.Attribute("name")!.Value.Replace(block.Description!, string.Empty, StringComparison.Ordinal)));
        Assert.DoesNotContain(suite.Descendants(), one => one.Name == "flakyFailure");
        Assert.Equal("Not found. The finally steps also failed.", suite.Descendants("failure").Single().Attribute("message")!.Value);
        Assert.Contains("Failed: Not found.", suite.Elements("testcase").First().Element("system-out")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_was_killed_is_an_error_and_not_a_failure()
    {
        var suite = Suite(sample.Killed());

        Assert.Equal(("0", "1"), (suite.Attribute("failures")!.Value, suite.Attribute("errors")!.Value));
        Assert.NotNull(suite.Elements("testcase").ElementAt(1).Element("error"));
    }

    [Fact]
    public void A_run_that_came_to_no_step_has_a_case_of_its_own_that_says_why()
    {
        var run = sample.Ended(Outcome.Failed, [], sample.Failure() with { Message = "No browser.", Code = ErrorCode.SetupFailed, Where = "Open the browser" });

        var suite = Suite(run);

        Assert.Equal("SETUP_FAILED", suite.Element("testcase")!.Element("error")!.Attribute("type")!.Value);
        Assert.Equal(("4", "1", "3"), (suite.Attribute("tests")!.Value, suite.Attribute("errors")!.Value, suite.Attribute("skipped")!.Value));
    }

    [Fact]
    public void Characters_that_xml_cannot_hold_are_replaced_and_all_others_kept()
    {
        const string Hostile = "nul \0 escape \u001b half \ud83d end ]]> </testsuite> & \"q\" 🛒 \ufffe";
        var run = (sample with { Case = Hostile, Problems = [Hostile] }).Ended(Outcome.Failed, [SampleRun.Missed(1) with { Outcome = Outcome.Failed, Description = Hostile, Error = Hostile, Cause = Hostile, InputSummary = Hostile }]);

        var suite = Suite(run);

        const string Clean = "nul \ufffd escape \ufffd half \ufffd end ]]> </testsuite> & \"q\" 🛒 \ufffd";
        Assert.Equal(Clean, suite.Element("testcase")!.Element("failure")!.Attribute("message")!.Value);
        Assert.Contains(Clean, suite.Element("system-out")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_folder_each_run_has_its_own_file()
    {
        await File(temp["junit"]).WriteAsync(new ReportedRun((sample with { RunId = "a" }).Passed()), CancellationToken.None);
        await File(temp["junit"]).WriteAsync(new ReportedRun((sample with { RunId = "b" }).Failed()), CancellationToken.None);
        await File(temp["junit"]).WriteAsync(new ReportedRun((sample with { RunId = "b" }).Failed()), CancellationToken.None);

        Assert.Equal(["TEST-a.xml", "TEST-b.xml"], Directory.GetFiles(temp["junit"]).Select(Path.GetFileName).Order());
        Assert.Equal("b", Read(temp["junit", "TEST-b.xml"]).Single().Attribute("id")!.Value);
    }

    [Fact]
    public async Task Runs_that_end_at_the_same_time_all_stand_in_one_named_file()
    {
        var path = temp["out", "junit.xml"];

        await Parallel.ForAsync(0, 40, async (index, cancel) => await File(path).WriteAsync(new ReportedRun((sample with { RunId = $"r{index}" }).Flaky()), cancel));

        Assert.Equal(Enumerable.Range(0, 40).Select(index => $"r{index}").Order(), Read(path).Select(suite => suite.Attribute("id")!.Value).Order());
    }

    [Theory]
    [InlineData("\n</testsuites>\n")]
    [InlineData("")]
    [InlineData("\n<testsuite name=\"torn")]
    [InlineData("\n<testsuite name=\"torn\">\n  <testcase name=\"half")]
    public async Task A_file_that_a_killed_process_left_is_mended(string tail)
    {
        var path = temp["junit.xml"];
        await File(path).WriteAsync(new ReportedRun((sample with { RunId = "a" }).Passed()), CancellationToken.None);
        var text = await System.IO.File.ReadAllTextAsync(path);
        await System.IO.File.WriteAllTextAsync(path, text[..(text.LastIndexOf("</testsuite>", StringComparison.Ordinal) + "</testsuite>".Length)] + tail);

        await File(path).WriteAsync(new ReportedRun((sample with { RunId = "b" }).Passed()), CancellationToken.None);

        Assert.Equal(["a", "b"], Read(path).Select(suite => suite.Attribute("id")!.Value));
    }

    [Fact]
    public async Task A_tail_longer_than_what_is_read_at_once_is_searched_to_its_start()
    {
        var path = temp["junit.xml"];
        await File(path).WriteAsync(new ReportedRun((sample with { RunId = "a" }).Passed()), CancellationToken.None);
        await System.IO.File.AppendAllTextAsync(path, "<!--" + new string('x', 200_000));

        await File(path).WriteAsync(new ReportedRun((sample with { RunId = "b" }).Passed()), CancellationToken.None);

        Assert.Equal(["a", "b"], Read(path).Select(suite => suite.Attribute("id")!.Value));
    }

    private static JUnitFile File(string path) => new(path, new ExclusiveFile(TimeProvider.System));

    private static XElement Suite(StoredRun run) => Parse(new JUnitSuite(new ReportedRun(run)).Write());

    private static IEnumerable<XElement> Read(string path) => Parse(System.IO.File.ReadAllText(path)).Elements("testsuite");

    private static XElement Parse(string xml)
    {
        using var reader = XmlReader.Create(new StringReader(xml), new() { CheckCharacters = true });
        return XElement.Load(reader);
    }

    private static string Numbers(XElement suite) => string.Join(' ', suite.Attributes().Where(one => one.Name.LocalName is "name" or "tests" or "failures" or "errors" or "skipped" or "time").Select(one => one.Value));

    private static string Property(XElement suite, string name) => suite.Element("properties")!.Elements().Single(one => one.Attribute("name")!.Value == name).Attribute("value")!.Value;
}

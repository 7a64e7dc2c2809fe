using System.Security.Cryptography;
using System.Text;
using Playbooks.Tests.Browsing;

namespace Playbooks.Tests.Runs.Reports;

public sealed class ReportHtmlTests : IDisposable
{
    private readonly TempFolder temp = new();
    private readonly SampleRun sample;

    public ReportHtmlTests() => sample = new(temp["0193f0a2"]);

    public void Dispose() => temp.Dispose();

    public static TheoryData<string, string> Outcomes => new()
    {
        { nameof(SampleRun.Passed), "Passed" },
        { nameof(SampleRun.Flaky), "Flaky" },
        { nameof(SampleRun.Recovered), "Recovered" },
        { nameof(SampleRun.Failed), "Failed" },
        { nameof(SampleRun.Killed), "Terminated" },
        { nameof(SampleRun.Live), "Still running" },
        { nameof(SampleRun.TimedOut), "Timed out" },
    };

    [Theory]
    [MemberData(nameof(Outcomes))]
    public void The_outcome_is_the_first_thing_said(string run, string word)
    {
        var page = sample.Named(run).Page();

        Assert.Equal(word, page.Words(".verdict .word"));
        Assert.StartsWith(word, page.Title, StringComparison.Ordinal);
    }

    [Fact]
    public void The_head_says_what_ran_with_what_when_and_how_long()
    {
        var page = sample.Passed().Page();

        Assert.Equal("Cancel an order", page.Words("h1"));
        Assert.Equal("cancels an open order", page.Words(".case"));
        Assert.Equal(
            ["Playbook cancel_order", "Base URL http://127.0.0.1:5000", "Started 2026-11-21 06:59:32 UTC", "Duration 970 ms", "Steps 3 of 3"],
            page.All(".facts > div"));
        Assert.Equal(["order_id 12345", "password ***", "order_status Cancelled"], page.All("#values .values > div"));
    }

    [Theory]
    [InlineData(nameof(SampleRun.Passed))]
    [InlineData(nameof(SampleRun.Flaky))]
    [InlineData(nameof(SampleRun.Recovered))]
    public void The_trace_of_a_run_that_did_not_fail_is_linked_in_the_head_and_below(string run)
    {
        Assert.Empty(sample.Named(run).Page().QuerySelectorAll("a[href='trace.zip']"));

        temp.File("0193f0a2/trace.zip");
        var page = sample.Named(run).Page();

        Assert.Equal("trace.zip", page.QuerySelector(".verdict .facts a")!.GetAttribute("href"));
        Assert.Contains("trace.zip", page.Words("#files .cause"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_among_others_leads_back_to_the_page_over_all_runs()
    {
        Assert.Empty(sample.Passed().Page().QuerySelectorAll(".up"));
        Assert.Equal("../index.html", (sample with { RunId = "0193f0a2" }).Passed().Page().QuerySelector(".up a")!.GetAttribute("href"));
    }

    [Fact]
    public void A_flaky_pass_names_the_steps_that_made_it_so()
    {
        var page = sample.Flaky().Page();

        Assert.Contains("not all on the first attempt. 1 step found its element by a fallback selector. More than one attempt: step 2.", page.Words(".meaning"), StringComparison.Ordinal);
        Assert.Equal(["Passed", "Flaky", "Passed"], page.All(".steps summary > .unseen"));
        Assert.Equal(["Attempt 1: failed after 640 ms", "Attempt 2: passed after 640 ms"], page.All("#step-2 .try .title"));
        Assert.Equal(["2 attempts", "drift"], page.All("#step-2 summary .tag"));
        Assert.Equal(2, page.QuerySelectorAll("#step-2 .bar rect").Length);
    }

    [Fact]
    public void Drift_shows_the_primary_selector_and_the_one_that_was_used()
    {
        Assert.Equal(
            "Drift: the primary selector .order-link did not find the element, but fallback 1 did: role=link[name=\"Order 12345\"]",
            sample.Flaky().Page().Words("#step-2 .drift"));
    }

    [Fact]
    public void A_failure_shows_all_of_it_with_the_message_first()
    {
        var page = sample.Failed().Page();
        var failure = page.QuerySelector("#failure")!;

        Assert.Equal("Order 12345 was not found at http://127.0.0.1:5000", failure.Words("h2"));
        Assert.Equal("Step 2 of 3 (Open order 12345)", failure.Words(".where"));
        Assert.Equal("/src/Shop.Tests/Playbooks/cancel_order.playbook.yaml:13:5", failure.Words(".place"));
        Assert.Equal("None of 2 selectors matched.", failure.Words(".cause"));
        Assert.Equal(
            ["Cause, after 2 attempts", "Similar names on the page", "Differences from the last passed run", "Page", "Console errors since the last passed step", "Values", "Files"],
            failure.All("h3"));
        Assert.Equal("expect_title_contains not met Order 12345 Orders · Shop", failure.All("tr.bad")[0]);
        Assert.Contains(".order-link 0 0 matches nothing", failure.All("tbody tr"));
        Assert.Contains("link \"Order 12354\"", failure.All("li"));
        Assert.Contains("503 GET http://127.0.0.1:5000/api/orders?q=12345 mocked", failure.All("tr.bad"));
        Assert.Contains("failed GET http://127.0.0.1:5000/logo.svg net::ERR_FAILED", failure.All("tr.bad"));
        Assert.Contains("1 url /orders?q=12345&page=1 /orders?q=12345", failure.All("tbody tr"));
        Assert.Contains("password ***", failure.All(".values > div"));
        Assert.Contains(temp["0193f0a2"], failure.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_playbook_is_whole_its_lines_numbered_and_those_that_failed_marked()
    {
        var page = sample.Failed().Page();

        var lines = page.QuerySelectorAll("#yaml .yaml > li");
        Assert.Equal(SampleRun.Yaml.Split('\n'), lines.Select(line => line.QuerySelector("code")!.TextContent));
        Assert.Equal(Enumerable.Range(1, lines.Length).Select(number => $"L{number}"), lines.Select(line => line.Id));
        Assert.Equal(["L13", "L14", "L15", "L16", "L17", "L18"], lines.Where(line => line.ClassList.Contains("bad")).Select(line => line.Id));
        Assert.Equal(["step 1: Passed", "step 2: Failed"], page.All("#yaml .back"));
    }

    [Fact]
    public void Numbers_go_on_where_the_lines_go_on_in_the_next_part()
    {
        var page = (sample with { Source = string.Join('\n', Enumerable.Repeat("# a line", 250)) }).Passed().Page();

        Assert.Equal(["1", "101", "201"], page.QuerySelectorAll("#yaml ol").Select(part => part.GetAttribute("start")));
        Assert.Equal(250, page.QuerySelectorAll("#yaml li").Length);
    }

    [Theory]
    [MemberData(nameof(Outcomes))]
    public void Every_link_within_the_page_leads_somewhere_and_no_name_stands_twice(string run, string _)
    {
        var page = sample.Named(run).Page();

        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id!).ToList();
        Assert.Equal(ids.Distinct(), ids);
        Assert.Empty(page.QuerySelectorAll("a[href^='#']").Select(link => link.GetAttribute("href")![1..]).Except(ids));
        Assert.NotEmpty(page.QuerySelectorAll(".steps .place a[href^='#L']"));
    }

    [Fact]
    public void What_recovery_did_is_listed_for_review_and_the_steps_say_that_it_was_checked()
    {
        var page = sample.Recovered().Page();

        Assert.Equal(["Step 2: click role=link[name=\"12345\"]", "Step 2: key_press #search text=12345 key=Enter"], page.All("#recovery li"));
        Assert.Equal(["Attempt 1: failed after 4.0 s", "Attempt 2: failed after 4.0 s", "After the recovery: passed"], page.All("#step-2 .try .title"));
        Assert.Equal(["Passed", "Recovered", "Recovered"], page.All(".steps summary > .unseen"));
        Assert.DoesNotContain("Passed", page.Words(".verdict .word"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_whose_process_was_killed_shows_what_it_had_done()
    {
        var page = sample.Killed().Page();

        Assert.Equal("The process that ran it is gone.", page.Words("#failure h2"));
        Assert.Equal(["The last recorded attempt: step 2 (Open order 12345)", "Selectors", "Files"], page.All("#failure h3, #failure caption"));
        Assert.Equal("None of 2 selectors matched.", page.Words("#failure .cause"));
        Assert.Equal(["Passed", "Terminated"], page.All(".steps summary > .unseen"));
        Assert.Equal("problem The last line of the log is torn and was skipped.", page.Words("#notes li"));
        Assert.Contains("1 step of 3 was not reached.", page.Words("#steps"), StringComparison.Ordinal);
    }

    [Fact]
    public void Notes_are_shown_with_what_they_are_about()
    {
        var run = sample with { Notes = [new() { Topic = "stuck", Message = "The same click was repeated 3 times." }] };

        Assert.Equal("stuck The same click was repeated 3 times.", run.Passed().Page().Words("#notes li"));
        Assert.Null(sample.Passed().Page().QuerySelector("#notes"));
    }

    [Fact]
    public void Steps_of_groups_stand_below_them()
    {
        var run = sample.Ended(Outcome.Passed, [At("1"), At("2.then.1"), At("2.then.2"), At("3[0].1"), At("3[1].1")]);

        var page = run.Page();

        Assert.Equal(["2", "then", "3", "Iteration 1", "Iteration 2"], page.All(".group"));
        Assert.Equal("step-2.then.1", page.QuerySelector(".steps > li:nth-child(2) > .steps > li > .steps > li > details")!.Id);

        static ActionRecord At(string path) => SampleRun.Search() with { Path = path };
    }

    [Fact]
    public void What_a_block_decided_can_be_read_without_opening_it_and_a_repeated_failure_is_not_called_optional()
    {
        var block = SampleRun.Search() with { Path = "1", Action = "when", ResultText = "#banner is visible: no; else" };
        var read = SampleRun.Search() with { Path = "1.else.1", ResultText = "Open" };
        var again = SampleRun.Search() with { Path = "2[0].1", Success = false, Outcome = Outcome.Failed, Error = "Not yet.", AttemptedAgain = true };

        var page = sample.Ended(Outcome.Flaky, [block, read, again]).Page();

        Assert.Equal(["#banner is visible: no; else"], page.All("summary .decided"));
        Assert.Contains("Failed and attempted again: step 2[0].1.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("ptional", page.QuerySelector("header")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_of_many_steps_grows_with_them_and_not_faster()
    {
        var hundred = Many(100);
        var threeHundred = Many(300);

        Assert.Equal(300, threeHundred.QuerySelectorAll("details.step").Length);
        Assert.InRange(threeHundred.All.Length, 2 * hundred.All.Length, 3 * hundred.All.Length);
        Assert.InRange(threeHundred.All.Length / 300, 1, 60);
        Assert.Contains("long", threeHundred.QuerySelector(".steps")!.ClassList);
        Assert.Empty(threeHundred.QuerySelectorAll("details[open]"));

        AngleSharp.Html.Dom.IHtmlDocument Many(int count) => (sample with { StepCount = count })
            .Ended(Outcome.Passed, [.. Enumerable.Range(1, count).Select(step => SampleRun.Search() with { Step = step, Path = $"{step}" })]).Page();
    }

    [Fact]
    public void Nothing_on_the_page_can_run_or_be_loaded()
    {
        var html = sample.Failed().Html();
        var page = Pages.Parse(html);

        Assert.Empty(page.QuerySelectorAll("script, link, iframe, object, embed, form, base, [style], [onclick], [onload], [onerror]"));
        Assert.Equal(
            "default-src 'none'; style-src 'sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(page.QuerySelector("style")!.TextContent))) + "'; img-src data:; base-uri 'none'; form-action 'none'",
            page.QuerySelector("meta[http-equiv=Content-Security-Policy]")!.GetAttribute("content"));
        Assert.DoesNotContain("url(", page.QuerySelector("style")!.TextContent.Replace("url(\"data:", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
    }
}

using Playbooks.Reports;
using Playbooks.RunFolder;
using Playbooks.RunFolder.Log;
using Playbooks.Tests.Browsing;

namespace Playbooks.Tests.Runs.Reports;

public sealed class RunIndexTests : IDisposable
{
    private readonly TempFolder temp = new();

    public void Dispose() => temp.Dispose();

    [Fact]
    public void Runs_stand_newest_first_with_how_they_ended_and_a_link_to_their_report()
    {
        Put("a", run => run.Passed(), hour: 1);
        Put("b", run => run.Failed(), hour: 3);
        Put("c", run => run.Flaky(), hour: 2);
        temp.File("b/report.html");

        var page = Pages.Parse(new RunIndex(temp.Path).Write());

        Assert.Equal(["Failed", "Flaky", "Passed"], page.All("#runs .outcome"));
        Assert.Equal(["b/report.html", "c/", "a/"], page.QuerySelectorAll("#runs a").Select(link => link.GetAttribute("href")));
        Assert.Equal(["1 Passed", "1 Flaky", "0 Recovered", "1 Failed"], page.All(".counts li"));
        Assert.Equal(["Step 2 of 3 (Open order 12345): Order 12345 was not found at http://127.0.0.1:5000"], page.All("#runs .why"));
    }

    [Fact]
    public void A_run_is_told_apart_by_its_id_and_what_it_was_given()
    {
        Put("a", run => Given(run.Passed()), hour: 1);
        Put("b", run => Given(run.Live()), hour: 2);
        using var held = RunLock.Take(temp["b"]);

        var page = Pages.Parse(new RunIndex(temp.Path).Write());

        static StoredRun Given(StoredRun run) => run with { Status = run.Status with { Parameters = new Dictionary<string, string> { ["order_id"] = "12345", ["password"] = "***" } } };
        Assert.Equal(["b order_id = 12345 · password = ***", "a order_id = 12345 · password = ***"], page.All("#runs .given"));
        Assert.Equal(["–", "970 ms"], page.All("#runs [data-label=Duration]"));
    }

    [Fact]
    public void A_run_with_steps_that_drifted_says_so()
    {
        Put("a", run => run.Passed(), hour: 1);
        Put("b", run => Drifted(run.Passed(), 1), hour: 2);
        Put("c", run => Drifted(run.Failed(), 2), hour: 3);

        var page = Pages.Parse(new RunIndex(temp.Path).Write());

        static StoredRun Drifted(StoredRun run, int steps) => run with { Status = run.Status with { DriftedSteps = steps } };
        Assert.Equal(["drift", "drift", ""], page.QuerySelectorAll("#runs tbody tr").Select(static row => row.QuerySelector(".tag")?.TextContent ?? ""));
        Assert.Equal(
            ["2 steps found an element by a fallback", "1 step found an element by a fallback"],
            page.QuerySelectorAll("#runs .tag").Select(static tag => tag.GetAttribute("title")));
    }

    [Fact]
    public void Values_are_shown_in_one_short_line()
    {
        Assert.Equal("", ReportWording.Values(new Dictionary<string, string>()));
        Assert.Equal(
            $"a = {new string('x', 40)}… · b = 2 · c = 3 · d = 4 · …",
            ReportWording.Values(new Dictionary<string, string> { ["a"] = new('x', 41), ["b"] = "2", ["c"] = "3", ["d"] = "4", ["e"] = "5" }));
    }

    [Fact]
    public void Durations_over_time_are_drawn_a_playbook_and_said_in_words()
    {
        Put("a", run => run.Passed(), hour: 1);
        Put("b", run => run.Failed(), hour: 2);

        var page = Pages.Parse(new RunIndex(temp.Path).Write());

        Assert.Equal("Duration of the last 2 runs: from 970 ms to 8.3 s, the last 8.3 s", page.QuerySelector(".chart svg")!.GetAttribute("aria-label"));
        Assert.Equal(["passed", "failed"], page.QuerySelectorAll(".chart rect").Select(bar => bar.ClassName));
        Assert.Contains("1 of 2 runs ended as expected", page.All("#playbooks .quiet"));
    }

    [Fact]
    public void A_damaged_folder_is_named_and_hides_no_other()
    {
        Put("a", run => run.Passed(), hour: 1);
        temp.File("torn/status.json", "{ \"run_id\": ");
        temp.File("foreign/status.json", "[]");
        temp.File("stranger/holiday.jpg");
        temp.File(".last-green/x.json");
        if (!OperatingSystem.IsWindows())
        {
            Directory.CreateSymbolicLink(temp["linked"], temp["a"]);
        }

        var page = Pages.Parse(new RunIndex(temp.Path).Write());

        Assert.Equal(
            ["foreign The file status.json is damaged.", "linked The folder is a link, and links are not followed.", "stranger The folder has no status.json.", "torn The file status.json is damaged."],
            page.All("#damaged li"));
        Assert.Single(page.All("#runs .outcome"));
    }

    [Fact]
    public void A_run_whose_process_is_gone_is_not_shown_as_running()
    {
        Put("gone", run => run.Live(), hour: 1);
        Put("live", run => run.Live(), hour: 2);
        using var held = RunLock.Take(temp["live"]);

        Assert.Equal(["Still running", "Terminated"], Pages.Parse(new RunIndex(temp.Path).Write()).All("#runs .outcome"));
    }

    [Fact]
    public void What_status_json_does_not_hold_is_not_read()
    {
        Put("a", run => run.Passed(), hour: 1);
        Directory.CreateDirectory(temp["a", "actions.jsonl"]);

        Assert.Single(Pages.Parse(new RunIndex(temp.Path).Write()).All("#runs .outcome"));
    }

    [Fact]
    public void An_empty_folder_has_a_page_too()
    {
        new RunIndex(temp.Path).Update();

        Assert.Equal("No runs yet.", Pages.Parse(File.ReadAllText(temp["index.html"])).Words("#runs p"));
    }

    [Fact]
    public void Many_runs_are_shown_up_to_a_bound_and_the_others_are_counted()
    {
        for (var index = 0; index < RunIndex.MostRuns + 5; index++)
        {
            Put($"r{index}", run => run.Passed(), hour: 0);
        }

        var page = Pages.Parse(new RunIndex(temp.Path).Write());

        Assert.Equal(RunIndex.MostRuns, page.QuerySelectorAll("#runs tbody tr").Length);
        Assert.Contains("5 older runs not shown", page.Words(".overview"), StringComparison.Ordinal);
        Assert.Equal(40, page.QuerySelectorAll(".chart rect").Length);
    }

    [Fact]
    public async Task Of_runs_that_end_at_the_same_time_none_is_missing_in_the_end()
    {
        const int Runs = 64;
        using var start = new Barrier(8);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(worker => Task.Factory.StartNew(
            () =>
            {
                start.SignalAndWait();
                for (var index = worker; index < Runs; index += 8)
                {
                    Put($"r{index}", run => run.Passed(), hour: 0);
                    new RunIndex(temp.Path).Update();
                }
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)));

        Assert.Equal(Runs, Pages.Parse(File.ReadAllText(temp["index.html"])).QuerySelectorAll("#runs tbody tr").Length);
        Assert.Equal(["index.html"], Directory.GetFiles(temp.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void Whoever_finds_the_page_being_written_leaves_word_and_does_not_wait()
    {
        new RunIndex(temp.Path).Update();
        Put("a", run => run.Passed(), hour: 0);
        using (new FileStream(temp[".index", "lock"], FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
        {
            new RunIndex(temp.Path).Update();
        }

        Assert.True(File.Exists(temp[".index", "again"]));
        Assert.DoesNotContain("Cancel an order", File.ReadAllText(temp["index.html"]), StringComparison.Ordinal);
    }

    private void Put(string name, Func<SampleRun, StoredRun> make, int hour)
    {
        var status = make(new SampleRun(temp[name])).Status;
        temp.File(name + "/status.json", LogJson.Write(status with { RunId = name, StartedAt = SampleRun.Began.AddHours(hour) }));
    }
}

using Playbooks.Guarding.Secrets;
using Playbooks.Reports;
using Playbooks.RunFolder;
using Playbooks.RunFolder.Status;
using Playbooks.Tests.Browser;
using Playbooks.Tests.Browsing;

namespace Playbooks.Tests.Runs;

public sealed class ValueFilesTests : IDisposable
{
    private const int Limit = 64 * 1024;

    private readonly TempFolder temp = new();
    private readonly RunDirectory folder;

    public ValueFilesTests() => folder = new(temp.Path, "r1");

    public void Dispose() => temp.Dispose();

    [Fact]
    public async Task A_long_text_has_a_file_and_log_status_and_report_hold_its_beginning_and_length()
    {
        var text = string.Concat(Enumerable.Range(0, 600_000).Select(static number => $"{number} "));
        Run(Result(text, "page_text"), Reads(1, text, "page_text"));

        var run = StoredRun.Read(folder.Path);
        var expected = $"{text[..1000]}… ({text.Length} characters, all of it in values/page_text.txt)";
        var action = Assert.Single(run.Actions);
        Assert.Equal((expected, "values/page_text.txt", text.Length), (action.ResultText, action.ResultFile, action.ResultLength));
        Assert.Equal(new("page_text", expected) { File = "values/page_text.txt", Length = text.Length }, Assert.Single(run.End!.Outputs));
        Assert.Equal(expected, run.Status.Outputs["page_text"]);
        Assert.Equal([expected], run.Status.ExtractedTexts);
        Assert.Equal([new LargeValue("page_text", "values/page_text.txt", text.Length)], run.Status.LargeValues);
        Assert.Equal(text, File.ReadAllText(temp["r1", "values", "page_text.txt"]));
        Assert.Contains(Artifacts.Find(folder), artifact => artifact == new Artifact("values/page_text.txt", text.Length));
        Assert.All(Directory.GetFiles(folder.Path), static file => Assert.InRange(new FileInfo(file).Length, 0, 10_000));

        Assert.Empty(await new RunReports(new()).WriteAsync(run));
        Assert.Contains("<a href=\"values/page_text.txt\">", File.ReadAllText(temp["r1", "report.html"]), StringComparison.Ordinal);
        Assert.All(Directory.GetFiles(folder.Path), static file => Assert.InRange(new FileInfo(file).Length, 0, 60_000));
    }

    [Theory]
    [InlineData('x', Limit, false)]
    [InlineData('x', Limit + 1, true)]
    [InlineData('€', Limit / 3, false)]
    [InlineData('€', (Limit / 3) + 1, true)]
    public void The_limit_is_64_KiB_of_UTF_8(char character, int length, bool isLong)
    {
        var text = new string(character, length);
        Run(Result(text, "text"), Reads(1, text, "text"));

        var action = Assert.Single(StoredRun.Read(folder.Path).Actions);
        Assert.Equal(isLong, action.ResultFile is not null);
        Assert.Equal(isLong, action.ResultText != text);
        Assert.Equal(isLong, Directory.Exists(folder.Values));
    }

    [Fact]
    public void Names_are_safe_and_no_text_takes_the_place_of_another()
    {
        var first = new string('a', Limit + 1);
        var second = new string('b', Limit + 2);
        Run(Result(second, "text"), Reads(1, first, "text"), Reads(2, second, "text"), Reads(3, first, "../../evil"), Reads(4, first, "CON"), Reads(5, first, null));

        var run = StoredRun.Read(folder.Path);
        Assert.Equal(["values/text.txt", "values/text-2.txt"], run.Actions.Take(2).Select(static action => action.ResultFile));
        Assert.Equal("values/text-2.txt", Assert.Single(run.End!.Outputs).File);
        Assert.Equal("values/step-5.txt", run.Actions.Last().ResultFile);
        Assert.All(run.Actions, action => Assert.Matches(@"\Avalues/[A-Za-z0-9][A-Za-z0-9._-]*\.txt\z", action.ResultFile!));
        Assert.All(run.Actions, action => Assert.Equal(action.ResultLength, new FileInfo(Path.Combine(folder.Path, action.ResultFile!)).Length));
        Assert.Equal(5, Directory.GetFiles(folder.Values).Length);
        Assert.Equal([folder.Path], Directory.GetDirectories(temp.Path));
    }

    [Fact]
    public void No_other_text_of_a_record_makes_the_log_long()
    {
        var text = new string('x', 1_000_000);
        var failed = MadeRun.Fails(1, folder.Path) with { Description = text, Input = text, Error = text, Cause = text };
        var failure = MadeRun.Failure(folder.Path) with { Message = text, Cause = text, Values = [new("page_text", text)] };
        Run(MadeRun.Result(folder, Outcome.Failed, ErrorCode.StepFailed) with { Error = text, Cause = text, Failure = failure }, failed);

        Assert.InRange(new FileInfo(temp["r1", "actions.jsonl"]).Length, 0, 30_000);
        Assert.InRange(new FileInfo(temp["r1", "status.json"]).Length, 0, 30_000);
        Assert.EndsWith("… (1000000 characters)", StoredRun.Read(folder.Path).Status.Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_cannot_be_written_is_a_problem_and_costs_nothing_else()
    {
        var text = new string('x', Limit + 1);
        temp.File("r1/values", "in the way");

        var problems = Run(Result(text, "text"), Reads(1, text, "text"));

        Assert.Contains("values", Assert.Single(problems), StringComparison.Ordinal);
        var action = Assert.Single(StoredRun.Read(folder.Path).Actions);
        Assert.Equal((null, text.Length), (action.ResultFile, action.ResultLength));
        Assert.EndsWith($"… ({text.Length} characters)", action.ResultText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_run_keeps_where_its_long_texts_are()
    {
        var text = new string('x', Limit + 1);
        var journal = Start();
        Tell(journal, Reads(1, text, "text"));
        journal.Dispose();

        Assert.Equal(["r1"], (await new Playbooks.RunFolder.Finalizing.LostRuns(temp.Path, new ManualTime()).FinalizeAsync()).RunIds);

        var run = StoredRun.Read(folder.Path);
        Assert.Equal("values/text.txt", Assert.Single(run.End!.Outputs).File);
        Assert.Equal("values/text.txt", Assert.Single(run.Status.LargeValues).File);
    }

    private static StepResult Reads(int number, string text, string? name) => MadeRun.Passes(number) with { Info = MadeRun.Step(number) with { StoreAs = name }, Output = text };

    private PlaybookResult Result(string text, string name) => MadeRun.Result(folder) with { OutputTexts = [new(name, text)] };

    private RunJournal Start()
    {
        var journal = new RunJournal(folder, new() { TimeProvider = new ManualTime() }, SecretMask.None);
        journal.Start(MadeRun.Started("r1"), null);
        return journal;
    }

    private static void Tell(RunJournal journal, StepResult step)
    {
        journal.OnStepStarted(MadeRun.Begins(step.Info.Number));
        journal.OnStepEnded(step);
    }

    private IReadOnlyList<string> Run(PlaybookResult result, params StepResult[] steps)
    {
        using var journal = Start();
        foreach (var step in steps)
        {
            Tell(journal, step);
        }

        journal.End(result);
        journal.Commit([]);
        return journal.Problems;
    }
}

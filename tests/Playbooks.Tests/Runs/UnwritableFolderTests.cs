using System.Globalization;
using Microsoft.Extensions.Logging;
using Playbooks.Guarding.Secrets;
using Playbooks.RunFolder;
using Playbooks.Tests.Browser;
using Playbooks.Tests.Browsing;
using Playbooks.TestSupport;

namespace Playbooks.Tests.Runs;

/// <summary>Nothing that the file system refuses may change what becomes of a run; it is told, once.</summary>
public sealed class UnwritableFolderTests : IDisposable
{
    private readonly TempFolder temp = new();

    public void Dispose() => temp.Dispose();

    [Fact]
    public void A_folder_that_cannot_be_made_is_one_problem_in_one_sentence()
    {
        temp.File("file");
        var folder = new RunDirectory(temp["file", "runs"], "r1");
        var told = new ToldLog();

        using var journal = Run(folder, told);

        var problem = Assert.Single(journal.Problems);
        Assert.StartsWith($"The run's evidence could not be written completely to {folder.Path}: ", problem, StringComparison.Ordinal);
        Assert.EndsWith("Free disk space, or choose another folder with the option OutputRoot or PLAYBOOKS_OUTPUT.", problem, StringComparison.Ordinal);
        Assert.Equal([$"Run r1: {problem}"], told.Messages);
        Assert.Null(journal.Tail);
    }

    [Fact]
    public void A_folder_that_may_not_be_written_is_one_problem()
    {
        var folder = new RunDirectory(temp.Path, "r1");
        // Not even an administrator may make a folder where a file stands.
        temp.File("r1/actions.jsonl", "an earlier run's\n");
        temp.File("r1/earlier", "not a folder");

        using var journal = Run(folder, new());

        Assert.Contains("earlier", Assert.Single(journal.Problems), StringComparison.Ordinal);
        Assert.Equal("an earlier run's\n", File.ReadAllText(temp["r1", "actions.jsonl"]));
    }

    [Fact]
    public void A_link_in_the_place_of_the_folder_is_not_written_through()
    {
        var elsewhere = Directory.CreateDirectory(temp["elsewhere"]).FullName;
        Directory.CreateSymbolicLink(temp["r1"], elsewhere);

        using var journal = Run(new(temp.Path, "r1"), new());

        Assert.Contains("is a link", Assert.Single(journal.Problems), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(elsewhere));
    }

    [Fact]
    public async Task A_disk_that_is_full_for_a_while_costs_the_records_of_that_while_and_no_more()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var child = ChildProcess.Start("fill-disk", temp.Path, "r1");

        var problem = Assert.Single(await child.EndAsync());

        Assert.StartsWith($"The run's evidence could not be written completely to {temp["r1"]}: ", problem, StringComparison.Ordinal);
        var run = StoredRun.Read(temp["r1"]);
        Assert.Empty(run.Problems);
        var steps = run.Actions.Select(action => action.Step).ToList();
        var lost = Enumerable.Range(1, 25).Except(steps).ToList();
        Assert.NotEmpty(lost);
        Assert.Equal(Enumerable.Range(1, 5), steps.Take(5));
        Assert.Equal(Enumerable.Range(21, 5), steps.TakeLast(5));
        // A note is shorter than a record and may fit where none does; the next one counts anew.
        var notes = run.Records.OfType<NoteRecord>().Select(note => note.Message.Split(' ', 2)).ToList();
        Assert.All(notes, note => Assert.Equal($"record(s) before this one could not be written. {problem}", note[1]));
        Assert.Equal(lost.Count, notes.Sum(note => int.Parse(note[0], CultureInfo.InvariantCulture)));
        Assert.Equal((RunState.Completed, Outcome.Passed), (run.Status.Status, run.Status.Result));
        Assert.Equal([problem], run.Status.Problems);
    }

    private static RunJournal Run(RunDirectory folder, ToldLog told)
    {
        var journal = new RunJournal(folder, new() { TimeProvider = new ManualTime(), Logger = told }, SecretMask.None);
        journal.Start(MadeRun.Started("r1"), null);
        journal.OnStepStarted(MadeRun.Begins(1));
        journal.OnStepEnded(MadeRun.Passes(1));
        journal.Note("stuck", "It goes round in circles.");
        journal.End(MadeRun.Result(folder));
        journal.Commit([]);
        return journal;
    }

    private sealed class ToldLog : ILogger
    {
        public List<string> Messages { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Messages.Add(formatter(state, exception));
    }
}

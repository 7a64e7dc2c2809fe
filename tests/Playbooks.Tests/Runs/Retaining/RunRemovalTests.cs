using Playbooks.Guarding.Secrets;
using Playbooks.RunFolder;
using Playbooks.RunFolder.Retaining;
using Playbooks.Tests.Browser;
using Playbooks.Tests.Browsing;

namespace Playbooks.Tests.Runs.Retaining;

public sealed class RunRemovalTests : IDisposable
{
    private static readonly Retention None = Retention.KeepAll;

    private readonly TempFolder temp = new();
    private readonly ManualTime time = new();

    public RunRemovalTests()
    {
        // A day after the other; two of them failed, and one of these as its test wants it to.
        foreach (var id in (string[])["p0", "f1", "p2", "p3", "w4"])
        {
            Run(id, id[1] - '0');
        }

        time.Advance(TimeSpan.FromDays(5));
    }

    public void Dispose() => temp.Dispose();

    public static TheoryData<Retention, string> Kept => new()
    {
        { None, "f1 p0 p2 p3 w4" },
        { None with { MaxAge = TimeSpan.FromDays(2.5) }, "f1 p3 w4" },
        { None with { MaxAge = TimeSpan.FromDays(2.5), FailedMaxAge = TimeSpan.FromDays(3.5) }, "p3 w4" },
        { None with { MaxCount = 3 }, "f1 p3 w4" },
        { None with { MaxCount = 1 }, "f1" },
        { None with { MaxCount = 0 }, "" },
        { None with { MaxBytes = 0 }, "" },
        { None with { MaxBytes = long.MaxValue }, "f1 p0 p2 p3 w4" },
    };

    [Theory]
    [MemberData(nameof(Kept))]
    public void The_oldest_go_and_what_failed_stays_longer(Retention retention, string kept)
    {
        var removed = new RunRemoval(temp.Path, retention, time).Remove();

        Assert.Equal(kept, string.Join(' ', Runs()));
        Assert.Equal(5, removed.Count + Runs().Count());
        Assert.DoesNotContain(Directory.GetDirectories(temp.Path), static path => Path.GetFileName(path).StartsWith(".removed", StringComparison.Ordinal));
    }

    [Fact]
    public void Bytes_count_all_files_of_a_run()
    {
        temp.File("p3/values/text.txt", new string('x', 1_000_000));

        new RunRemoval(temp.Path, None with { MaxBytes = 500_000 }, time).Remove();

        Assert.Equal("f1 w4", string.Join(' ', Runs()));
    }

    [Fact]
    public void Only_runs_that_have_ended_are_removed_and_nothing_through_links()
    {
        var elsewhere = temp.File("elsewhere/mine", "untouched");
        Run("linked", 0, temp["elsewhere"]);
        Directory.CreateSymbolicLink(temp["linked"], temp["elsewhere", "linked"]);
        Directory.CreateSymbolicLink(temp["p2", "values"], Path.GetDirectoryName(elsewhere)!);
        temp.File("no run/file");
        temp.File("copied/file");
        File.Copy(temp["p0", "actions.jsonl"], temp["copied", "actions.jsonl"]);
        File.Copy(temp["p0", "status.json"], temp["copied", "status.json"]);
        temp.File(".removed-0/file");
        using var live = Start("live", 0);
        Start("lost", 0).Dispose();
        using var again = RunLock.Take(temp["p3"]);

        new RunRemoval(temp.Path, None with { MaxCount = 0 }, time).Remove();

        Assert.Equal(["copied", "elsewhere", "linked", "live", "lost", "no run", "p3"], Directory.GetDirectories(temp.Path).Select(Path.GetFileName).Where(static name => name![0] != '.').Order(StringComparer.Ordinal));
        Assert.Equal("untouched", File.ReadAllText(elsewhere));
        Assert.True(File.Exists(temp["elsewhere", "linked", "status.json"]));
        Assert.False(Directory.Exists(temp[".removed-0"]));
    }

    [Fact]
    public async Task It_is_due_at_the_start_and_then_at_most_once_an_hour_for_each_folder()
    {
        var schedule = new RemovalSchedule();
        var one = None with { MaxCount = 4 };

        Assert.Equal(["p0"], await schedule.BeginAsync(temp.Path, one, time));
        Run("p5", 5);
        Assert.Empty(await schedule.BeginAsync(temp.Path, one, time));
        time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(["p2"], await schedule.BeginAsync(temp.Path, one, time));
        Assert.Empty(await schedule.BeginAsync(temp["nobody"], one, time));
        Assert.Empty(await new RemovalSchedule().BeginAsync(temp.Path, null, time));
    }

    private IEnumerable<string?> Runs() => Directory.GetDirectories(temp.Path).Select(Path.GetFileName).Where(static name => name![0] != '.').Order(StringComparer.Ordinal);

    private RunJournal Start(string id, int day, string? root = null)
    {
        var journal = new RunJournal(new(root ?? temp.Path, id), new() { TimeProvider = time }, SecretMask.None);
        journal.Start(MadeRun.Started(id) with { StartedAt = DateTimeOffset.UnixEpoch.AddDays(day) }, null);
        return journal;
    }

    private void Run(string id, int day, string? root = null)
    {
        using var journal = Start(id, day, root);
        journal.End(id[0] == 'p' ? MadeRun.Result(new(temp.Path, id)) : MadeRun.Result(new(temp.Path, id), Outcome.Failed, ErrorCode.StepFailed) with { FailedAsExpected = id[0] == 'w' ? true : null });
        journal.Commit([]);
    }
}

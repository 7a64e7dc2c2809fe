using Playbooks.Server.Catalog;
using Playbooks.Server.Pages.Watching;

namespace Playbooks.Server.Tests.Pages;

/// <summary>What the timeline of a run shows while a step is active that contains others, which is recorded after them.</summary>
public sealed class TimelineTests
{
    private readonly CatalogPlaybook playbook = new()
    {
        Id = "buy",
        Name = "Buy",
        StepCount = 4,
        Steps = [new(1, "1", "attempt", "Reserve a seat", 3, 6), new(4, "2", "click", "Pay", 7, 7)],
    };

    [Fact]
    public void A_group_is_active_with_its_name_and_its_attempts_until_its_own_record_comes()
    {
        var inside = new Timeline(Watch(Record(2, "1[0].1", "click"), Record(2, "1[1].1", "click")), new("")).DrawSteps();
        var ended = new Timeline(Watch(Record(2, "1[0].1", "click"), Record(1, "1", "attempt")), new("")).DrawSteps();

        Assert.Contains("<div class=\"row now\" data-step=\"1\">", inside, StringComparison.Ordinal);
        Assert.Contains("Reserve a seat", inside, StringComparison.Ordinal);
        Assert.Contains("Attempt 2", inside, StringComparison.Ordinal);
        Assert.Contains("<div class=\"row ahead\" data-step=\"2\">", inside, StringComparison.Ordinal);
        Assert.Contains("<div class=\"row now\" data-step=\"2\">", ended, StringComparison.Ordinal);
    }

    [Fact]
    public void Steps_of_a_called_playbook_do_not_count_as_reached() =>
        Assert.Equal(1, Watch(Record(1, "1", "run"), Record(3, "1/login:3", "click") with { Playbook = "login" }).ReachedSteps);

    private WatchedRun Watch(params ActionRecord[] records)
    {
        var status = new RunStatus { RunId = "r", Playbook = "buy", Status = RunState.Running };
        return new(
            status,
            new() { Folder = "/runs/r", Header = new() { RunId = "r", OriginalId = "r", Playbook = "buy", PlaybookName = "Buy", SourcePath = "buy.playbook.yaml" }, Status = status, Records = records, IsLive = true },
            playbook);
    }

    private static ActionRecord Record(int step, string path, string action) =>
        new() { Step = step, Path = path, Tool = "playbook", Action = action, Success = true, Outcome = Outcome.Passed };
}

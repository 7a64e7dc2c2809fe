using System.Text.Json;
using Playbooks.Guarding.Secrets;
using Playbooks.Tests.Runs.Reports;

namespace Playbooks.Tests.Runs.Comparing;

public sealed class ShownDifferencesTests
{
    private static readonly SampleRun Sample = new("/runs/now");

    [Fact]
    public void The_text_of_a_failure_shows_them_as_a_table()
    {
        var text = FailureReport.ToText(Result(Sample.Failure()));

        Assert.Contains(
            """
            Differences from the last passed run (0193f0a1)
              Step  What     Last passed             Now
              ----  -------  ----------------------  ---------------
              1     url      /orders?q=12345&page=1  /orders?q=12345
              2     reached  passed                  failed
            """,
            text,
            StringComparison.Ordinal);
    }

    [Fact]
    public void That_nothing_differs_is_told_and_that_no_run_has_passed_yet_is_not()
    {
        Assert.Contains("Differences from the last passed run (0193f0a1)\n  None up to the failure.", FailureReport.ToText(Result(Sample.Failure() with { Differences = [] })), StringComparison.Ordinal);
        Assert.DoesNotContain("differs", FailureReport.ToText(Result(Sample.Failure() with { LastPassed = null, Differences = [] })), StringComparison.Ordinal);
    }

    [Fact]
    public void Programs_read_them_too()
    {
        using var json = JsonDocument.Parse(FailureReport.ToJson(Result(Sample.Failure())));

        Assert.Equal("0193f0a1", json.RootElement.GetProperty("last_passed").GetProperty("run_id").GetString());
        Assert.Equal("/orders?q=12345", json.RootElement.GetProperty("differences")[0].GetProperty("now").GetString());
    }

    private static PlaybookResult Result(FailureDetails failure) => new(new SecretMask([]))
    {
        Playbook = new() { Id = "cancel_order", Name = "Cancel an order", Source = new("cancel_order.playbook.yaml", () => SampleRun.Yaml), Steps = [] },
        Outcome = Outcome.Failed,
        Error = failure.Message,
        Failure = failure,
        RunId = RunId.From("now"),
        RunFolder = "/runs/now",
    };
}

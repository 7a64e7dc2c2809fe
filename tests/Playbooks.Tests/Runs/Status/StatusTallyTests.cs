using Playbooks.RunFolder.Status;
using Playbooks.Tests.Browsing;
using Playbooks.Tests.Runs.Reports;

namespace Playbooks.Tests.Runs.Status;

public sealed class StatusTallyTests : IDisposable
{
    private readonly TempFolder temp = new();

    public void Dispose() => temp.Dispose();

    [Fact]
    public void A_step_has_drifted_where_the_last_attempt_that_found_its_element_needed_a_fallback()
    {
        Assert.Equal(0, Drifted(Found(1, 0), Found(2, null)));
        Assert.Equal(2, Drifted(Found(1, 1), Found(2, 0), Found(3, 2)));
        Assert.Equal(1, Drifted(Found(1, 1), Found(1, 2)));
        Assert.Equal(1, Drifted(Found(1, 0), Found(1, 1)));
        Assert.Equal(0, Drifted(Found(1, 1), Found(1, 0)));
        Assert.Equal(1, Drifted(Found(1, 1), Found(1, null)));
    }

    [Fact]
    public void What_a_recovery_agent_used_is_no_drift() => Assert.Equal(0, Drifted(Found(1, 1) with { Tool = "recovery" }));

    private static ActionRecord Found(int step, int? rank) => SampleRun.Missed(step) with { SelectorRank = rank, Path = $"{step}" };

    private int Drifted(params ActionRecord[] actions)
    {
        var tally = new StatusTally(new SampleRun(temp["run"]).Passed().Header);
        foreach (var action in actions)
        {
            tally.Add(action);
        }

        return tally.ToStatus().DriftedSteps;
    }
}

using Playbooks.RunFolder.Comparing;
using Playbooks.Tests.Browsing;
using Playbooks.Tests.Runs.Reports;

namespace Playbooks.Tests.Runs.Comparing;

public sealed class LastGreenTests : IDisposable
{
    private readonly TempFolder temp = new();
    private readonly LastPassedRuns green;

    public LastGreenTests() => green = new(temp.Path);

    public void Dispose() => temp.Dispose();

    [Fact]
    public void The_last_run_that_passed_is_found_again()
    {
        green.Remember(Run("a").Passed());
        green.Remember(Run("b").Flaky());

        Assert.Equal(new("b", temp["b"], SampleRun.Began), green.Find("cancel_order", "cancels an open order"));
    }

    [Theory]
    [InlineData(nameof(SampleRun.Failed))]
    [InlineData(nameof(SampleRun.Recovered))]
    [InlineData(nameof(SampleRun.Killed))]
    [InlineData(nameof(SampleRun.Live))]
    public void A_run_that_did_not_pass_by_itself_is_not_remembered(string run)
    {
        green.Remember(Run("a").Passed());
        green.Remember(Run("b").Named(run));

        Assert.Equal("a", green.Find("cancel_order", "cancels an open order")!.RunId);
    }

    [Fact]
    public void Cases_have_their_own()
    {
        green.Remember((Run("a") with { Case = null }).Passed());
        green.Remember((Run("b") with { Case = "x/../y" }).Passed());
        green.Remember((Run("c") with { Case = "x/../Y" }).Passed());

        Assert.Equal("a", green.Find("cancel_order", null)!.RunId);
        Assert.Equal("b", green.Find("cancel_order", "x/../y")!.RunId);
        Assert.Equal("c", green.Find("cancel_order", "x/../Y")!.RunId);
        Assert.Null(green.Find("cancel_order", "y"));
        Assert.Equal([".last-green", "a", "b", "c"], Directory.GetFileSystemEntries(temp.Path).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void One_whose_folder_is_gone_is_none()
    {
        green.Remember(Run("a").Passed());
        Directory.Delete(temp["a"]);

        Assert.Null(green.Find("cancel_order", "cancels an open order"));
    }

    [Fact]
    public void One_that_was_set_aside_is_found_where_it_is_kept()
    {
        green.Remember(Run("a").Passed());
        Directory.CreateDirectory(temp["a", "earlier", "1"]);

        Assert.Equal(temp["a", "earlier", "1"], green.Find("cancel_order", "cancels an open order")!.Folder);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"run_id":"../outside","epoch":1,"started_at":"2026-11-21T00:00:00Z"}""")]
    public void A_damaged_memory_is_none(string content)
    {
        green.Remember(Run("a").Passed());
        File.WriteAllText(Assert.Single(Directory.GetFiles(temp[".last-green"])), content);

        Assert.Null(green.Find("cancel_order", "cancels an open order"));
    }

    private SampleRun Run(string id)
    {
        Directory.CreateDirectory(temp[id]);
        return new(temp[id]) { RunId = id };
    }
}

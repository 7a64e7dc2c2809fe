using Playbooks.Tests.Browsing;
using Playbooks.TestSupport;

namespace Playbooks.Tests.Runner;

/// <summary>What a program of the user's own prints for GitHub.</summary>
public sealed class AnnotationTests : IDisposable
{
    private readonly TempFolder temp = new();

    public void Dispose() => temp.Dispose();

    [Fact]
    public async Task A_program_that_runs_a_playbook_prints_the_annotation_as_a_line_of_its_own()
    {
        using var child = ChildProcess.Start(new Dictionary<string, string> { ["GITHUB_ACTIONS"] = "true", ["GITHUB_WORKSPACE"] = "/shop" }, "fail", temp.Path);

        Assert.Equal(
            [
                "::error file=cancel_order.playbook.yaml,line=6,endLine=6,col=5,title=Cancel order::Step 1 of 1 (click): Order 12345 was not found.",
                "Failed",
            ],
            await child.EndAsync());
    }

    [Fact]
    public async Task A_program_prints_none_where_GitHub_does_not_run_it()
    {
        using var child = ChildProcess.Start(new Dictionary<string, string> { ["GITHUB_ACTIONS"] = "" }, "fail", temp.Path);

        Assert.Equal(["Failed"], await child.EndAsync());
    }
}

using Playbooks.RunFolder;
using Playbooks.RunFolder.Status;
using Playbooks.Tests.Browsing;

namespace Playbooks.Tests.Runs.Status;

public sealed class ArtifactsTests : IDisposable
{
    private readonly TempFolder temp = new();

    public void Dispose() => temp.Dispose();

    [Fact]
    public void What_is_finished_and_may_be_shown_is_listed_and_nothing_else()
    {
        foreach (var name in (string[])["actions.jsonl", "report.html", "report.html.0123.tmp", "status.json", "status.json.next", "run.lock", "trace.zip", "screenshots/0001_click.jpg", "earlier/1/trace.zip", ".unmasked-trace/written.tmp"])
        {
            temp.File("r1/" + name);
        }

        Assert.Equal(["actions.jsonl", "report.html", "screenshots/0001_click.jpg", "trace.zip"], Artifacts.Find(new(temp.Path, "r1")).Select(artifact => artifact.Path));
    }

    [Fact]
    public void A_folder_that_was_never_made_has_none() => Assert.Empty(Artifacts.Find(new(temp.Path, "none")));

    [Fact]
    public async Task Files_that_come_and_go_meanwhile_do_no_harm()
    {
        var folder = new RunDirectory(temp.Path, "r1");
        temp.File("r1/trace.zip");
        var file = new StatusFile(folder.Path);
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                file.Write(new() { RunId = "r1", Playbook = "p", Status = RunState.Running });
            }
        });

        for (var look = 0; look < 2000; look++)
        {
            Assert.Equal("trace.zip", Assert.Single(Artifacts.Find(folder)).Path);
        }

        await stop.CancelAsync();
        await writing;
    }
}

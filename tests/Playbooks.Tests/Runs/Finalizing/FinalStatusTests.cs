using Playbooks.Guarding.Secrets;
using Playbooks.RunFolder;
using Playbooks.RunFolder.Finalizing;
using Playbooks.RunFolder.Status;
using Playbooks.Tests.Browsing;

namespace Playbooks.Tests.Runs.Finalizing;

public sealed class FinalStatusTests : IDisposable
{
    private readonly TempFolder temp = new();

    public void Dispose() => temp.Dispose();

    [Theory]
    [InlineData("publish")]
    [InlineData("clean up")]
    [InlineData("persist")]
    [InlineData("publish", "clean up")]
    [InlineData("publish", "persist")]
    [InlineData("clean up", "persist")]
    public async Task The_status_names_each_phase_that_failed_and_keeps_the_outcome(params string[] failing)
    {
        var folder = new RunDirectory(temp.Path, "r1");
        using var journal = new RunJournal(folder, new(), SecretMask.None);
        journal.Start(MadeRun.Started("r1"), baseUrl: null);
        journal.End(MadeRun.Result(folder));

        await new Finalizer(TimeProvider.System, journal.Report).FinishAsync(
            FinalPhase.Publish(_ => Act("publish")), FinalPhase.CleanUp(_ => Act("clean up")), FinalPhase.Persist(_ => Act("persist")));
        journal.Commit(Artifacts.Find(folder));
        await journal.StatusWrittenAsync();

        var status = StoredRun.Read(folder.Path).Status;
        Assert.Equal((RunState.Completed, false), (status.Status, status.Finalizing));
        Assert.Equal(failing.Select(name => $"Ending the run (phase '{name}'): The disk is gone."), status.Problems);
        Assert.Contains(status.Artifacts, artifact => artifact.Path == "actions.jsonl");

        Task Act(string name) => failing.Contains(name) ? throw new IOException("The disk is gone.") : Task.CompletedTask;
    }
}

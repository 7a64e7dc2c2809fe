using Playbooks.Xunit.Tests.Flows;

namespace Playbooks.Xunit.Tests;

public sealed class RetentionTests(PlaybookFixture playbooks) : IClassFixture<PlaybookFixture>, IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("playbooks-tests-").FullName;

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Theory]
    [InlineData(null, false)]
    [InlineData("all", true)]
    public async Task The_first_run_of_a_process_removes_old_ones_unless_all_are_kept(string? keep, bool stays)
    {
        var old = Directory.CreateDirectory(Path.Combine(root, "old")).FullName;
        await File.WriteAllTextAsync(Path.Combine(old, "actions.jsonl"), """{"schema":1,"run_id":"old","original_id":"old","playbook":"p","playbook_name":"P","source_path":"/p.yaml","started_at":"2020-01-01T00:00:00Z"}""" + "\n");
        await File.WriteAllTextAsync(Path.Combine(old, "status.json"), """{"run_id":"old","playbook":"p","status":"completed","started_at":"2020-01-01T00:00:00Z","result":"passed"}""");

        var run = await playbooks.RunAsync(new ReadOrder(new(OrderId: 1)), options: new() { OutputRoot = root, Retention = keep is null ? null : Retention.KeepAll });

        run.ShouldSucceed();
        Assert.Equal(stays, Directory.Exists(old));
        Assert.True(Directory.Exists(run.RunFolder));
    }
}

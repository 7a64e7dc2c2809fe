using Playbooks.Storage;
using Playbooks.Tests.Browsing;
using Playbooks.TestSupport;

namespace Playbooks.Tests.Runs;

public sealed class PrivateFolderTests : IDisposable
{
    private readonly TempFolder temp = new();
    private readonly string place;
    private readonly string root;

    public PrivateFolderTests()
    {
        place = Directory.CreateDirectory(temp["tmp"]).FullName;
        root = temp["runs"];
    }

    public void Dispose() => temp.Dispose();

    [Fact]
    public async Task What_a_killed_process_left_unmasked_is_outside_the_runs_and_swept_by_the_next()
    {
        using var child = ChildProcess.Start(new Dictionary<string, string> { ["TMPDIR"] = place }, "browse", root, "r1");
        Assert.Equal("acting", await child.ReadLineAsync());

        // Of a live process nothing is removed.
        PrivateFolder.Sweep(place);
        var left = Assert.Single(Directory.GetDirectories(place, "playbooks-private-*"));
        Assert.NotEmpty(Directory.GetFiles(left, "*.trace", SearchOption.AllDirectories));
        Assert.Empty(Directory.GetDirectories(place, "playwright-artifacts-*"));
        Assert.DoesNotContain(Directory.GetFileSystemEntries(Path.Combine(root, "r1"), "*", SearchOption.AllDirectories), static path => path.Contains("trace", StringComparison.Ordinal));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(left));
        }

        await child.KillAsync();
        var next = PrivateFolder.Create(place);

        // The driver of the killed process may still write for a moment, and a folder that is written to cannot be removed.
        for (var sweeps = 0; sweeps < 100 && Directory.GetDirectories(place, "playbooks-private-*").Length > 1; sweeps++)
        {
            await Task.Delay(100);
            PrivateFolder.Sweep(place);
        }

        Assert.Equal([next.Path], Directory.GetDirectories(place, "playbooks-private-*"));
        next.Remove();
        Assert.Empty(Directory.GetDirectories(place, "playbooks-private-*"));
    }

    [Fact]
    public void What_is_no_left_folder_of_ours_is_left_alone()
    {
        var elsewhere = temp.File("elsewhere/mine", "untouched");
        Directory.CreateSymbolicLink(Path.Combine(place, "playbooks-private-linked"), Path.GetDirectoryName(elsewhere)!);
        Directory.CreateDirectory(Path.Combine(place, "playbooks-private-beginning"));
        Directory.CreateDirectory(Path.Combine(place, "another"));
        temp.File("tmp/playbooks-private-left/run.lock");
        var old = Directory.CreateDirectory(Path.Combine(place, "playbooks-private-cut"));
        old.LastWriteTimeUtc = DateTimeOffset.UnixEpoch.UtcDateTime;

        PrivateFolder.Sweep(place);

        Assert.Equal(["another", "playbooks-private-beginning", "playbooks-private-linked"], Directory.GetDirectories(place).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal("untouched", File.ReadAllText(elsewhere));
    }
}

using Playbooks.RunFolder;
using Playbooks.RunFolder.Log;
using Playbooks.Tests.Browser;
using Playbooks.Tests.Browsing;

namespace Playbooks.Tests.Runs;

public sealed class EarlierRunTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_first_run_of_an_id_has_the_epoch_1_and_moves_nothing()
    {
        folder.File("notes.txt", "mine");

        Assert.Equal(1, new EarlierRun(folder.Path).SetAside());

        Assert.True(File.Exists(folder["notes.txt"]));
        Assert.False(Directory.Exists(folder["earlier"]));
    }

    [Fact]
    public void All_that_a_run_left_is_moved_and_the_next_ones_too()
    {
        Leave(epoch: 1);
        folder.File("screenshots/0001_click.jpg", "one");
        folder.File("run.lock", "4711");

        Assert.Equal(2, new EarlierRun(folder.Path).SetAside());
        Leave(epoch: 2);
        Assert.Equal(3, new EarlierRun(folder.Path).SetAside());

        Assert.Equal("one", File.ReadAllText(folder["earlier", "1", "screenshots", "0001_click.jpg"]));
        Assert.Equal(2, ActionLogReader.Read(folder["earlier", "2", "actions.jsonl"]).Header.Epoch);
        Assert.Equal(["earlier", "run.lock"], Directory.GetFileSystemEntries(folder.Path).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void A_move_that_was_cut_short_is_taken_up_again()
    {
        Leave(epoch: 1);
        folder.File("earlier/1/status.json", "moved before");
        folder.File("report.html", "not yet moved");

        Assert.Equal(2, new EarlierRun(folder.Path).SetAside());

        Assert.Equal(["actions.jsonl", "report.html", "status.json"], Directory.GetFiles(folder["earlier", "1"]).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void A_log_that_cannot_be_read_is_kept_as_well_and_overwrites_none()
    {
        Leave(epoch: 1);
        new EarlierRun(folder.Path).SetAside();
        folder.File("actions.jsonl", "torn");

        Assert.Equal(3, new EarlierRun(folder.Path).SetAside());

        Assert.Equal("torn", File.ReadAllText(folder["earlier", "2", "actions.jsonl"]));
        Assert.Equal(1, ActionLogReader.Read(folder["earlier", "1", "actions.jsonl"]).Header.Epoch);
    }

    private void Leave(int epoch) => ActionLog.Create(folder["actions.jsonl"], MadeRun.Header() with { Epoch = epoch }, new ManualTime()).Dispose();
}

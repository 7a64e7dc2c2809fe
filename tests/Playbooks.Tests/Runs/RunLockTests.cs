using Playbooks.RunFolder;
using Playbooks.Tests.Browsing;

namespace Playbooks.Tests.Runs;

public sealed class RunLockTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void It_is_held_until_it_is_given_back()
    {
        Assert.False(RunLock.IsHeld(folder.Path));

        using (RunLock.Take(folder.Path))
        {
            Assert.True(RunLock.IsHeld(folder.Path));
        }

        Assert.False(RunLock.IsHeld(folder.Path));
        RunLock.Take(folder.Path).Dispose();
    }

    [Fact]
    public void Who_comes_second_is_told_that_a_run_is_under_way()
    {
        using var first = RunLock.Take(folder.Path);

        var error = Assert.Throws<PlaybookException>(() => RunLock.Take(folder.Path));

        Assert.Equal(ErrorCode.RunConflict, error.Code);
        Assert.Equal($"A run with the id '{Path.GetFileName(folder.Path)}' is already active in {folder.Path}. Wait for it to end, stop it, or choose another run id.", error.Message);
        Assert.True(RunLock.IsHeld(folder.Path));
    }

    [Fact]
    public void It_names_the_process_to_people()
    {
        RunLock.Take(folder.Path).Dispose();

        Assert.Equal($"{Environment.ProcessId}\n", File.ReadAllText(folder["run.lock"]));
    }

    [Fact]
    public async Task Of_many_that_start_at_once_one_wins()
    {
        using var start = new Barrier(8);

        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Factory.StartNew(
            () =>
            {
                start.SignalAndWait();
                try
                {
                    return RunLock.Take(folder.Path);
                }
                catch (PlaybookException error) when (error.Code == ErrorCode.RunConflict)
                {
                    return null;
                }
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)));

        Assert.Single(taken, each => each is not null)!.Dispose();
    }

    [Fact]
    public async Task Readers_that_ask_all_the_time_keep_no_run_from_starting()
    {
        using var stop = new CancellationTokenSource();
        RunLock.Take(folder.Path).Dispose();
        var readers = Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                RunLock.IsHeld(folder.Path);
            }
        })).ToList();

        for (var start = 0; start < 200; start++)
        {
            RunLock.Take(folder.Path).Dispose();
        }

        await stop.CancelAsync();
        await Task.WhenAll(readers);
    }

    [Fact]
    public void A_link_in_its_place_is_refused()
    {
        var elsewhere = folder.File("elsewhere/mine", "untouched");
        File.CreateSymbolicLink(folder["run.lock"], elsewhere);

        Assert.Equal(ErrorCode.InvalidPath, Assert.Throws<PlaybookException>(() => RunLock.Take(folder.Path)).Code);
        Assert.Equal("untouched", File.ReadAllText(elsewhere));
    }
}

using Playbooks.Browsing;
using Playbooks.Tests.Browser;
using Playbooks.Storage;

namespace Playbooks.Tests.Browsing;

public sealed class BrowserInstallerTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly List<string> said = [];

    public void Dispose() => folder.Dispose();

    private string Browser => folder["browser"];

    private FoundBrowser? Find() => File.Exists(Browser) ? new(Browser, "the browser") : null;

    private InstallAttempt Attempt(string name, string script, TimeSpan? limit = null) => new()
    {
        Name = name,
        Commands = [Command(name, script)],
        TimeLimit = limit ?? TimeSpan.FromMinutes(5),
    };

    // By the shell: a file that was just written cannot always be started itself. Where another test starts a process at that
    // moment, the new process has the file open for writing until it has become its own program ("Text file busy").
    private InstallCommand Command(string name, string script) => new("/bin/sh", folder.FakeInstaller(name, script));

    private Task<FoundBrowser> InstallAsync(
        IReadOnlyList<InstallAttempt> attempts, TimeProvider? time = null, CancellationToken cancellationToken = default) =>
        new BrowserInstaller(attempts, ["get a-browser"], Lock(), new(said.Add, null), time ?? TimeProvider.System).InstallAsync(Find, cancellationToken);

    private FileLock Lock() => new(folder["lock"], TimeProvider.System);

    [Fact]
    public async Task The_first_way_that_leads_to_a_browser_is_the_last_that_is_tried()
    {
        var found = await InstallAsync(
        [
            Attempt("first", "echo 'Error: nobody answered'; echo '   at stack'; exit 3"),
            Attempt("second", $"touch '{Browser}'"),
            Attempt("third", $"touch '{folder["third-ran"]}'"),
        ]);
        Assert.Equal(Browser, found.Path);
        Assert.False(File.Exists(folder["third-ran"]));
        Assert.Equal(
            [
                "No browser was found on this machine. Installing one: first.",
                "first: ended with code 3 (Error: nobody answered)",
                "No browser was found on this machine. Installing one: second.",
                $"Installed the browser: {Browser}",
            ],
            said);
    }

    [Fact]
    public async Task When_nothing_works_the_error_says_what_was_tried_and_what_to_type()
    {
        var error = await Assert.ThrowsAsync<PlaybookException>(() => InstallAsync(
        [
            Attempt("first", "exit 7"),
            Attempt("second", "exit 0"),
            new() { Name = "third", Commands = [new(folder["is-not-there"])], TimeLimit = TimeSpan.FromMinutes(1) },
        ]));
        Assert.Equal(ErrorCode.SetupFailed, error.Code);
        Assert.Contains("  - first: ended with code 7\n", error.Message, StringComparison.Ordinal);
        Assert.Contains("  - second: succeeded, but left no browser", error.Message, StringComparison.Ordinal);
        Assert.Contains("  - third: ended with code -1 (", error.Message, StringComparison.Ordinal);
        Assert.Contains("\n    get a-browser\n", error.Message, StringComparison.Ordinal);
        Assert.Contains(BrowserOptions.ExecutableVariable, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_attempt_that_does_not_end_is_stopped_at_its_limit_with_all_that_it_started()
    {
        var time = new ManualTime();
        var pid = folder["pid"];
        var running = InstallAsync(
            [Attempt("endless", $"sleep 600 & echo $! > '{pid}.part'; mv '{pid}.part' '{pid}'; wait", TimeSpan.FromMinutes(2))], time);
        await Eventually(() => File.Exists(pid));
        time.Advance(TimeSpan.FromMinutes(2));
        await Assert.ThrowsAsync<PlaybookException>(() => running);
        Assert.Contains("endless: was stopped after 120 s", said);
        var child = (await File.ReadAllTextAsync(pid)).Trim();
        await Eventually(() => !File.Exists($"/proc/{child}/status") || File.ReadAllText($"/proc/{child}/status").Contains("Z (zombie)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_caller_who_cancels_gets_that_and_no_error_of_ours()
    {
        using var source = new CancellationTokenSource();
        var running = InstallAsync([Attempt("endless", $"touch '{folder["started"]}'; sleep 600")], cancellationToken: source.Token);
        await Eventually(() => File.Exists(folder["started"]));
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    [Fact]
    public async Task A_program_that_asks_gets_no_answer_instead_of_waiting_for_one() =>
        await Assert.ThrowsAsync<PlaybookException>(() => InstallAsync([Attempt("asks", "read answer || exit 9")]));

    [Fact]
    public async Task A_step_that_may_fail_does_not_end_the_attempt()
    {
        var attempt = new InstallAttempt
        {
            Name = "two steps",
            Commands = [Command("update", "exit 1") with { MayFail = true }, Command("install", $"touch '{Browser}'")],
            TimeLimit = TimeSpan.FromMinutes(5),
        };
        Assert.Equal(Browser, (await InstallAsync([attempt])).Path);
    }

    [Fact]
    public async Task While_another_holds_the_lock_nothing_is_installed_and_what_it_installed_is_taken()
    {
        var held = await Lock().TakeAsync(() => { }, CancellationToken.None);
        var running = InstallAsync([Attempt("never", $"touch '{folder["ran"]}'; touch '{Browser}'")]);
        await Eventually(() => said.Count > 0);
        await File.WriteAllTextAsync(Browser, "");
        held.Dispose();
        Assert.Equal(Browser, (await running).Path);
        Assert.False(File.Exists(folder["ran"]));
        Assert.Equal(["Waiting for another process to install a browser."], said);
    }

    [Fact]
    public async Task Another_process_is_kept_out_too()
    {
        using var held = await Lock().TakeAsync(() => { }, CancellationToken.None);
        Assert.Equal(1, await FlockAsync("--nonblock"));
        held.Dispose();

        // Waiting, because a process that another test starts at this moment may hold the lock for as long as it takes to start.
        Assert.Equal(0, await FlockAsync("--timeout=30"));
    }

    private async Task<int> FlockAsync(string patience) =>
        (await CommandRunner.RunAsync(new("/usr/bin/flock", patience, "--exclusive", folder["lock"], "true"), CancellationToken.None)).ExitCode;

    private static async Task Eventually(Func<bool> holds)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!holds())
        {
            await Task.Delay(10, limit.Token);
        }
    }
}

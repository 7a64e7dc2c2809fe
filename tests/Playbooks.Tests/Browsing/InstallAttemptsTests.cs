using Playbooks.Browsing;

namespace Playbooks.Tests.Browsing;

public sealed class InstallAttemptsTests : IDisposable
{
    private static readonly PlaywrightDriver Driver = new("/pw/node", "/pw/cli.js");
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    private static IEnumerable<string> Names(IReadOnlyList<InstallAttempt> attempts) => attempts.Select(attempt => attempt.Name);

    [Fact]
    public void As_root_on_Debian_Playwrights_installer_comes_before_the_distributions_packages() =>
        Assert.Equal(
            ["Playwright's installer", "apt-get install chromium-headless-shell", "apt-get install chromium"],
            Names(InstallAttempts.For(TestMachine.Debian(folder, root: true), Driver, headed: false)));

    [Fact]
    public void With_windows_a_headless_shell_is_no_use() =>
        Assert.Equal(
            ["Playwright's installer", "apt-get install chromium"],
            Names(InstallAttempts.For(TestMachine.Debian(folder, root: true), Driver, headed: true)));

    [Fact]
    public void Who_is_not_root_installs_no_packages_but_is_told_what_to_type()
    {
        var machine = TestMachine.Debian(folder, root: false);
        Assert.Equal(["Playwright's installer"], Names(InstallAttempts.For(machine, Driver, headed: false)));
        Assert.Equal(
            ["\"/pw/node\" \"/pw/cli.js\" install --only-shell chromium", "sudo apt-get update && sudo apt-get install -y chromium-headless-shell"],
            InstallAttempts.ToType(machine, Driver, headed: false));
    }

    [Fact]
    public void Elsewhere_than_on_Debian_there_is_only_Playwrights_installer()
    {
        folder.File("os-release", "ID=fedora\n");
        folder.File("apt-get");
        Assert.Equal(["Playwright's installer"], Names(InstallAttempts.For(TestMachine.In(folder) with { IsRoot = true }, Driver, headed: false)));
    }

    [Fact]
    public void Every_attempt_has_a_time_limit() =>
        Assert.All(
            InstallAttempts.For(TestMachine.Debian(folder, root: true), Driver, headed: false),
            attempt => Assert.InRange(attempt.TimeLimit, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(10)));

    [Fact]
    public void The_driver_is_found_beside_the_program() => Assert.NotNull(PlaywrightDriver.Find(folder.Path, AppContext.BaseDirectory));

    [Fact]
    public void Without_a_driver_there_is_no_Playwright_installer()
    {
        Assert.Null(PlaywrightDriver.Find(folder.Path));
        Assert.Empty(InstallAttempts.For(TestMachine.In(folder), driver: null, headed: false));
    }
}

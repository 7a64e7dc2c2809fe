using Microsoft.Playwright;
using Playbooks.Browsing;

namespace Playbooks.Tests.Browsing;

public sealed class BrowserLauncherTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_program_that_is_no_browser_is_a_setup_error_that_names_it()
    {
        using var playwright = await Playwright.CreateAsync();
        var program = folder.FakeInstaller("no-browser", "echo 'I am no browser' >&2; exit 4");
        var error = await Assert.ThrowsAsync<PlaybookException>(
            () => new BrowserLauncher().LaunchAsync(playwright, new() { ExecutablePath = program }));
        Assert.Equal(ErrorCode.SetupFailed, error.Code);
        Assert.Contains(program, error.Message, StringComparison.Ordinal);
        Assert.IsAssignableFrom<PlaywrightException>(error.InnerException);
    }

    [Fact]
    public async Task Where_nothing_may_be_installed_the_error_says_what_to_type()
    {
        var machine = TestMachine.Debian(folder, root: true) with { System = System.Runtime.InteropServices.OSPlatform.OSX };
        var error = await Assert.ThrowsAsync<PlaybookException>(
            () => new BrowserLauncher(machine, TimeProvider.System).FindOrInstallAsync("", new() { InstallIfMissing = false }, CancellationToken.None));
        Assert.StartsWith("No browser was found on this machine. Install one with\n    \"", error.Message, StringComparison.Ordinal);
        Assert.Contains("cli.js\" install --only-shell chromium\n", error.Message, StringComparison.Ordinal);
    }
}

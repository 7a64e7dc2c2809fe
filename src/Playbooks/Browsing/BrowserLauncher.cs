using Microsoft.Playwright;
using Playbooks.Storage;

namespace Playbooks.Browsing;

/// <summary>Starts a browser. Finds an installed one, or installs one if there is none.</summary>
internal sealed class BrowserLauncher
{
    private readonly Machine machine;
    private readonly TimeProvider time;

    /// <summary>Initializes a launcher for this machine.</summary>
    /// <param name="time">The clock for time limits, or null for the system's.</param>
    public BrowserLauncher(TimeProvider? time = null)
        : this(Machine.Current(), time ?? TimeProvider.System)
    {
    }

    internal BrowserLauncher(Machine machine, TimeProvider time)
    {
        this.machine = machine;
        this.time = time;
    }

    /// <summary>Starts a browser on this machine.</summary>
    /// <param name="playwright">The Playwright instance that controls the browser. The caller must dispose both.</param>
    /// <param name="options">The options of the browser.</param>
    /// <param name="cancellationToken">Cancels finding and installing the browser.</param>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.SetupFailed"/>: there is no browser, or it failed to start. The message says what to do.</exception>
    public async Task<IBrowser> LaunchAsync(IPlaywright playwright, BrowserOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(playwright);
        ArgumentNullException.ThrowIfNull(options);
        options = BrowserEnvironment.Complete(options, machine.Environment);
        var type = options.Engine switch
        {
            BrowserEngine.Firefox => playwright.Firefox,
            BrowserEngine.WebKit => playwright.Webkit,
            _ => playwright.Chromium,
        };
        var found = options.Engine is BrowserEngine.Firefox or BrowserEngine.WebKit
            ? new OtherEngineLocator(machine, options).Find(type.ExecutablePath)
            : await FindOrInstallAsync(type.ExecutablePath, options, cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            // Playwright's own traces and downloads are not masked, and its temporary folder survives a killed process.
            var artifacts = ArtifactFolder.Create();
            var browser = await type.LaunchAsync(new()
            {
                ExecutablePath = found.Path,
                Channel = found.Channel,
                Headless = !options.Headed,
                Args = options.Engine == BrowserEngine.Chromium ? LaunchArguments.For(machine.IsRoot, options) : options.Arguments,
                ArtifactsDir = artifacts.Path,
            }).ConfigureAwait(false);
            browser.Disconnected += (_, _) => artifacts.Remove();
            return browser;
        }
        catch (PlaywrightException didNotStart)
        {
            throw new PlaybookException(
                ErrorCode.SetupFailed,
                $"{found.Name} failed to start ({found.Path}): {FirstLine(didNotStart.Message)} Start it manually to find out why, or set {BrowserOptions.ExecutableVariable} to the executable of another browser.",
                didNotStart);
        }
    }

    internal async Task<FoundBrowser> FindOrInstallAsync(string playwrightExecutable, BrowserOptions options, CancellationToken cancellationToken)
    {
        var messages = new BrowserMessages(options.OnMessage, options.Logger);
        var locator = new BrowserLocator(machine, WellKnownLocations.Find(machine));
        if (locator.Find(options, playwrightExecutable) is { } there)
        {
            messages.Say($"Using {there.Name}: {there.Path}");
            return there;
        }

        var driver = PlaywrightDriver.Find(machine.Environment("PLAYWRIGHT_DRIVER_SEARCH_PATH"), AppContext.BaseDirectory);
        var toType = InstallAttempts.ToType(machine, driver, options.Headed);
        if (!options.InstallIfMissing)
        {
            throw BrowserInstaller.NothingWorked(toType, []);
        }

        var installer = new BrowserInstaller(
            InstallAttempts.For(machine, driver, options.Headed),
            toType,
            new FileLock(Path.Combine(machine.SharedFolder, "playbooks-browser-install.lock"), time),
            messages,
            time);
        return await installer.InstallAsync(() => locator.Find(options, playwrightExecutable), cancellationToken).ConfigureAwait(false);
    }

    private static string FirstLine(string message) => message.Split('\n', 2)[0].TrimEnd();
}

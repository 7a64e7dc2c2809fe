namespace Playbooks.Browsing;

/// <summary>Finds a Firefox or WebKit on this machine. They are not installed automatically.</summary>
/// <param name="machine">The machine.</param>
/// <param name="options">The options, whose engine is Firefox or WebKit.</param>
internal sealed class OtherEngineLocator(Machine machine, BrowserOptions options)
{
    // A Firefox of Mozilla's or of a distribution, which Playwright controls by WebDriver BiDi.
    private const string StockFirefox = "moz-firefox";

    private static readonly string[] FirefoxPlaces = ["/usr/bin/firefox-esr", "/usr/bin/firefox"];

    private string Name => options.Engine == BrowserEngine.Firefox ? "Firefox" : "WebKit";

    /// <summary>Returns the browser: the configured one, Playwright's own, or for Firefox one in a usual location.</summary>
    /// <param name="playwrightExecutable">The path where Playwright installs its own browser.</param>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.SetupFailed"/>: there is none. The message says how to install it.</exception>
    public FoundBrowser Find(string playwrightExecutable)
    {
        if (new BrowserLocator(machine, []).FindNamed(options) is { } named)
        {
            return options.Engine == BrowserEngine.Firefox && named.Path != playwrightExecutable ? named with { Channel = StockFirefox } : named;
        }

        if (File.Exists(playwrightExecutable))
        {
            return new(playwrightExecutable, $"Playwright's {Name}");
        }

        return options.Engine == BrowserEngine.Firefox && Array.Find(FirefoxPlaces, File.Exists) is { } stock
            ? new(stock, "Firefox", StockFirefox)
            : throw new PlaybookException(ErrorCode.SetupFailed, $"{Name} was not found on this machine. Install Playwright's build of it: {Command}");
    }

    private string Command
    {
        get
        {
            var arguments = $"install --with-deps {Name.ToLowerInvariant()}";
            return PlaywrightDriver.Find(machine.Environment("PLAYWRIGHT_DRIVER_SEARCH_PATH"), AppContext.BaseDirectory) is { } driver
                ? $"\"{driver.Node}\" \"{driver.Script}\" {arguments}"
                : $"playwright {arguments}";
        }
    }
}

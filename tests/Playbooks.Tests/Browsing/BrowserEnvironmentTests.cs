using Playbooks.Browsing;

namespace Playbooks.Tests.Browsing;

/// <summary>Which engine is started, and whether its windows are shown.</summary>
public sealed class BrowserEnvironmentTests
{
    [Theory]
    [InlineData(BrowserEngine.Chromium)]
    [InlineData(BrowserEngine.Firefox, "PLAYBOOKS_ENGINE=firefox")]
    [InlineData(BrowserEngine.WebKit, "PLAYBOOKS_ENGINE=WebKit", "BROWSER=firefox")]
    [InlineData(BrowserEngine.Firefox, "BROWSER=firefox", "PLAYBOOKS_ENGINE=")]
    [InlineData(BrowserEngine.Chromium, "BROWSER=/usr/bin/xdg-open")]
    public void The_environment_chooses_the_engine_and_ours_comes_first(BrowserEngine engine, params string[] variables)
    {
        Assert.Equal(engine, Complete(new(), variables).Engine);
        Assert.Equal(BrowserEngine.WebKit, Complete(new() { Engine = BrowserEngine.WebKit }, variables).Engine);
    }

    [Theory]
    [InlineData("PLAYBOOKS_ENGINE is 'fierfox', which is not a browser engine. The engines are chromium, firefox, webkit. Did you mean firefox?", "PLAYBOOKS_ENGINE=fierfox")]
    [InlineData("BROWSER is 'edge', which is not a browser engine. The engines are chromium, firefox, webkit. Set it to one of them, or set PLAYBOOKS_ENGINE, which takes precedence.", "BROWSER=edge")]
    [InlineData("PLAYBOOKS_HEADED is 'yes'. Set it to 1 or 0.", "PLAYBOOKS_HEADED=yes")]
    public void An_unknown_word_is_an_error(string message, params string[] variables)
    {
        var error = Assert.Throws<PlaybookException>(() => Complete(new(), variables));

        Assert.Equal((ErrorCode.SetupFailed, "The environment variable " + message), (error.Code, error.Message));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true, "PLAYBOOKS_HEADED=1")]
    [InlineData(true, "HEADED=1")]
    [InlineData(true, "PWDEBUG=1")]
    [InlineData(false, "HEADED=1", "PWDEBUG=1", "PLAYBOOKS_HEADED=0")]
    [InlineData(false, "HEADED=0")]
    public void The_environment_shows_windows(bool headed, params string[] variables)
    {
        Assert.Equal(headed, Complete(new(), variables).Headed);
        Assert.True(Complete(new() { Headed = true }, variables).Headed);
        Assert.Equal(variables.Contains("PWDEBUG=1"), BrowserEnvironment.IsDebugging(Lookup(variables)));
    }

    [Fact]
    public void Another_engine_is_found_but_not_installed()
    {
        using var folder = new TempFolder();
        var firefox = folder.File("firefox");
        var machine = TestMachine.In(folder, ("PLAYBOOKS_BROWSER", firefox));
        var options = new BrowserOptions { Engine = BrowserEngine.Firefox };

        Assert.Equal("moz-firefox", new OtherEngineLocator(machine, options).Find("/none").Channel);
        Assert.Null(new OtherEngineLocator(machine, options).Find(firefox).Channel);
        var missing = Assert.Throws<PlaybookException>(() => new OtherEngineLocator(machine with { Environment = static _ => null }, new() { Engine = BrowserEngine.WebKit }).Find("/none"));
        Assert.Matches("^WebKit was not found on this machine. Install Playwright's build of it: .*install --with-deps webkit$", missing.Message);
        var wrong = Assert.Throws<PlaybookException>(() => new OtherEngineLocator(machine, options with { ExecutablePath = "/none/firefox" }).Find("/none"));
        Assert.Contains("'/none/firefox', set by the options, does not exist. Set the path of a Firefox executable", wrong.Message, StringComparison.Ordinal);
    }

    private static BrowserOptions Complete(BrowserOptions options, string[] variables) => BrowserEnvironment.Complete(options, Lookup(variables));

    private static Func<string, string?> Lookup(string[] variables) =>
        name => variables.Select(variable => variable.Split('=', 2)).FirstOrDefault(pair => pair[0] == name)?[1];
}

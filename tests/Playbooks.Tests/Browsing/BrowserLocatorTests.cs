using System.Runtime.InteropServices;
using Playbooks.Browsing;

namespace Playbooks.Tests.Browsing;

public sealed class BrowserLocatorTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    private string PlaywrightExecutable => folder["pw", "chromium-7", "chrome-linux64", "chrome"];

    private FoundBrowser? Find(BrowserOptions options, params (string Name, string Value)[] environment)
    {
        BrowserLocation[] usual =
        [
            new(folder["usual", "shell"], "the shell", HeadlessOnly: true),
            new(folder["usual", "chromium"], "Chromium"),
        ];
        return new BrowserLocator(TestMachine.In(folder, environment), usual).Find(options, PlaywrightExecutable);
    }

    private void Everything()
    {
        folder.File("named");
        folder.File("by-variable");
        folder.File("pw/chromium-7/chrome-linux64/chrome");
        folder.File("pw/chromium_headless_shell-7/chrome-headless-shell-linux64/chrome-headless-shell");
        folder.File("usual/shell");
        folder.File("usual/chromium");
    }

    [Fact]
    public void The_browser_that_the_options_name_comes_first()
    {
        Everything();
        var found = Find(new() { ExecutablePath = folder["named"] }, (BrowserOptions.ExecutableVariable, folder["by-variable"]));
        Assert.Equal(folder["named"], found?.Path);
    }

    [Fact]
    public void Then_comes_the_one_that_the_environment_names()
    {
        Everything();
        Assert.Equal(folder["by-variable"], Find(new(), (BrowserOptions.ExecutableVariable, folder["by-variable"]))?.Path);
    }

    [Fact]
    public void Then_comes_Playwrights_own_headless_shell_of_the_same_revision()
    {
        Everything();
        folder.File("pw/chromium_headless_shell-6/chrome-headless-shell-linux64/chrome-headless-shell");
        Assert.Equal(folder["pw", "chromium_headless_shell-7", "chrome-headless-shell-linux64", "chrome-headless-shell"], Find(new())?.Path);
    }

    [Fact]
    public void With_windows_it_is_Playwrights_full_browser()
    {
        Everything();
        Assert.Equal(PlaywrightExecutable, Find(new() { Headed = true })?.Path);
    }

    [Fact]
    public void A_headless_shell_of_another_revision_is_not_Playwrights_own()
    {
        folder.File("pw/chromium_headless_shell-6/chrome-headless-shell-linux64/chrome-headless-shell");
        Assert.Null(Find(new()));
    }

    [Fact]
    public void Then_come_the_usual_places_in_their_order()
    {
        folder.File("usual/shell");
        folder.File("usual/chromium");
        Assert.Equal(folder["usual", "shell"], Find(new())?.Path);
        Assert.Equal(folder["usual", "chromium"], Find(new() { Headed = true })?.Path);
    }

    [Fact]
    public void Where_there_is_none_nothing_is_found() => Assert.Null(Find(new()));

    [Fact]
    public void A_named_browser_that_is_not_there_is_an_error_and_no_other_is_taken()
    {
        Everything();
        var error = Assert.Throws<PlaybookException>(() => Find(new(), (BrowserOptions.ExecutableVariable, folder["lost"])));
        Assert.Equal(ErrorCode.SetupFailed, error.Code);
        Assert.Contains(folder["lost"], error.Message, StringComparison.Ordinal);
        Assert.Contains(BrowserOptions.ExecutableVariable, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bare_name_is_looked_for_on_the_path()
    {
        folder.File("second/my-chromium");
        var path = string.Join(Path.PathSeparator, folder["first"], folder["second"]);
        Assert.Equal(folder["second", "my-chromium"], Find(new() { ExecutablePath = "my-chromium" }, ("PATH", path))?.Path);
    }

    [Fact]
    public void On_Linux_the_headless_shell_is_looked_for_first()
    {
        var places = WellKnownLocations.Find(TestMachine.In(folder));
        Assert.Equal(["chromium-headless-shell", "Chromium", "Chrome", "Edge"], places.Select(place => place.Name).Distinct());
        Assert.True(places[0].HeadlessOnly);
    }

    [Fact]
    public void On_MacOS_programs_of_all_users_and_of_this_one_are_looked_for()
    {
        var places = WellKnownLocations.Find(TestMachine.In(folder) with { System = OSPlatform.OSX }).Select(place => place.Path).ToList();
        Assert.Equal(6, places.Count);
        Assert.Contains("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", places);
        Assert.Contains(folder["home", "Applications", "Chromium.app", "Contents", "MacOS", "Chromium"], places);
    }

    [Fact]
    public void On_Windows_the_program_folders_are_those_of_the_environment()
    {
        var machine = TestMachine.In(folder, ("PROGRAMFILES", "C:/Programs"), ("LOCALAPPDATA", "C:/Mine")) with { System = OSPlatform.Windows };
        var places = WellKnownLocations.Find(machine);
        Assert.Equal(["Chromium", "Chromium", "Chrome", "Chrome", "Edge", "Edge"], places.Select(place => place.Name));
        Assert.All(places, place => Assert.Matches("^C:/(Programs|Mine)", place.Path));
    }
}

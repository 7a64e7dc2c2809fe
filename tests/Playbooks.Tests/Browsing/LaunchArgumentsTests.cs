using Playbooks.Browsing;

namespace Playbooks.Tests.Browsing;

public class LaunchArgumentsTests
{
    [Fact]
    public void Roots_flags_are_added_only_as_root()
    {
        var options = new BrowserOptions { Arguments = ["--mine"] };
        Assert.Equal(["--mine"], LaunchArguments.For(isRoot: false, options));
        var asRoot = LaunchArguments.For(isRoot: true, options);
        Assert.Contains("--no-sandbox", asRoot);
        Assert.Equal("--mine", asRoot[^1]);
    }
}

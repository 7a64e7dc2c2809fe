using Playbooks.RunFolder;

namespace Playbooks.Tests.Runs;

public sealed class RunFolderTests : IDisposable
{
    private readonly string root = Path.Combine(Path.GetTempPath(), "playbooks-tests", Guid.NewGuid().ToString("N"));

    public void Dispose()
    {
        if (Directory.Exists(root))
        {
            Directory.Delete(root, recursive: true);
        }
    }

    [Fact]
    public void Naming_it_makes_nothing()
    {
        var folder = new RunDirectory(root, "night/1");

        Assert.Equal(root, Path.GetDirectoryName(folder.Path));
        Assert.False(Directory.Exists(root));
    }

    [Fact]
    public void It_is_made_for_its_owner_only_and_so_is_the_root()
    {
        var folder = new RunDirectory(Path.Combine(root, "all", "runs"), "r1");

        Assert.Equal(folder.Path, folder.Create());

        if (!OperatingSystem.IsWindows())
        {
            const UnixFileMode owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
            Assert.Equal(owner, File.GetUnixFileMode(folder.Path));
            Assert.Equal(owner, File.GetUnixFileMode(folder.Root));
            Assert.Equal(owner, File.GetUnixFileMode(root));
        }
    }

    [Theory]
    [InlineData("r1", "r1")]
    [InlineData("r1/screenshots", "screenshots")]
    public void A_link_below_the_root_is_refused(string link, string named)
    {
        var elsewhere = Directory.CreateDirectory(Path.Combine(root, "elsewhere")).FullName;
        var runs = Path.Combine(root, "runs");
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(runs, link))!);
        Directory.CreateSymbolicLink(Path.Combine(runs, link), elsewhere);

        var error = Assert.Throws<PlaybookException>(() => new RunDirectory(runs, "r1").Create());

        Assert.Equal(ErrorCode.InvalidPath, error.Code);
        Assert.Contains($"{named} is a link", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(elsewhere));
    }

    [Fact]
    public void A_root_that_is_a_link_itself_is_the_callers_choice()
    {
        var elsewhere = Directory.CreateDirectory(Path.Combine(root, "elsewhere")).FullName;
        var link = Path.Combine(root, "runs");
        Directory.CreateSymbolicLink(link, elsewhere);

        new RunDirectory(link, "r1").Create();

        Assert.True(Directory.Exists(Path.Combine(elsewhere, "r1")));
    }
}

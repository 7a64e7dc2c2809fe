using Playbooks.Reports;
using Playbooks.RunFolder;
using Playbooks.Tests.Browsing;

namespace Playbooks.Tests.Runs;

public sealed class WholeFileTests : IDisposable
{
    private readonly TempFolder temp = new();

    public void Dispose() => temp.Dispose();

    [Fact]
    public void The_index_of_a_root_that_others_may_look_into_is_its_owners()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        // As an earlier version left it.
        var index = temp.File("index.html");
        const UnixFileMode everybody = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
        File.SetUnixFileMode(index, everybody);

        new RunIndex(temp.Path).Update();

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(index));
    }

    [Fact]
    public void A_link_is_replaced_and_not_followed()
    {
        var mine = temp.File("elsewhere/mine", "untouched");
        File.CreateSymbolicLink(temp["text"], mine);

        WholeFile.Write(temp["text"], "new");

        Assert.Equal(("untouched", "new"), (File.ReadAllText(mine), File.ReadAllText(temp["text"])));
        Assert.Null(new FileInfo(temp["text"]).LinkTarget);
        Assert.Equal(["text"], Directory.GetFiles(temp.Path).Select(Path.GetFileName));
    }
}

using Playbooks.RunFolder.Status;
using Playbooks.Tests.Browsing;

namespace Playbooks.Tests.Runs.Status;

public sealed class StatusFileTests : IDisposable
{
    private const int Replacements = 100;

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Who_reads_it_while_it_is_replaced_sees_one_or_the_other_and_never_half_of_one()
    {
        var file = new StatusFile(folder.Path);
        file.Write(Status(0));

        var reading = Task.Run(() =>
        {
            var seen = new List<int>();
            do
            {
                var status = new StatusFile(folder.Path).Read();
                Assert.NotNull(status);
                Assert.Equal(status.ActionCount, status.ExtractedTexts.Count);
                seen.Add(status.ActionCount);
            }
            while (seen[^1] < Replacements);
            return seen;
        });
        for (var count = 1; count <= Replacements; count++)
        {
            file.Write(Status(count));
        }

        var seen = await reading;
        Assert.Equal(seen.Order(), seen);
        Assert.Equal(["status.json"], Directory.GetFiles(folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void What_a_killed_process_left_of_a_replacement_is_no_hindrance()
    {
        folder.File("status.json.next", "half of a st");

        new StatusFile(folder.Path).Write(Status(3));

        Assert.Equal(3, new StatusFile(folder.Path).Read()!.ActionCount);
    }

    [Fact]
    public void A_link_in_its_place_is_replaced_and_not_followed()
    {
        var elsewhere = folder.File("elsewhere/mine", "untouched");
        File.CreateSymbolicLink(folder["status.json"], elsewhere);
        File.CreateSymbolicLink(folder["status.json.next"], elsewhere);

        new StatusFile(folder.Path).Write(Status(1));

        Assert.Equal("untouched", File.ReadAllText(elsewhere));
        Assert.Equal(1, new StatusFile(folder.Path).Read()!.ActionCount);
    }

    [Fact]
    public void One_that_is_missing_or_foreign_says_nothing()
    {
        Assert.Null(new StatusFile(folder.Path).Read());
        folder.File("status.json", "[1, 2");
        Assert.Null(new StatusFile(folder.Path).Read());
    }

    private static RunStatus Status(int count) => new()
    {
        RunId = "r1",
        Playbook = "cancel_order",
        Status = RunState.Running,
        ActionCount = count,
        ExtractedTexts = [.. Enumerable.Repeat("text", count)],
    };
}

using Playbooks.RunFolder.Log;
using Playbooks.Tests.Browser;
using Playbooks.Tests.Browsing;

namespace Playbooks.Tests.Runs.Log;

public sealed class ActionLogReaderTests : IDisposable
{
    private readonly TempFolder folder = new();

    private string Path => folder["actions.jsonl"];

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_torn_last_line_is_skipped_and_said_so()
    {
        var lines = Write(3);
        File.WriteAllText(Path, string.Join('\n', lines)[..^20]);

        var read = ActionLogReader.Read(Path);

        Assert.Equal([1L, 2L], read.Records.Select(record => record.Id));
        Assert.Equal($"{Path}: the last line ends after {lines[^1].Length - 20} bytes and was skipped, because the run was interrupted while writing it.", read.TornEnd);
        Assert.Empty(read.Problems);
    }

    [Fact]
    public void A_last_line_without_its_end_counts_as_torn_even_if_all_else_is_there()
    {
        File.WriteAllText(Path, string.Join('\n', Write(2)));

        var read = ActionLogReader.Read(Path);

        Assert.Single(read.Records);
        Assert.NotNull(read.TornEnd);
    }

    [Theory]
    [InlineData("{\"type\":\"action\",\"id\":2,")]
    [InlineData("\0\0\0\0")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[2]")]
    [InlineData("{\"id\":2}")]
    [InlineData("{\"type\":\"note\",\"id\":2,\"topic\":\"a\",\"message\":\"b\"} {}")]
    public void A_damaged_line_in_the_middle_is_reported_with_its_line_and_its_neighbours_are_read(string damage)
    {
        var lines = Write(3);
        lines[2] = damage;
        File.WriteAllLines(Path, lines);

        var read = ActionLogReader.Read(Path);

        Assert.Equal([1L, 3L], read.Records.Select(record => record.Id));
        Assert.StartsWith($"{Path}:3 is damaged:", Assert.Single(read.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void A_gap_in_the_ids_is_reported_with_its_line()
    {
        var lines = Write(5);
        File.WriteAllLines(Path, [.. lines[..2], .. lines[4..]]);

        var read = ActionLogReader.Read(Path);

        Assert.Equal([1L, 4L, 5L], read.Records.Select(record => record.Id));
        Assert.Equal($"{Path}:3: 2 record(s) before record 4 are missing.", Assert.Single(read.Problems));
    }

    [Fact]
    public void A_record_that_comes_twice_is_reported()
    {
        var lines = Write(2);
        File.WriteAllLines(Path, [.. lines, lines[^1]]);

        Assert.Equal($"{Path}:4: record 2 follows record 2, which is out of order.", Assert.Single(ActionLogReader.Read(Path).Problems));
    }

    [Fact]
    public void What_a_newer_version_added_is_left_out_and_said_so()
    {
        var lines = Write(2);
        lines[0] = lines[0].Replace("\"schema\":1", "\"schema\":2,\"weather\":\"fine\"", StringComparison.Ordinal);
        lines[1] = """{"type":"thought","id":1,"depth":7}""";
        lines[2] = lines[2].Replace("\"step\":2", "\"step\":2,\"mood\":\"good\"", StringComparison.Ordinal);
        File.WriteAllLines(Path, lines);

        var read = ActionLogReader.Read(Path);

        Assert.Equal(2, Assert.IsType<ActionRecord>(Assert.Single(read.Records)).Step);
        Assert.Equal(
            [
                $"{Path} was written by a newer version (schema 2; this version supports 1). Unknown content was skipped.",
                $"{Path}:2: record 1 of type 'thought' has a format that this version does not support and was skipped.",
            ],
            read.Problems);
    }

    [Fact]
    public void A_line_longer_than_any_buffer_is_read_whole()
    {
        var message = new string('x', 300_000);
        using (var log = ActionLog.Create(Path, MadeRun.Header(), new ManualTime()))
        {
            log.Append(new NoteRecord { Topic = "long", Message = message });
            log.Append(MadeRun.Action(1));
        }

        var read = ActionLogReader.Read(Path);

        Assert.Equal(message, Assert.IsType<NoteRecord>(read.Records[0]).Message);
        Assert.IsType<ActionRecord>(read.Records[1]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"schema\":1")]
    [InlineData("hello\n")]
    [InlineData("{}\n")]
    [InlineData("null\n")]
    public void A_file_that_is_no_log_is_told_apart(string content)
    {
        File.WriteAllText(Path, content);

        var error = Assert.Throws<PlaybookException>(() => ActionLogReader.Read(Path));

        Assert.Equal(ErrorCode.NotFound, error.Code);
        Assert.Equal($"{Path} is not the log of a run, because its first line is not a header. Use the folder of a run.", error.Message);
        Assert.Null(ActionLogReader.TryReadHeader(Path));
    }

    [Fact]
    public void A_log_that_is_not_there_is_told()
    {
        var error = Assert.Throws<PlaybookException>(() => ActionLogReader.Read(folder["nobody", "actions.jsonl"]));

        Assert.Equal(ErrorCode.NotFound, error.Code);
        Assert.StartsWith("There is no log of a run at", error.Message, StringComparison.Ordinal);
    }

    private string[] Write(int actions)
    {
        using var log = ActionLog.Create(Path, MadeRun.Header(), new ManualTime());
        for (var number = 1; number <= actions; number++)
        {
            log.Append(MadeRun.Action(number));
        }

        return File.ReadAllLines(Path);
    }
}

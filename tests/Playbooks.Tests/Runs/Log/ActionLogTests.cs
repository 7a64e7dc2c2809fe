using Playbooks.RunFolder.Log;
using Playbooks.Tests.Browser;
using Playbooks.Tests.Browsing;

namespace Playbooks.Tests.Runs.Log;

public sealed class ActionLogTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly ManualTime time = new();

    private string File => folder["actions.jsonl"];

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_record_gets_the_next_id_and_the_time_and_is_readable_at_once()
    {
        using var log = ActionLog.Create(File, MadeRun.Header(), time);

        Assert.Equal(1, log.Append(MadeRun.Action(1)));
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(2, log.Append(MadeRun.Action(2)));

        var read = ActionLogReader.Read(File);
        Assert.Equal("r1", read.Header.RunId);
        Assert.Equal([1L, 2L], read.Records.Select(record => record.Id));
        Assert.Equal(DateTimeOffset.UnixEpoch.AddSeconds(1), read.Records[1].Timestamp);
        Assert.Equal(MadeRun.Action(2).Step, Assert.IsType<ActionRecord>(read.Records[1]).Step);
        Assert.Empty(read.Problems);
        Assert.Null(read.TornEnd);
    }

    [Fact]
    public void A_line_is_the_record_as_JSON_says_it_with_its_type_and_id_first()
    {
        using var log = ActionLog.Create(File, MadeRun.Header(), time);

        log.Append(new NoteRecord { Topic = "evidence", Message = "It's \"full\":\n<ü>" });

        var line = System.IO.File.ReadAllLines(File)[1];
        Assert.Equal("""{"type":"note","id":1,"timestamp":"1970-01-01T00:00:00+00:00","topic":"evidence","message":"It's \"full\":\n<ü>"}""", line);
        Assert.Equal(LogJson.Write(Assert.Single(ActionLogReader.Read(File).Records)), line);
    }

    [Fact]
    public void Nothing_follows_the_end()
    {
        using var log = ActionLog.Create(File, MadeRun.Header(), time);
        log.Append(MadeRun.End());

        Assert.True(log.IsComplete);
        Assert.Throws<InvalidOperationException>(() => log.Append(MadeRun.Action(1)));
    }

    [Fact]
    public void A_file_that_is_there_is_never_written_over()
    {
        folder.File("actions.jsonl", "mine");

        Assert.Throws<IOException>(() => ActionLog.Create(File, MadeRun.Header(), time));

        Assert.Equal("mine", System.IO.File.ReadAllText(File));
    }

    [Fact]
    public async Task Records_appended_from_many_threads_each_get_a_line_and_an_id_of_their_own()
    {
        using var log = ActionLog.Create(File, MadeRun.Header(), time);

        var ids = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Enumerable.Range(0, 200).Select(number => log.Append(MadeRun.Action(number))).ToList())));

        Assert.Equal(Enumerable.Range(1, 1600).Select(id => (long)id), ids.SelectMany(each => each).Order());
        var read = ActionLogReader.Read(File);
        Assert.Equal(1600, read.Records.Count);
        Assert.Empty(read.Problems);
    }

    [Fact]
    public async Task Who_waits_for_the_log_to_grow_is_told_of_a_record_and_of_the_closing()
    {
        var log = ActionLog.Create(File, MadeRun.Header(), time);
        var first = log.Grown.Next;
        Assert.False(first.IsCompleted);

        log.Append(MadeRun.Action(1));
        await first;

        var second = log.Grown.Next;
        Assert.False(second.IsCompleted);
        log.Dispose();
        await second;
        Assert.True(log.IsComplete);
    }
}

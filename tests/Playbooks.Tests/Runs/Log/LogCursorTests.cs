using System.Text;
using Playbooks.RunFolder.Log;

namespace Playbooks.Tests.Runs.Log;

/// <summary>Damage and gaps, mixed.</summary>
public sealed class LogCursorTests
{
    private const string Junk = "not a record";

    [Theory]
    // lines, separated: a number is a record of that id, ? is junk, a number with t is of an unknown type | ids that are read or stand for damage | problems, by line
    [InlineData("1 2 3", "1 2 3", "")]
    [InlineData("1 ? 2", "1 2* 2", "3:damaged")]
    [InlineData("1 ? 3", "1 2* 3", "3:damaged")]
    [InlineData("1 ? 1", "1 2* 1", "3:damaged 4:order")]
    [InlineData("1 ? ? 4 5", "1 2* 3* 4 5", "3:damaged 4:damaged")]
    [InlineData("1 ? ? 3 4", "1 2* 3* 3 4", "3:damaged 4:damaged")]
    [InlineData("1 ? 4 5", "1 2* 4 5", "3:damaged 4:1 missing")]
    [InlineData("1 ? 5 ? 7", "1 2* 5 6* 7", "3:damaged 4:2 missing 5:damaged")]
    [InlineData("? 2", "1* 2", "2:damaged")]
    [InlineData("? 3", "1* 3", "2:damaged 3:1 missing")]
    [InlineData("1 4t 5", "1 4* 5", "3:2 missing, unknown")]
    [InlineData("1 2t 3", "1 2* 3", "3:unknown")]
    [InlineData("1 ? 3t 4", "1 2* 3* 4", "3:damaged 4:unknown")]
    [InlineData("1 2 1 3", "1 2 1 3", "4:order")]
    [InlineData("1 2 2 3", "1 2 2 3", "4:order")]
    [InlineData("1 3 2 4", "1 3 2 4", "3:1 missing 4:order")]
    [InlineData("5 6", "5 6", "2:4 missing")]
    public void Each_is_told_once_where_it_is(string lines, string ids, string problems)
    {
        var cursor = new LogCursor("log");
        cursor.ReadHeader(JsonBytes(MadeRun.Header()));

        var entries = lines.Split(' ').Select(line => cursor.Read(Line(line))).ToList();

        Assert.Equal(ids, string.Join(' ', entries.Select(static entry => entry.Record is null ? $"{entry.Id}*" : $"{entry.Id}")));
        Assert.Equal(problems, string.Join(' ', entries.Select(static entry => entry.Problem).OfType<string>().Select(Short)));
    }

    [Theory]
    [InlineData("1 2 3", 2, "skip skip read")]
    [InlineData("1 3 4", 9, "skip read skip")]
    [InlineData("1 ? 2 3", 9, "skip read skip skip")]
    [InlineData("1 ? 3 4", 9, "skip read read skip")]
    [InlineData("1 2t 3", 9, "skip read skip")]
    [InlineData("1 1 2", 9, "skip read skip")]
    public void What_is_not_wanted_is_passed_over_only_where_it_is_in_its_place(string lines, long upTo, string expected)
    {
        var cursor = new LogCursor("log");
        cursor.ReadHeader(JsonBytes(MadeRun.Header()));

        var done = lines.Split(' ').Select(line =>
        {
            var text = Line(line);
            if (cursor.TrySkip(text, upTo))
            {
                return "skip";
            }

            cursor.Read(text);
            return "read";
        });

        Assert.Equal(expected, string.Join(' ', done));
    }

    [Fact]
    public void A_line_that_is_passed_on_is_read_to_its_end_unless_it_was_written_here()
    {
        var torn = Line("1")[..^5];

        Assert.False(Passing(torn, isTrusted: false, out _));
        Assert.True(Passing(torn, isTrusted: true, out var head));
        Assert.Equal(new LogLineHead(1, IsEnd: false), head);
        Assert.True(Passing(LogJson.WriteBytes(MadeRun.End() with { Id = 1 }), isTrusted: false, out head));
        Assert.Equal(new LogLineHead(1, IsEnd: true), head);
        Assert.False(Passing(Encoding.UTF8.GetBytes(Junk), isTrusted: true, out _));
        Assert.False(Passing(Line("2"), isTrusted: true, out _));

        static bool Passing(byte[] line, bool isTrusted, out LogLineHead head)
        {
            var cursor = new LogCursor("log");
            cursor.ReadHeader(JsonBytes(MadeRun.Header()));
            return cursor.TryPass(line, isTrusted, out head);
        }
    }

    [Fact]
    public void It_says_the_epoch_of_the_header()
    {
        var cursor = new LogCursor("log");
        Assert.Equal(1, cursor.Epoch);

        cursor.ReadHeader(JsonBytes(MadeRun.Header() with { Epoch = 7 }));

        Assert.Equal(7, cursor.Epoch);
    }

    private static string Short(string problem)
    {
        var line = problem.Split(':', 2)[1].Split(' ', ':')[0];
        var missing = problem.Contains("are missing", StringComparison.Ordinal) ? problem.Split(": ", 2)[1].Split(' ')[0] + " missing" : null;
        var what = problem.Contains("is damaged", StringComparison.Ordinal) ? "damaged"
            : problem.Contains("out of order", StringComparison.Ordinal) ? "order"
            : problem.Contains("does not support", StringComparison.Ordinal) ? "unknown"
            : null;
        return $"{line}:{string.Join(", ", new[] { missing, what }.OfType<string>())}";
    }

    private static byte[] Line(string line) =>
        line == "?" ? Encoding.UTF8.GetBytes(Junk)
        : line[^1] == 't' ? Encoding.UTF8.GetBytes($$"""{"type":"thought","id":{{line[..^1]}}}""")
        : LogJson.WriteBytes(MadeRun.Action(1) with { Id = long.Parse(line, System.Globalization.CultureInfo.InvariantCulture) });

    private static byte[] JsonBytes(LogHeader header) => System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(header, LogJson.Lines.LogHeader);
}

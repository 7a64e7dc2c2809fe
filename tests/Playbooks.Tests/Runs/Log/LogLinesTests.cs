using System.Text;
using Playbooks.RunFolder.Log;
using Playbooks.Tests.Browsing;

namespace Playbooks.Tests.Runs.Log;

public sealed class LogLinesTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_line_is_given_once_it_is_finished()
    {
        var path = folder.File("log", "one\ntw");
        using var lines = new LogLines(path);

        Assert.Equal("one", Next(lines));
        Assert.Null(Next(lines));
        Assert.Equal(2, lines.Unfinished);
        File.AppendAllText(path, "o\n\nthree\n");
        Assert.Equal(["two", "", "three", null], Enumerable.Range(0, 4).Select(_ => Next(lines)));
        Assert.Equal(0, lines.Unfinished);
    }

    [Fact]
    public void Half_a_line_that_was_taken_back_is_not_mixed_with_what_came_in_its_place()
    {
        var path = folder.File("log", "one\nhalf a li");
        using var lines = new LogLines(path);
        Assert.Equal("one", Next(lines));
        Assert.Null(Next(lines));

        using (var writer = File.OpenHandle(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
        {
            RandomAccess.SetLength(writer, 4);
            RandomAccess.Write(writer, "another line\n"u8, 4);
        }

        Assert.Equal("another line", Next(lines));
    }

    [Fact]
    public void Lines_of_any_length_are_read_one_after_the_other()
    {
        int[] lengths = [0, 1, 20_000, 5, 70_000, 16_383, 16_384, 16_385];
        using var lines = new LogLines(folder.File("log", string.Concat(lengths.Select(length => new string('x', length) + "\n"))));

        Assert.Equal(lengths, lengths.Select(_ => Next(lines)!.Length).ToList());
        Assert.Null(Next(lines));
    }

    private static string? Next(LogLines lines) => lines.TryRead(out var line) ? Encoding.UTF8.GetString(line.Span) : null;
}

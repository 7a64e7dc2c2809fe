namespace Playbooks;

/// <summary>Represents the lines of a playbook's file around a step.</summary>
/// <param name="Path">The path of the file.</param>
/// <param name="Location">The location of the step.</param>
/// <param name="Lines">The lines, in order. Empty if the text of the file does not contain them.</param>
public sealed record SourceExcerpt(string Path, SourceLocation Location, IReadOnlyList<SourceLine> Lines)
{
    private const int LinesAround = 2;
    private const int LinesOfStep = 12;

    /// <summary>Gets the location in the format of compiler messages: <c>file:line:column</c>.</summary>
    public string Place => $"{Path}:{Location.Line}:{Location.Column}";

    internal static SourceExcerpt From(PlaybookSource source, SourceLocation location)
    {
        var all = source.ReadText().ReplaceLineEndings("\n").Split('\n');
        var end = location.LastLine;
        var first = Math.Max(1, location.Line - LinesAround);
        var last = Math.Min(Math.Min(all.Length, end + LinesAround), location.Line + LinesOfStep);
        var lines = new List<SourceLine>();
        for (var number = first; number <= last; number++)
        {
            lines.Add(new(number, all[number - 1], number >= location.Line && number <= end));
        }

        return new(source.Path, location, lines);
    }
}

/// <summary>Represents a line of a file.</summary>
/// <param name="Number">The number of the line, starting at 1.</param>
/// <param name="Text">The text without the line ending.</param>
/// <param name="Marked">Whether the line belongs to the step.</param>
public sealed record SourceLine(int Number, string Text, bool Marked);

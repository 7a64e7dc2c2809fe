namespace Playbooks;

/// <summary>The lines of a playbook's file around a step.</summary>
/// <param name="Path">The file.</param>
/// <param name="Location">Where the step stands.</param>
/// <param name="Lines">The lines, in order; empty where the file's text does not have them.</param>
public sealed record SourceExcerpt(string Path, SourceLocation Location, IReadOnlyList<SourceLine> Lines)
{
    private const int LinesAround = 2;
    private const int LinesOfStep = 12;

    /// <summary>As the compiler writes places: <c>file:line:column</c>.</summary>
    public string Place => $"{Path}:{Location.Line}:{Location.Column}";

    internal static SourceExcerpt Of(PlaybookSource source, SourceLocation location)
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

/// <summary>A line of a file.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Text">Without its end.</param>
/// <param name="Marked">Whether the step stands on it.</param>
public sealed record SourceLine(int Number, string Text, bool Marked);

namespace Playbooks.Language.Syntax.Csv;

/// <summary>A row of a CSV text, which may span several lines.</summary>
/// <param name="Cells">The cells, at least one.</param>
/// <param name="Problem">The first mistake in the row; null: there is none.</param>
internal sealed record CsvRow(IReadOnlyList<CsvCell> Cells, CsvProblem? Problem)
{
    /// <summary>Offset of the first character.</summary>
    public int Start => Cells[0].Start;

    /// <summary>Offset just after the last character, without the line break.</summary>
    public int End => Cells[Cells.Count - 1].End;

    /// <summary>Whether no cell says anything: an empty line, or only commas.</summary>
    public bool IsBlank => Problem is null && Cells.All(static cell => cell.IsBlank);
}

/// <summary>A cell of a CSV text.</summary>
/// <param name="Start">Offset of the first character, the quote included.</param>
/// <param name="End">Offset just after the last character.</param>
/// <param name="Value">What the cell says: without its quotes, and with <c>\n</c> for every line break.</param>
/// <param name="IsQuoted">Whether the cell is in quotes.</param>
internal sealed record CsvCell(int Start, int End, string Value, bool IsQuoted)
{
    /// <summary>Whether nothing is written; <c>""</c> is an empty text.</summary>
    public bool IsBlank => !IsQuoted && Value.Length == 0;
}

/// <summary>Text that is not CSV as RFC 4180 describes it.</summary>
/// <param name="Start">Offset of the first wrong character.</param>
/// <param name="End">Offset just after the last one.</param>
/// <param name="Message">The finished sentence, with the fix.</param>
internal sealed record CsvProblem(int Start, int End, string Message)
{
    /// <summary>Whether nobody can tell where the following rows begin.</summary>
    public bool EndsReading { get; init; }
}

using System.Globalization;
using Playbooks.Language.Grammar;
using Playbooks.Language.Model;
using Playbooks.Language.Syntax.Csv;
using Playbooks.Language.Syntax.Paths;
using Playbooks.Language.Syntax.Text;
using Playbooks.Language.Syntax.Yaml;

namespace Playbooks.Language.Rules.CaseFiles;

/// <summary>Reads <c>cases_from</c>, and the cases in the file that it names: PB0705 here, and what is wrong with a case by <see cref="CaseRules"/>.</summary>
/// <param name="match">The file; null: the playbook is read alone.</param>
/// <param name="cases">Reads cases.</param>
/// <param name="columns">The columns that the file may have.</param>
internal sealed class CaseFileRules(CaseFileMatch? match, CaseRules cases, CaseColumns columns)
{
    private const int MostRows = 10_000;

    /// <summary>Reads the file that a key names.</summary>
    public CaseFileReading Read(Slot? slot, CancellationToken cancellationToken)
    {
        if (slot?.Text()?.Value is not { } path || slot.Muted || !IsPath(slot, path))
        {
            return CaseFileReading.None;
        }

        var named = new CaseFileModel(path, RelativePath.Resolve(slot.Reading.Path, path));
        if (match is null || !slot.Reading.IsComplete)
        {
            return CaseFileReading.None with { File = named };
        }

        if (match.File is not { } file)
        {
            slot.Report(Rule.InvalidCaseFile, $"The project has no file '{Values.Shorten(path)}'{(match.Nearest is null ? ". Paths are relative to the playbook's file." : Values.DidYouMean(match.Nearest))}");
            return CaseFileReading.None with { File = named };
        }

        var lines = new SourceLines(file.Text);
        var reading = new Reading(file.Path, file.Text, lines, new(null, null, [], file.Text.Length));
        return new(named with { Path = file.Path, Text = file.Text }, ReadRows(reading, file, cancellationToken), reading.Findings);
    }

    private static bool IsPath(Slot slot, string path)
    {
        if (RelativePath.IsAbsolute(path))
        {
            slot.Report(Rule.InvalidCaseFile, "The path must be relative to the playbook's file, such as 'orders.cases.csv' or '../orders.cases.csv'.");
            return false;
        }

        if (!CaseFile.IsCaseFile(path))
        {
            slot.Report(Rule.InvalidCaseFile, $"The name of a case file must end with '{CaseFile.Ending}', such as 'orders{CaseFile.Ending}'. Rename the file.");
            return false;
        }

        return true;
    }

    private List<CaseModel> ReadRows(Reading reading, CaseFile file, CancellationToken cancellationToken)
    {
        var models = new List<CaseModel>();
        if (FindUnreadable(file) is { } unreadable)
        {
            reading.Report(Rule.InvalidCaseFile, reading.Lines.Span(unreadable.Offset, unreadable.Offset + 1), unreadable.Message);
            return models;
        }

        var rows = CsvReader.Read(file.Text, reading.Lines, cancellationToken).Where(static row => !row.IsBlank);
        IReadOnlyList<CaseColumn>? header = null;
        var nodes = new CaseRow(file.Text);
        var count = 0;
        foreach (var row in rows)
        {
            if (header is null)
            {
                header = new CaseHeader(reading, columns).Read(row);
                if (header is null)
                {
                    return models;
                }

                continue;
            }

            if (++count > MostRows)
            {
                reading.Report(Rule.OverLimit, reading.Lines.Span(row.Start, row.End), "A case file can have at most 10,000 rows, and this one has more.");
                return models;
            }

            if (IsWhole(reading, row, header.Count) && ReadRow(reading, nodes, row, header) is { } model)
            {
                models.Add(model);
            }
        }

        if (count == 0)
        {
            ReportEmpty(reading, header);
        }

        return models;
    }

    private static (int Offset, string Message)? FindUnreadable(CaseFile file)
    {
        var zero = file.Text.IndexOf('\0', 0, Math.Min(2, file.Text.Length));
        return zero >= 0 ? (zero, "The file seems to be UTF-16 without a byte order mark. Save it as UTF-8.") : EncodingCheck.Find(file.Text, file.ForeignEncoding);
    }

    private void ReportEmpty(Reading reading, IReadOnlyList<CaseColumn>? header)
    {
        var start = reading.Lines.FirstOffset;
        var message = header is null
            ? $"The file is empty. Its first row names the columns: {string.Join(",", columns.Names)}"
            : "The file has no rows below its header row, and therefore no cases.";
        reading.Report(Rule.InvalidCaseFile, reading.Lines.Span(start, start), message);
    }

    /// <summary>Whether the row has a cell for each column; if not, nobody can tell which cell belongs to which.</summary>
    private static bool IsWhole(Reading reading, CsvRow row, int count)
    {
        if (row.Problem is { } problem)
        {
            reading.Report(Rule.InvalidCaseFile, reading.Lines.Span(problem.Start, problem.End), problem.Message);
            return false;
        }

        if (row.Cells.Count == count)
        {
            return true;
        }

        var isLonger = row.Cells.Count > count;
        var span = isLonger ? reading.Lines.Span(row.Cells[count].Start, row.End) : reading.Lines.Span(row.Start, row.End);
        reading.Report(Rule.InvalidCaseFile, span, $"The row has {Cells(row.Cells.Count)}, but the header row has {Text(count)}. {(isLonger ? "Put a cell that contains a comma in quotes." : "An empty cell needs its comma, too.")}");
        return false;
    }

    private CaseModel? ReadRow(Reading reading, CaseRow nodes, CsvRow row, IReadOnlyList<CaseColumn> header)
    {
        var before = reading.Findings.Count;
        ReportGaps(reading, row, header);
        var slot = new Slot(reading, PlaybookKeys.CasesFrom, reading.Lines.Span(row.Start, row.End), nodes.ToCase(row, header), Muted: false) { IsItem = true };
        return cases.Read(slot, slot.Keys(CaseKeys.Mapping)!, before) is { } model ? model with { IsRow = true } : null;
    }

    private static void ReportGaps(Reading reading, CsvRow row, IReadOnlyList<CaseColumn> header)
    {
        for (var i = 0; i < header.Count; i++)
        {
            var (cell, column) = (row.Cells[i], header[i]);
            if (!cell.IsBlank || column.IsGuess)
            {
                continue;
            }

            var span = reading.Lines.Span(cell.Start, cell.End);
            if (column.Kind == CaseColumnKind.Name)
            {
                reading.Report(Rule.InvalidCaseFile, span, "The case has no name: this cell is empty.");
            }
            else if (column.Parameter is { MustBeInCase: true })
            {
                reading.Report(Rule.MissingCaseParameter, span, ParameterMistakes.Missing("The case", column.Name));
            }
        }
    }

    private static string Cells(int count) => count == 1 ? "1 cell" : Text(count) + " cells";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

using System.Globalization;
using Playbooks.Language.Grammar;
using Playbooks.Language.Syntax.Csv;
using Playbooks.Language.Syntax.Text;

namespace Playbooks.Language.Rules.CaseFiles;

/// <summary>Reads the header row of a file of cases: PB0705, PB0702 for columns that there are not, PB0701 for those that are missing.</summary>
internal sealed class CaseHeader(Reading reading, CaseColumns columns)
{
    private static readonly KeyValuePair<char, string>[] Separators = [new(';', "semicolons"), new('\t', "tabs"), new('|', "vertical bars")];

    /// <summary>Reads the row.</summary>
    /// <returns>Its columns in their order; null: the rows below cannot be judged.</returns>
    public IReadOnlyList<CaseColumn>? Read(CsvRow header)
    {
        if (FindForeign(header) is { } foreign)
        {
            reading.Report(Rule.InvalidCaseFile, reading.Lines.Span(header.Start, EndOfLine(header.Start)), foreign);
            return null;
        }

        if (header.Problem is { } problem)
        {
            reading.Report(Rule.InvalidCaseFile, reading.Lines.Span(problem.Start, problem.End), problem.Message);
            return null;
        }

        var found = new List<CaseColumn>();
        var written = new HashSet<CaseColumn>(header.Cells.Select(cell => columns.Find(cell.Value)).OfType<CaseColumn>());
        foreach (var cell in header.Cells)
        {
            found.Add(Read(cell, found, written));
        }

        ReportMissing(header, found);
        return found;
    }

    private CaseColumn Read(CsvCell cell, List<CaseColumn> before, HashSet<CaseColumn> written)
    {
        var span = reading.Lines.Span(cell.Start, cell.End);
        if (columns.Find(cell.Value) is { } column)
        {
            if (!before.Contains(column))
            {
                return column;
            }

            reading.Report(Rule.InvalidCaseFile, span, $"The column '{Values.Shorten(cell.Value)}' is repeated. Remove one of the two columns.");
            return CaseColumn.Unknown;
        }

        if (cell.Value.Trim().Length == 0)
        {
            var number = (before.Count + 1).ToString(CultureInfo.InvariantCulture);
            reading.Report(Rule.InvalidCaseFile, span, $"Column {number} has no name. Name the column, or remove it and the comma before it.");
            return CaseColumn.Unknown;
        }

        return columns.IsOpen ? CaseColumn.Unknown : Guess(cell.Value, span, written);
    }

    /// <summary>Reports an unknown column. What is probably another one counts as being there, so that one slip is one finding.</summary>
    private CaseColumn Guess(string name, SourceSpan span, HashSet<CaseColumn> written)
    {
        var plain = LookAlikes.Plain(name).Trim();
        var nearest = columns.Find(plain) is null ? reading.Suggest(plain, columns.Names) : plain;
        var message = UnknownName.Describe("Unknown column", name, columns.Names, nearest);
        if (LookAlikes.IndexIn(name) is >= 0 and var index)
        {
            message += $" Character {index + 1} is {LookAlikes.Describe(name[index])}.";
        }
        else if (plain == nearest && plain != name)
        {
            message += " Remove the spaces around it.";
        }

        reading.Report(Rule.UnknownCaseName, span, message);
        return nearest is not null && columns.Find(nearest) is { } meant && written.Add(meant) ? meant with { IsGuess = true } : CaseColumn.Unknown;
    }

    private void ReportMissing(CsvRow header, List<CaseColumn> found)
    {
        var span = reading.Lines.Span(header.Start, header.End);
        if (!found.Any(column => column.Kind == CaseColumnKind.Name))
        {
            reading.Report(Rule.InvalidCaseFile, span, $"The header row has no column '{CaseKeys.Name}', which names the cases.");
        }

        foreach (var parameter in columns.Parameters.Where(parameter => parameter.MustBeInCase))
        {
            if (!found.Any(column => column.Kind == CaseColumnKind.Parameter && column.Name == parameter.Model.Name))
            {
                var name = columns.NameOf(parameter);
                var advice = name == parameter.Model.Name ? string.Empty : $" The column for this parameter is named '{name}'.";
                reading.Report(Rule.MissingCaseParameter, span, ParameterMistakes.Missing("The header row", parameter.Model.Name) + advice);
            }
        }
    }

    /// <summary>The sentence about a header row in another format that calls itself CSV as well; null: it is in none.</summary>
    private string? FindForeign(CsvRow header)
    {
        var line = reading.Text.Substring(header.Start, EndOfLine(header.Start) - header.Start);
        if (line.StartsWith("sep=", StringComparison.OrdinalIgnoreCase))
        {
            return $"The first row must name the columns, and cells are separated by commas. Remove the line '{Values.Shorten(line)}'.";
        }

        foreach (var separator in Separators)
        {
            if (line.IndexOf(',') < 0 && line.IndexOf(separator.Key) >= 0)
            {
                return $"The cells are separated by {separator.Value}. Separate them with commas, and save the file as UTF-8.";
            }
        }

        return null;
    }

    private int EndOfLine(int start) => reading.Text.IndexOfAny(['\r', '\n'], start) is >= 0 and var end ? end : reading.Text.Length;
}

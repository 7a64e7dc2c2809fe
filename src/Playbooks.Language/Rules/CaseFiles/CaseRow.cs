using Playbooks.Language.Grammar;
using Playbooks.Language.Syntax.Csv;
using Playbooks.Language.Syntax.Yaml;
using YamlDotNet.Core;
using ExpectKeys = Playbooks.Language.Grammar.CaseKeys.ExpectKeys;

namespace Playbooks.Language.Rules.CaseFiles;

/// <summary>Makes of a row the nodes that a case in YAML would have, at the places of its cells, so that the same rules read both.</summary>
/// <param name="text">The text of the CSV file.</param>
internal sealed class CaseRow(string text)
{
    private const char ItemSeparator = ';';

    /// <summary>The mapping of a row; empty cells, and those of columns that are findings, are left out.</summary>
    public MappingNode ToCase(CsvRow row, IReadOnlyList<CaseColumn> columns)
    {
        var root = Mapping(row);
        var with = Mapping(row);
        var expect = Mapping(row);
        var outputs = Mapping(row);

        // Missing values are reported at their cells.
        with.Incomplete = true;
        foreach (var (cell, column) in row.Cells.Zip(columns, static (cell, column) => (cell, column)))
        {
            if (cell.IsBlank || column.IsGuess)
            {
                continue;
            }

            switch (column.Kind)
            {
                case CaseColumnKind.Name:
                    Add(root, CaseKeys.Name, cell.Start, Scalar(cell));
                    break;
                case CaseColumnKind.Skip:
                    Add(root, CaseKeys.Skip, cell.Start, Scalar(cell));
                    break;
                case CaseColumnKind.Parameter:
                    Add(with, column.Name, cell.Start, column.IsList ? List(cell) : Scalar(cell));
                    break;
                case CaseColumnKind.Output:
                    Add(outputs, column.Name, cell.Start, column.IsList ? List(cell) : Scalar(cell));
                    break;
                case CaseColumnKind.Failure:
                    Add(expect, ExpectKeys.Failure, cell.Start, Scalar(cell));
                    break;
            }
        }

        AddUnlessEmpty(expect, ExpectKeys.Outputs, outputs);
        AddUnlessEmpty(root, CaseKeys.Expect, expect);
        Add(root, CaseKeys.With, row.Start, with);
        return root;
    }

    private static MappingNode Mapping(CsvRow row) => new(row.Start) { End = row.End };

    private static void AddUnlessEmpty(MappingNode mapping, KeyDefinition key, MappingNode value)
    {
        if (value.Entries.Count > 0)
        {
            Add(mapping, key, value.Start, value);
        }
    }

    private static void Add(MappingNode mapping, KeyDefinition key, int start, YamlNode value) => Add(mapping, key.Name, start, value);

    private static void Add(MappingNode mapping, string key, int start, YamlNode value) => mapping.Entries.Add(new(Scalar(start, start, key), value));

    private static ScalarNode Scalar(CsvCell cell) => Scalar(cell.Start, cell.End, cell.Value);

    // In quotes no text is taken for nothing, for a comment, or for anything else that YAML reads into it.
    private static ScalarNode Scalar(int start, int end, string value) => new(start, end, value, ScalarStyle.DoubleQuoted) { End = end };

    private SequenceNode List(CsvCell cell)
    {
        var list = new SequenceNode(cell.Start) { End = cell.End };
        if (cell.Value.Trim().Length == 0)
        {
            return list;
        }

        var quote = cell.IsQuoted ? 1 : 0;
        var (start, last) = (cell.Start + quote, cell.End - quote);
        while (start <= last)
        {
            var end = text.IndexOf(ItemSeparator, start, last - start);
            end = end < 0 ? last : end;
            list.Items.Add(Item(start, end));
            start = end + 1;
        }

        return list;
    }

    /// <summary>An item of a list, without the spaces around it.</summary>
    private ScalarNode Item(int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return Scalar(start, end, text.Substring(start, end - start).Replace("\"\"", "\"").Replace("\r\n", "\n").Replace('\r', '\n'));
    }
}

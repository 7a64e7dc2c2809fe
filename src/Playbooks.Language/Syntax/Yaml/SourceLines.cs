namespace Playbooks.Language.Syntax.Yaml;

/// <summary>Turns offsets into lines and columns. Lines end with LF, CR or both, as editors count them.</summary>
internal sealed class SourceLines
{
    private readonly int length;
    private readonly List<int> starts = [];

    public SourceLines(string text)
    {
        length = text.Length;

        // A byte order mark is not a column.
        FirstOffset = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0;
        starts.Add(FirstOffset);
        for (var i = FirstOffset; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
            {
                starts.Add(i + 1);
            }
        }
    }

    /// <summary>Offset of the first character that counts.</summary>
    public int FirstOffset { get; }

    /// <summary>Zero-based line of an offset.</summary>
    public int LineOf(int offset)
    {
        var found = starts.BinarySearch(offset);
        return found >= 0 ? found : Math.Max(0, ~found - 1);
    }

    /// <summary>How many lines there are.</summary>
    public int Count => starts.Count;

    /// <summary>Offset of a line's first character; the text's end for a line that is not there.</summary>
    public int StartOf(int line) => line < starts.Count ? starts[line] : length;

    /// <summary>A line without its end.</summary>
    /// <param name="text">The text of the lines.</param>
    /// <param name="line">The line, zero-based.</param>
    public string Text(string text, int line)
    {
        var start = Math.Min(StartOf(line), text.Length);
        return text.Substring(start, Math.Max(start, StartOf(line + 1)) - start).TrimEnd('\r', '\n');
    }

    /// <summary>The span from one offset to just before another.</summary>
    public SourceSpan Span(int start, int end)
    {
        start = Math.Min(Math.Max(start, FirstOffset), Math.Max(length, FirstOffset));
        end = Math.Min(Math.Max(end, start), Math.Max(length, FirstOffset));
        var startLine = LineOf(start);
        var endLine = end == start ? startLine : LineOf(end);
        return new(start, end - start, startLine, start - starts[startLine], endLine, end - starts[endLine]);
    }
}

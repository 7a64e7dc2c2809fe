namespace Playbooks.Healing;

/// <summary>
/// Finds the selectors of action steps in the text of a playbook that compiles. It knows just enough of YAML for that: quoted texts, comments,
/// block texts, and flow mappings. The selectors of a <c>verify</c> are not found, because a recovery must not change what is checked.
/// </summary>
internal sealed class YamlScanner
{
    private readonly string text;
    private readonly List<Mapping> mappings = [];
    private readonly List<Found> found = [];
    private int position;

    private YamlScanner(string text) => this.text = text;

    /// <summary>Returns the selectors of the text, in order.</summary>
    public static IReadOnlyList<StepSelector> FindSelectors(string text)
    {
        var scanner = new YamlScanner(text);
        scanner.ScanBlock();
        return
        [
            .. scanner.found.Where(static one => one.Mapping.IsStep)
                .Select(one => new StepSelector(one.Key, text.AsSpan(0, one.Key).Count('\n') + 1, one.Start, one.End, one.Mapping.IsFlow)),
        ];
    }

    /// <summary>Returns the text with the values of its selectors removed.</summary>
    public static string WithoutSelectors(string text)
    {
        var rest = text;
        foreach (var selector in FindSelectors(text).Reverse())
        {
            rest = rest.Remove(selector.Start, selector.End - selector.Start);
        }

        return rest;
    }

    /// <summary>Returns the offset after a scalar that begins at an offset.</summary>
    public static int EndOfScalar(string text, int start, bool isFlow)
    {
        var quote = start < text.Length ? text[start] : '\0';
        if (quote is '"' or '\'')
        {
            return EndOfQuoted(text, start);
        }

        var end = start;
        while (end < text.Length && text[end] is not ('\n' or '\r') && !IsEndOfPlain(text, end, isFlow))
        {
            end++;
        }

        while (end > start && text[end - 1] is ' ' or '\t')
        {
            end--;
        }

        return end;
    }

    private static bool IsEndOfPlain(string text, int at, bool isFlow) =>
        (text[at] == '#' && at > 0 && text[at - 1] is ' ' or '\t')
        || (isFlow && text[at] is ',' or ']' or '}')
        || (isFlow && text[at] == ':' && at + 1 < text.Length && char.IsWhiteSpace(text[at + 1]));

    private static int EndOfQuoted(string text, int start)
    {
        var quote = text[start];
        for (var at = start + 1; at < text.Length; at++)
        {
            if (quote == '"' && text[at] == '\\')
            {
                at++;
            }
            else if (text[at] == quote)
            {
                if (quote == '"' || at + 1 >= text.Length || text[at + 1] != '\'')
                {
                    return at + 1;
                }

                at++;
            }
        }

        return text.Length;
    }

    private void ScanBlock()
    {
        while (position < text.Length)
        {
            var column = 0;
            while (position < text.Length && (text[position] == ' ' || (text[position] == '-' && IsSpaceAt(position + 1))))
            {
                if (text[position] == '-')
                {
                    // A new item: the mapping of the one before has ended.
                    Leave(column);
                }

                position++;
                column++;
            }

            if (position >= text.Length || text[position] is '\n' or '\r' or '#')
            {
                SkipLine();
                continue;
            }

            Leave(column + 1);
            ScanLine(column);
        }
    }

    /// <summary>Scans the rest of a line, which begins with a key or with a value of a list.</summary>
    private void ScanLine(int column)
    {
        if (text[position] is '{' or '[')
        {
            ScanFlow();
            SkipLine();
            return;
        }

        var start = position;
        var end = EndOfKey(start);
        if (end < 0)
        {
            position = EndOfScalar(text, start, isFlow: false);
            SkipLine();
            return;
        }

        var mapping = mappings.LastOrDefault(one => one.Column == column);
        if (mapping is null)
        {
            mappings.Add(mapping = new(column, isFlow: false));
        }

        var key = text[start..end].Trim('"', '\'');
        mapping.IsStep |= key == "action";
        position = SkipSpaces(end + 1);
        var value = position;
        if (position < text.Length && text[position] is '|' or '>')
        {
            SkipLine();
            SkipBlockText(column);
        }
        else if (position < text.Length && text[position] is '{' or '[')
        {
            ScanFlow();
            Add(key, mapping, start, value, position);
            SkipLine();
        }
        else if (position >= text.Length || text[position] is '\n' or '\r' or '#')
        {
            SkipLine();
            Add(key, mapping, start, value, EndOfIndented(column));
        }
        else
        {
            position = EndOfScalar(text, value, isFlow: false);
            Add(key, mapping, start, value, position);
            SkipLine();
        }
    }

    private void ScanFlow()
    {
        var isMapping = text[position] == '{';
        var mapping = new Mapping(-1, isFlow: true);
        position++;
        while (position < text.Length)
        {
            SkipFlowSpaces();
            if (position >= text.Length)
            {
                return;
            }

            switch (text[position])
            {
                case '}' or ']':
                    position++;
                    return;
                case ',':
                    position++;
                    continue;
                case '{' or '[':
                    ScanFlow();
                    continue;
            }

            var start = position;
            position = EndOfScalar(text, start, isFlow: true);
            if (position == start)
            {
                position++;
            }

            var key = text[start..Math.Min(position, text.Length)].Trim('"', '\'');
            SkipFlowSpaces();
            if (!isMapping || position >= text.Length || text[position] != ':')
            {
                continue;
            }

            mapping.IsStep |= key == "action";
            position++;
            SkipFlowSpaces();
            var value = position;
            if (position < text.Length && text[position] is '{' or '[')
            {
                ScanFlow();
            }
            else
            {
                position = EndOfScalar(text, value, isFlow: true);
            }

            Add(key, mapping, start, value, position);
        }
    }

    private void Add(string key, Mapping mapping, int start, int value, int end)
    {
        if (key == "selector")
        {
            found.Add(new(mapping, start, value, end));
        }
    }

    private void Leave(int column) => mappings.RemoveAll(one => one.Column >= column);

    private int EndOfKey(int start)
    {
        var at = text[start] is '"' or '\'' ? EndOfQuoted(text, start) : start;
        while (at < text.Length && text[at] is not ('\n' or '\r' or '#') && !(text[at] == ':' && IsSpaceAt(at + 1)))
        {
            at++;
        }

        return at < text.Length && text[at] == ':' ? at : -1;
    }

    // The lines that are deeper than a key belong to its value; a list may begin at the key's own column.
    private int EndOfIndented(int column)
    {
        var end = position;
        for (var at = position; at < text.Length; at = EndOfLine(at))
        {
            var indent = IndentOf(at);
            var isEmpty = at + indent >= text.Length || text[at + indent] is '\n' or '\r';
            if (!isEmpty && indent <= column)
            {
                break;
            }

            end = isEmpty ? end : EndOfLine(at);
        }

        return end;
    }

    private void SkipBlockText(int column)
    {
        while (position < text.Length && (IndentOf(position) > column || text[position + IndentOf(position)] is '\n' or '\r'))
        {
            SkipLine();
            if (position < text.Length && position + IndentOf(position) >= text.Length)
            {
                position = text.Length;
            }
        }
    }

    private int IndentOf(int line)
    {
        var at = line;
        while (at < text.Length && text[at] == ' ')
        {
            at++;
        }

        return at - line;
    }

    private int EndOfLine(int at) => text.IndexOf('\n', at) is var end and >= 0 ? end + 1 : text.Length;

    private void SkipLine() => position = EndOfLine(Math.Min(position, text.Length));

    private int SkipSpaces(int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t')
        {
            at++;
        }

        return at;
    }

    private void SkipFlowSpaces()
    {
        while (position < text.Length && (char.IsWhiteSpace(text[position]) || text[position] == '#'))
        {
            position = text[position] == '#' ? EndOfLine(position) : position + 1;
        }
    }

    private bool IsSpaceAt(int at) => at >= text.Length || char.IsWhiteSpace(text[at]);

    private sealed class Mapping(int column, bool isFlow)
    {
        public int Column => column;

        public bool IsFlow => isFlow;

        /// <summary>Gets or sets whether the mapping is an action step.</summary>
        public bool IsStep { get; set; }
    }

    private sealed record Found(Mapping Mapping, int Key, int Start, int End);
}

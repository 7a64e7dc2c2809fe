using Playbooks.Language.Syntax.Text;

namespace Playbooks.Language.Syntax.Yaml;

/// <summary>Finds a <c>#</c> that begins a comment inside <c>{ key: value }</c> or <c>[ item ]</c>, so that the bracket never closes.</summary>
internal static class CommentCut
{
    public static LineFix? Find(string line)
    {
        var first = NextCut(line, 0);
        if (first < 0)
        {
            return null;
        }

        var corrected = line;
        var repaired = line.ToCharArray();
        var lost = string.Empty;
        var grown = 0;
        for (var cut = first; cut >= 0; cut = NextCut(corrected, cut))
        {
            var (start, end) = ValueAround(corrected, cut);
            var value = corrected.Substring(start, end - start);
            var quoted = YamlText.Quote(value);
            for (var i = start; i < end; i++)
            {
                // Letters are replaced by letters. Other characters could have a meaning in YAML.
                repaired[i - grown] = char.IsLetterOrDigit(corrected[i]) || (corrected[i] == ' ' && i > start) ? corrected[i] : '_';
            }

            lost += value + " ";
            corrected = corrected.Substring(0, start) + quoted + corrected.Substring(end);
            grown += quoted.Length - value.Length;
            cut = start + quoted.Length;
        }

        return new(first, "The '#' begins a comment, which cuts off the rest of the line; put the value in quotes.", corrected, new(repaired), lost);
    }

    /// <summary>Index of the next <c>#</c> that begins a comment with a closing bracket in it; -1: there is none.</summary>
    private static int NextCut(string line, int from)
    {
        var quote = '\0';
        for (var i = 0; i < line.Length; i++)
        {
            if (quote != '\0')
            {
                quote = line[i] == quote ? '\0' : quote;
            }
            else if (line[i] is '"' or '\'' && (i == 0 || line[i - 1] is ' ' or '[' or '{' or ','))
            {
                quote = line[i];
            }
            else if (line[i] == '#' && i > 0 && (line[i - 1] is ' ' or '[' or '{' or ','))
            {
                return i < from || !ClosesMoreThanItOpens(line, i) || line.Substring(0, i).Trim().Length == 0 ? -1 : i;
            }
        }

        return -1;
    }

    private static bool ClosesMoreThanItOpens(string line, int from)
    {
        var depth = 0;
        for (var i = from; i < line.Length; i++)
        {
            depth += line[i] is '{' or '[' ? 1 : line[i] is '}' or ']' ? -1 : 0;
        }

        return depth < 0;
    }

    /// <summary>The plain value that holds an index: from the last separator to the next one outside brackets.</summary>
    private static (int Start, int End) ValueAround(string line, int index)
    {
        var start = index;
        while (start > 0 && !(line[start - 1] is '{' or '[' or ',' || (line[start - 1] == ' ' && start > 1 && line[start - 2] is ':' or ',' or '-')))
        {
            start--;
        }

        while (line[start] == ' ')
        {
            start++;
        }

        var depth = 0;
        var end = index;
        for (; end < line.Length && (depth > 0 || line[end] is not (',' or '}' or ']')); end++)
        {
            depth += line[end] is '{' or '[' ? 1 : line[end] is '}' or ']' ? -1 : 0;
        }

        while (line[end - 1] == ' ')
        {
            end--;
        }

        return (start, end);
    }
}

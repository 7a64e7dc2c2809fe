namespace Playbooks.Language.Syntax.Yaml;

/// <summary>Finds the beginning of a value after its anchor and tag.</summary>
internal static class NodeProperties
{
    /// <summary>Offset of the first character that is neither in an anchor nor in a tag nor between them.</summary>
    public static int Skip(string text, int start, int end)
    {
        var at = start;
        while (at < end)
        {
            if (text[at] is '&' or '!')
            {
                while (at < end && text[at] is not (' ' or '\t' or '\r' or '\n'))
                {
                    at++;
                }
            }
            else if (text[at] is ' ' or '\t' or '\r' or '\n')
            {
                at++;
            }
            else if (text[at] == '#' && at > start)
            {
                var lineEnd = text.IndexOfAny(['\r', '\n'], at, end - at);
                at = lineEnd < 0 ? end : lineEnd;
            }
            else
            {
                return at;
            }
        }

        return start;
    }
}

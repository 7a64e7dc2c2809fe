namespace Playbooks.Language.Rules;

/// <summary>The words of a text that could be names.</summary>
internal static class IdentifierWords
{
    /// <summary>The words, in the order of the text.</summary>
    public static IEnumerable<string> In(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var inWord = i < text.Length && (text[i] == '_' || text[i] is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') || (start >= 0 && text[i] is >= '0' and <= '9'));
            if (inWord && start < 0)
            {
                start = i;
            }
            else if (!inWord && start >= 0)
            {
                yield return text.Substring(start, i - start);
                start = -1;
            }
        }
    }
}

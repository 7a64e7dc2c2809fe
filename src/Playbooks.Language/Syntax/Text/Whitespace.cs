namespace Playbooks.Language.Syntax.Text;

/// <summary>Skips the whitespace of one line.</summary>
internal static class Whitespace
{
    /// <summary>Index of the next character that is neither a space nor a tab.</summary>
    public static int Skip(string text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t')
        {
            at++;
        }

        return at;
    }
}

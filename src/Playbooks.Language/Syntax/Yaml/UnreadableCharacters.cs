using System.Globalization;

namespace Playbooks.Language.Syntax.Yaml;

/// <summary>Finds characters that are not allowed in YAML; the scanner would take some of them for the text's end.</summary>
internal static class UnreadableCharacters
{
    /// <summary>The first one, and the sentence about it; null: there is none.</summary>
    public static (int Offset, string Message)? Find(string text, int start)
    {
        for (var i = start; i < text.Length; i++)
        {
            if (text[i] < ' ' && text[i] is not ('\t' or '\n' or '\r'))
            {
                if (text[i] == '\0' && i <= start + 1)
                {
                    return (i, "The file seems to be UTF-16 without a byte order mark. Save it as UTF-8.");
                }

                var code = ((int)text[i]).ToString("X2", CultureInfo.InvariantCulture);
                return (i, $"The control character U+00{code} is not allowed in YAML; write it as \"\\x{code}\" inside double quotes.");
            }
        }

        return null;
    }
}

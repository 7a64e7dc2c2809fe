using System.Text;
using System.Xml;

namespace Playbooks.Reports.JUnit;

/// <summary>Replaces characters that XML cannot contain, even escaped.</summary>
internal static class XmlCharacters
{
    private const char Replacement = '\ufffd';

    /// <summary>Returns the text with these characters replaced by the replacement character.</summary>
    public static string From(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var index = 0; index < text.Length; index++)
        {
            if (index + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[index + 1], text[index]))
            {
                clean.Append(text, index++, 2);
            }
            else
            {
                clean.Append(XmlConvert.IsXmlChar(text[index]) ? text[index] : Replacement);
            }
        }

        return clean.ToString();
    }
}

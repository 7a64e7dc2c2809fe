using Playbooks.Language.Syntax.Text;

namespace Playbooks.Language.Syntax.Yaml;

/// <summary>Finds full-width brackets, braces and commas outside quotes, where YAML needs the plain ones.</summary>
internal static class FullWidthSigns
{
    private const string Brackets = "\uFF3B\uFF3D\uFF5B\uFF5D";
    private const char Comma = '\uFF0C';

    /// <summary>The line with plain brackets, and the line with plain commas as well, since a comma may also be part of a text.</summary>
    public static IEnumerable<LineFix> Find(string line) =>
        new[] { Replace(line, commas: false), Replace(line, commas: true) }.OfType<LineFix>();

    private static LineFix? Replace(string line, bool commas)
    {
        var characters = line.ToCharArray();
        var first = -1;
        var quote = '\0';
        for (var i = 0; i < line.Length; i++)
        {
            if (quote != '\0')
            {
                quote = line[i] == quote ? '\0' : quote;
            }
            else if (line[i] is '"' or '\'' && (i == 0 || characters[i - 1] is ' ' or '[' or '{' or ','))
            {
                quote = line[i];
            }
            else if (Brackets.IndexOf(line[i]) >= 0 || (commas && line[i] == Comma))
            {
                characters[i] = LookAlikes.Plain(line[i].ToString())[0];
                first = first < 0 ? i : first;
            }
        }

        var corrected = new string(characters);
        return first < 0 ? null : new(first, $"The line contains {LookAlikes.Describe(line[first])}.", corrected, corrected);
    }
}

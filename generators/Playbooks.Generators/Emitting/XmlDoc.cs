using System.Text;

namespace Playbooks.Generators.Emitting;

/// <summary>Documentation comments made of an author's texts, which may hold anything.</summary>
internal static class XmlDoc
{
    private static readonly string[] LineEnds = ["\r\n", "\n", "\r", "\u0085", "\u2028", "\u2029"];

    /// <summary>A summary; several lines where the text has several.</summary>
    public static void Summary(CodeWriter code, string text)
    {
        var lines = Lines(text.Trim());
        if (lines.Length == 1)
        {
            code.Line("/// <summary>" + lines[0] + "</summary>");
            return;
        }

        code.Line("/// <summary>");
        Write(code, lines);
        code.Line("/// </summary>");
    }

    /// <summary>A summary of one sentence, and below it YAML as written.</summary>
    public static void SummaryWithCode(CodeWriter code, string text, string yaml)
    {
        code.Line("/// <summary>");
        Write(code, Lines(text.Trim()));
        code.Line("/// <code>");
        Write(code, Lines(yaml));
        code.Line("/// </code>");
        code.Line("/// </summary>");
    }

    /// <summary>The documentation of one parameter of a constructor or record.</summary>
    public static void Parameter(CodeWriter code, string name, string text)
    {
        var lines = Lines(text.Trim());
        code.Line("/// <param name=\"" + name + "\">" + string.Join(" ", lines) + "</param>");
    }

    /// <summary>Documentation that the base class has.</summary>
    public static void Inherited(CodeWriter code) => code.Line("/// <inheritdoc/>");

    /// <summary>A text that XML can hold, on one line.</summary>
    public static string Inline(string text) => string.Join(" ", Lines(text));

    private static void Write(CodeWriter code, string[] lines)
    {
        foreach (var line in lines)
        {
            code.Line("/// " + line);
        }
    }

    private static string[] Lines(string text) =>
        IsPlain(text) ? [text] : text.Split(LineEnds, StringSplitOptions.None).Select(line => IsPlain(line) ? line : Escape(line)).ToArray();

    // Most lines are: they need no copy.
    private static bool IsPlain(string text)
    {
        foreach (var c in text)
        {
            if (c is < ' ' or > '~' or '<' or '>' or '&')
            {
                return false;
            }
        }

        return true;
    }

    private static string Escape(string line)
    {
        var escaped = new StringBuilder(line.Length + 16);
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            switch (c)
            {
                case '<': escaped.Append("&lt;"); break;
                case '>': escaped.Append("&gt;"); break;
                case '&': escaped.Append("&amp;"); break;
                default:
                    if (i + 1 < line.Length && char.IsSurrogatePair(c, line[i + 1]))
                    {
                        escaped.Append(c).Append(line[++i]);
                    }
                    else
                    {
                        escaped.Append(IsXml(c) ? c : '\ufffd');
                    }

                    break;
            }
        }

        return escaped.ToString();
    }

    private static bool IsXml(char c) => c is '\t' or >= ' ' and < '\ud800' or >= '\ue000' and < '\ufffe';
}

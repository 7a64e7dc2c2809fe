using Playbooks.Language.Syntax.Selectors;
using Playbooks.Language.Syntax.Text;

namespace Playbooks.Language.Syntax.Aria;

/// <summary>Checks the syntax of Playwright's aria snapshots (PB0801), line by line, as far as it can be checked without a page.</summary>
internal static class AriaSnapshotSyntax
{
    // Special nodes that are not roles.
    private static readonly string[] Words = ["text", "fragment", "iframe"];

    private static readonly string[] Properties = ["/url", Children, "/placeholder"];

    private const string Children = "/children";

    private static readonly string[] ChildrenModes = ["contain", "equal", "deep-equal"];

    /// <summary>The first mistake, at its line; null: there is none.</summary>
    /// <param name="snapshot">The snapshot as written; placeholders are texts like any other.</param>
    public static SyntaxProblem? FindProblem(string snapshot)
    {
        var indents = new Stack<int>();
        var isEmpty = true;
        var mayNest = false;
        for (var start = 0; start <= snapshot.Length;)
        {
            var end = snapshot.IndexOf('\n', start);
            end = end < 0 ? snapshot.Length : end;
            var line = snapshot.Substring(start, end - start).TrimEnd();
            var text = line.TrimStart(' ');
            if (text.Length > 0 && text[0] != '#')
            {
                isEmpty = false;
                var indent = line.Length - text.Length;
                var message = LevelProblem(indents, indent, mayNest) ?? NodeProblem(text, out mayNest);
                if (message is not null)
                {
                    return new(Rule.InvalidAriaSnapshot, start + indent, text.Length, message);
                }
            }

            start = end + 1;
        }

        return isEmpty ? new(Rule.InvalidAriaSnapshot, 0, snapshot.Length, "The snapshot is empty, so it could never match. Write at least one node, such as - button \"Save\".") : null;
    }

    private static string? LevelProblem(Stack<int> indents, int indent, bool mayNest)
    {
        if (indents.Count == 0 || indent > indents.Peek())
        {
            var isWrong = indents.Count > 0 && !mayNest;
            indents.Push(indent);
            return isWrong ? "This line is indented under a node that does not end with ':'. Add the colon there, or indent this line like that node." : null;
        }

        while (indents.Count > 0 && indents.Peek() > indent)
        {
            indents.Pop();
        }

        return indents.Count == 0 || indents.Peek() != indent ? "The indentation of this line matches no line before it." : null;
    }

    private static string? NodeProblem(string text, out bool mayNest)
    {
        mayNest = false;
        if (text[0] == '\t')
        {
            return "This line is indented with a tab. Use spaces.";
        }

        if (!text.StartsWith("- ", StringComparison.Ordinal) || text.Length < 3)
        {
            return "Each node begins with a dash and a space, such as - button \"Save\".";
        }

        var node = text.Substring(2).TrimStart(' ');

        // YAML quotes a node whose text would end it early.
        if (node[0] is '\'' or '"')
        {
            var close = node.LastIndexOf(node[0]);
            if (close == 0)
            {
                return "The quoted text is not closed.";
            }

            var after = node.Substring(close + 1);
            mayNest = after == ":";
            return after.Length == 0 || after[0] == ':' ? HeadProblem(node.Substring(1, close - 1)) : "After the quoted node, only ':' is expected.";
        }

        var colon = EndOfHead(node);
        mayNest = colon == node.Length - 1;
        return HeadProblem(colon < 0 ? node : node.Substring(0, colon)) ?? (colon < 0 ? null : TextProblem(node.Substring(0, colon), node.Substring(colon + 1).Trim()));
    }

    /// <summary>What is wrong with the text of a node or with the value of a property.</summary>
    private static string? TextProblem(string head, string text)
    {
        if (head == Children && text.IndexOf('{') < 0 && !ChildrenModes.Contains(text))
        {
            return $"'{Children}' must be one of: {string.Join(", ", ChildrenModes)}.";
        }

        var isQuoted = text.Length > 0 && text[0] is '"' or '\'';
        return !isQuoted && (text.IndexOf(": ", StringComparison.Ordinal) >= 0 || text.EndsWith(":", StringComparison.Ordinal))
            ? $"The text contains ': ', which has a special meaning in YAML. Put it in quotes: - {head}: {YamlText.Quote(text)}"
            : text.Length > 2 && text[0] == '/' && text[text.Length - 1] == '/' ? RegexProblem(text.Substring(1, text.Length - 2))
            : null;
    }

    private static string? RegexProblem(string pattern)
    {
        var flat = new FlatTemplate(TemplateParser.Parse(pattern, TemplateKind.Text, []));
        return JavaScriptRegex.Check(flat, 0, flat.Text.Length) is { } fault ? $"The regular expression is invalid: {fault.What}." : null;
    }

    /// <summary>The colon that ends the head of a node: the first one outside of quotes, brackets, and slashes. -1: there is none.</summary>
    private static int EndOfHead(string node)
    {
        var open = '\0';
        for (var i = 0; i < node.Length; i++)
        {
            var character = node[i];
            if (open != '\0')
            {
                i += character == '\\' ? 1 : 0;
                open = character == open ? '\0' : open;
            }
            else if (character is '"' || (character == '/' && i > 0 && node[i - 1] == ' '))
            {
                open = character;
            }
            else if (character == '[')
            {
                open = ']';
            }
            else if (character == ':' && (i + 1 == node.Length || node[i + 1] == ' '))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>What is wrong with a role, its name, and its attributes.</summary>
    private static string? HeadProblem(string head)
    {
        head = head.Trim();
        var end = head.IndexOfAny([' ', '"', '[', '\'']);
        var word = end < 0 ? head : head.Substring(0, end);
        if (word.StartsWith("/", StringComparison.Ordinal))
        {
            return Properties.Contains(word) ? null : $"'{word}' is not a property of a node. Use one of: {string.Join(", ", Properties)}.";
        }

        if (word.IndexOf('{') < 0 && !Words.Contains(word) && (word.Any(char.IsUpper) || !AriaRoles.Contains(word)))
        {
            return $"'{word}' is not an ARIA role." + (AriaRoles.NearestTo(word) is { } nearest ? $" Did you mean '{nearest}'?" : " Write a role such as button, or text: for plain text.");
        }

        return end < 0 ? null : RestProblem(head, end);
    }

    private static string? RestProblem(string head, int at)
    {
        var hasName = false;
        while (at < head.Length)
        {
            switch (head[at])
            {
                case ' ':
                    at++;
                    break;
                case '"' or '/' when !hasName:
                    var close = CloseOf(head, at);
                    if (close < 0)
                    {
                        return head[at] == '"' ? "The name is not closed: its closing '\"' is missing." : "The regular expression is not closed: its closing '/' is missing.";
                    }

                    if (head[at] == '/' && RegexProblem(head.Substring(at + 1, close - at - 1)) is { } wrong)
                    {
                        return wrong;
                    }

                    at = close + 1;
                    hasName = true;
                    break;
                case '[':
                    var bracket = head.IndexOf(']', at);
                    if (bracket < 0)
                    {
                        return "The attribute is not closed: its closing ']' is missing.";
                    }

                    if (AriaAttribute.FindProblem(head.Substring(at + 1, bracket - at - 1)) is { } problem)
                    {
                        return problem;
                    }

                    at = bracket + 1;
                    break;
                default:
                    return $"'{head[at]}' is not expected here. A node is a role, a name in double quotes, and attributes in brackets, such as - heading \"Orders\" [level=1].";
            }
        }

        return null;
    }

    private static int CloseOf(string text, int open)
    {
        for (var i = open + 1; i < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == text[open])
            {
                return i;
            }
        }

        return -1;
    }
}

using Playbooks.Cli.LanguageServer.Documents;
using Playbooks.Cli.LanguageServer.Protocol;
using Playbooks.Language.Grammar;

namespace Playbooks.Cli.LanguageServer.Features;

/// <summary>The names and words of a document, which editors color by what they mean: placeholders, playbooks, steps, C# methods, actions, and the words of keys.</summary>
internal static class SemanticTokens
{
    private const int Variable = 0;
    private const int Class = 1;
    private const int Property = 2;
    private const int Method = 3;
    private const int Function = 4;
    private const int EnumMember = 5;
    private const int Declaration = 1;

    /// <summary>Gets the types, by their numbers.</summary>
    public static IReadOnlyList<string> Types { get; } = ["variable", "class", "property", "method", "function", "enumMember"];

    /// <summary>Gets the modifiers, by their bits.</summary>
    public static IReadOnlyList<string> Modifiers { get; } = ["declaration"];

    /// <summary>Returns the tokens of a document.</summary>
    public static TokenData Find(DocumentText document)
    {
        var data = new List<int>();
        var (line, column, end) = (0, 0, 0);
        foreach (var token in NamesOf(document).Concat(WordsOf(document)).OrderBy(static token => token.Start).ThenBy(static token => token.End))
        {
            var range = document.RangeOf(token.Start, token.End);
            if (token.Start < end || token.End <= token.Start || range.Start.Line != range.End.Line)
            {
                // Editors accept neither tokens that overlap, nor tokens of several lines.
                continue;
            }

            data.AddRange([range.Start.Line - line, range.Start.Line == line ? range.Start.Character - column : range.Start.Character, token.End - token.Start, token.Type, token.Modifiers]);
            (line, column, end) = (range.Start.Line, range.Start.Character, token.End);
        }

        return new(data);
    }

    private static IEnumerable<Token> NamesOf(DocumentText document) => Names.Find(document).Select(static use => new Token(
        use.Start,
        use.End,
        use.Thing.Kind switch
        {
            NameKind.Playbook => Class,
            NameKind.Step => Property,
            NameKind.Code => Method,
            _ => Variable,
        },
        use.IsDefinition ? Declaration : 0));

    private static IEnumerable<Token> WordsOf(DocumentText document) =>
        from value in document.Tree.Values
        let isAction = value.Key?.Kind == KeyKind.Action && ActionTable.Find(value.Node.Value) is not null
        where isAction || value.Key?.Words.Any(word => word.Text == value.Node.Value) == true
        select new Token(value.Node.Start, value.Node.End, isAction ? Function : EnumMember, 0);

    private sealed record Token(int Start, int End, int Type, int Modifiers);
}

using Playbooks.Language.Syntax.Text;

namespace Playbooks.Language.Syntax.Selectors.Css;

/// <summary>A place in the tokens, and the first thing found wrong there; nothing is read after it.</summary>
internal sealed class CssTokens(FlatTemplate template, IReadOnlyList<CssToken> tokens)
{
    private int position;

    /// <summary>The template that the tokens were cut from.</summary>
    public FlatTemplate Template => template;

    /// <summary>What is wrong; null: nothing so far.</summary>
    public SelectorFault? Fault { get; private set; }

    /// <summary>Whether reading is over, for a fault or for giving up.</summary>
    public bool HasStopped { get; private set; }

    /// <summary>The token to be read.</summary>
    public CssToken Current => tokens[position];

    /// <summary>What the token to be read is.</summary>
    public CssTokenKind Kind => Current.Kind;

    /// <summary>Index after the last token that was read.</summary>
    public int PreviousEnd => position == 0 ? Current.Start : tokens[position - 1].End;

    /// <summary>Whether a combinator other than whitespace follows.</summary>
    public bool IsCombinator => Is('>') || Is('+') || Is('~');

    /// <summary>Whether what is to be read cannot belong to a compound selector.</summary>
    public bool EndsCompound =>
        Kind is CssTokenKind.Comma or CssTokenKind.CloseParen or CssTokenKind.End or CssTokenKind.Whitespace || IsCombinator;

    /// <summary>Whether this character alone is to be read.</summary>
    public bool Is(char character) => Kind == CssTokenKind.Delim && template.Text[Current.Start] == character;

    /// <summary>Goes on by a token.</summary>
    public void Take() => position += Kind == CssTokenKind.End ? 0 : 1;

    /// <summary>Goes on by a token if it is of this kind.</summary>
    public bool TryTake(CssTokenKind kind)
    {
        if (Kind != kind)
        {
            return false;
        }

        Take();
        return true;
    }

    /// <summary>Skips whitespace.</summary>
    public void SkipBlanks()
    {
        while (Kind == CssTokenKind.Whitespace)
        {
            position++;
        }
    }

    /// <summary>Skips a closing bracket, or stops if it is missing.</summary>
    /// <param name="kind">The closing bracket.</param>
    /// <param name="open">Index of the opening one.</param>
    public void Close(CssTokenKind kind, int open)
    {
        SkipBlanks();
        if (!TryTake(kind))
        {
            Unexpected($"'{(kind == CssTokenKind.CloseParen ? ')' : ']')}', to close '{template.Text[open]}' at character {template.Position(open)},");
        }
    }

    /// <summary>Stops because something else was expected than what is to be read.</summary>
    public void Unexpected(string expected)
    {
        var token = Current;
        var first = token.Kind == CssTokenKind.End ? '\0' : template.Text[token.Start];
        var found = token.Kind == CssTokenKind.End ? ", but the selector ends there"
            : first == '/' ? ", not '/' (an XPath starts with '//' or 'xpath=')"
            : first == '.' && token.End > token.Start + 1 ? ", and a class name cannot start with a digit; write [class~=\"…\"]"
            : $", not '{(template.IsValue(token.Start) ? template.Written(token.Start) : first.ToString())}'";
        Stop(token.Start, $"{expected} is expected{found}");
    }

    /// <summary>Stops for a fault; only the first counts.</summary>
    public void Stop(int index, string what)
    {
        Fault ??= HasStopped ? null : new(index, what);
        HasStopped = true;
    }

    /// <summary>Stops without a fault: what follows is not judged.</summary>
    public void GiveUp() => HasStopped = true;
}

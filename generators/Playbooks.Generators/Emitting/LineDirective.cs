using Playbooks.Language;

namespace Playbooks.Generators.Emitting;

/// <summary>Maps a statement of generated code to the YAML that it comes from.</summary>
/// <param name="path">The path of the YAML as debuggers and stack traces shall see it.</param>
internal sealed class LineDirective(string path)
{
    // What a debug symbol can hold; it counts the column behind the last character, too.
    private const int LastColumn = 65534;
    private const int LastLine = 0xfeefed;

    // The directive counts from one, and only what starts before its offset stands for the whole place in the YAML: what
    // starts at the offset or after it would be mapped by its own length in the C#.
    private const int BehindTheFirstCharacter = 2;

    // A directive's file name has no escapes.
    private readonly bool possible = path.IndexOfAny(['"', '\r', '\n', '\u0085', '\u2028', '\u2029', '\0']) < 0 && Literal.IsWellFormed(path);

    /// <summary>Maps the next line, which is one statement at the writer's indentation.</summary>
    public void Map(CodeWriter code, SourceSpan span)
    {
        if (!possible || span.StartLine >= LastLine || span.EndLine >= LastLine)
        {
            return;
        }

        // The directive names the last character, our span the one behind it.
        var startColumn = Math.Min(span.StartColumn + 1, LastColumn);
        var endColumn = Math.Max(1, Math.Min(span.EndColumn, LastColumn));
        if (span.EndLine == span.StartLine)
        {
            endColumn = Math.Max(endColumn, startColumn);
        }

        code.Directive(
            "#line (" + Literal.From(span.StartLine + 1) + "," + Literal.From(startColumn) + ")-(" +
            Literal.From(span.EndLine + 1) + "," + Literal.From(endColumn) + ") " + Literal.From(code.Indentation + BehindTheFirstCharacter) + " \"" + path + "\"");
    }

    /// <summary>What follows is of no interest to one who steps through a playbook.</summary>
    public void Hide(CodeWriter code)
    {
        if (possible)
        {
            code.Directive("#line hidden");
        }
    }

    /// <summary>What follows is code of its own.</summary>
    public void End(CodeWriter code)
    {
        if (possible)
        {
            code.Directive("#line default");
        }
    }
}

using Playbooks.Language;

namespace Playbooks.Generators.Emitting;

/// <summary>Maps a statement of generated code to the YAML that it comes from.</summary>
/// <param name="path">The path of the YAML as debuggers and stack traces shall see it.</param>
internal sealed class LineDirective(string path)
{
    // What a debug symbol can hold.
    private const int LastColumn = 65535;
    private const int LastLine = 0xfeefed;

    // A directive's file name has no escapes.
    private readonly bool possible = path.IndexOfAny(['"', '\r', '\n', '\u0085', '\u2028', '\u2029', '\0']) < 0 && Literal.IsWellFormed(path);

    /// <summary>Maps the next line, which is one statement at the writer's indentation.</summary>
    public void Map(CodeWriter code, SourceSpan span)
    {
        if (!possible || span.StartLine >= LastLine || span.EndLine >= LastLine)
        {
            return;
        }

        var startColumn = Math.Min(span.StartColumn + 1, LastColumn);
        var endColumn = Math.Min(span.EndColumn + 1, LastColumn);
        if (span.EndLine == span.StartLine && endColumn <= startColumn)
        {
            startColumn = Math.Min(startColumn, LastColumn - 1);
            endColumn = startColumn + 1;
        }

        code.Directive(
            "#line (" + Literal.Of(span.StartLine + 1) + "," + Literal.Of(startColumn) + ")-(" +
            Literal.Of(span.EndLine + 1) + "," + Literal.Of(endColumn) + ") " + Literal.Of(code.Indentation) + " \"" + path + "\"");
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

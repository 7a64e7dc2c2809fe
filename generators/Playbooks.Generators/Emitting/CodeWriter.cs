using System.Text;

namespace Playbooks.Generators.Emitting;

/// <summary>Writes lines of C#, indented by the blocks that are open.</summary>
internal sealed class CodeWriter
{
    private const int Width = 4;
    private readonly StringBuilder text = new(16 * 1024);
    private int depth;

    /// <summary>How many blanks the next line starts with.</summary>
    public int Indentation => depth * Width;

    /// <summary>An empty line.</summary>
    public void Line() => text.Append('\n');

    /// <summary>One line at the current indentation.</summary>
    public void Line(string line)
    {
        text.Append(' ', Indentation);
        text.Append(line).Append('\n');
    }

    /// <summary>One line from the very left, as directives are written.</summary>
    public void Directive(string line) => text.Append(line).Append('\n');

    /// <summary>A line, then a block that <see cref="Close"/> ends.</summary>
    public void Open(string header, string brace = "{")
    {
        Line(header);
        Line(brace);
        depth++;
    }

    /// <summary>A block that <see cref="Close"/> ends.</summary>
    public void Open()
    {
        Line("{");
        depth++;
    }

    /// <summary>Ends the innermost block.</summary>
    public void Close(string brace = "}")
    {
        depth--;
        Line(brace);
    }

    /// <inheritdoc/>
    public override string ToString() => text.ToString();
}

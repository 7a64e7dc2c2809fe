using System.Text;
using Playbooks.Language.Model;

namespace Playbooks.Language.Syntax.Text;

/// <summary>Collects the pieces of a bound text; neighbouring literal pieces become one.</summary>
internal sealed class TextParts
{
    private readonly List<TextPart> parts = [];
    private readonly StringBuilder literal = new();

    /// <summary>Adds literal text.</summary>
    public TextParts Add(string text)
    {
        literal.Append(text);
        return this;
    }

    /// <summary>Adds a value or a group.</summary>
    public TextParts Add(TextPart part)
    {
        if (part is LiteralPart text)
        {
            return Add(text.Text);
        }

        EndLiteral();
        parts.Add(part);
        return this;
    }

    /// <summary>Adds a range of a template, its values unencoded.</summary>
    public TextParts Add(FlatTemplate template, int start, int end)
    {
        while (start < end)
        {
            var value = template.IndexOfValue(start, end);
            var literalEnd = value < 0 ? end : value;
            literal.Append(template.Text, start, literalEnd - start);
            if (value >= 0)
            {
                Add(Value(template, value));
            }

            start = literalEnd + 1;
        }

        return this;
    }

    /// <summary>The pieces.</summary>
    public IReadOnlyList<TextPart> ToList()
    {
        EndLiteral();
        return parts;
    }

    /// <summary>The value at an index, unencoded; a wrong placeholder is its own text.</summary>
    public static TextPart Value(FlatTemplate template, int index) =>
        template.PlaceholderAt(index) is { } placeholder ? new ValuePart(placeholder.Name) : new LiteralPart(template.Written(index));

    private void EndLiteral()
    {
        if (literal.Length > 0)
        {
            parts.Add(new LiteralPart(literal.ToString()));
            literal.Clear();
        }
    }
}

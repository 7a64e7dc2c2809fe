using System.Text;
using Playbooks.Language.Model;

namespace Playbooks.Language.Syntax.Text;

/// <summary>
/// A template as one run of characters, in which each placeholder is a single placeholder character, so that parsers of other grammars
/// can read over it. What is wrong with a placeholder is reported elsewhere; here it is a placeholder character as well.
/// </summary>
internal sealed class FlatTemplate
{
    /// <summary>The character that replaces a value: to a CSS parser a letter, so that it can be a part of any name.</summary>
    public const char StandIn = '\uE0FF';

    private readonly List<int> offsets;
    private readonly Dictionary<int, TemplatePart> values = [];

    /// <summary>Lays a template flat.</summary>
    public FlatTemplate(TemplateSyntax template)
    {
        var wrong = new HashSet<int>(template.Problems.Where(problem => problem.Rule != Rule.UnknownFormat).Select(problem => problem.Start));
        var last = template.Parts.Count == 0 ? null : template.Parts[template.Parts.Count - 1];
        SourceLength = last is null ? 0 : last.Start + last.Length;
        var text = new StringBuilder(SourceLength);
        var places = new List<int>(SourceLength + 1);
        foreach (var part in template.Parts)
        {
            if (part is LiteralText literal && !wrong.Contains(part.Start))
            {
                for (var index = 0; index < literal.Text.Length; index++)
                {
                    places.Add(part.Start + index);
                }

                text.Append(literal.Text);
            }
            else
            {
                values.Add(text.Length, part);
                places.Add(part.Start);
                text.Append(StandIn);
            }
        }

        places.Add(SourceLength);
        offsets = places;
        Text = text.ToString();
    }

    /// <summary>The characters.</summary>
    public string Text { get; }

    /// <summary>Number of characters in the scalar's value.</summary>
    public int SourceLength { get; }

    /// <summary>Number of a character as people count, from 1, in the scalar's value.</summary>
    public int Position(int index) => offsets[Math.Min(index, offsets.Count - 1)] + 1;

    /// <summary>Whether there is a value at an index, known or not.</summary>
    public bool IsValue(int index) => values.ContainsKey(index);

    /// <summary>Whether there is a value in a range.</summary>
    public bool HasValue(int start, int end) => IndexOfValue(start, end) >= 0;

    /// <summary>Index of the first value in a range; -1: there is none.</summary>
    public int IndexOfValue(int start, int end)
    {
        for (var index = Text.IndexOf(StandIn, start, end - start); index >= 0; index = Text.IndexOf(StandIn, index + 1, end - index - 1))
        {
            if (IsValue(index))
            {
                return index;
            }
        }

        return -1;
    }

    /// <summary>The known name that is used at an index; null: a character, or a placeholder that is wrong.</summary>
    public Placeholder? PlaceholderAt(int index) => values.TryGetValue(index, out var part) ? part as Placeholder : null;

    /// <summary>The pieces of a range, unencoded.</summary>
    public IReadOnlyList<TextPart> Parts(int start, int end)
    {
        var parts = new TextParts();
        parts.Add(this, start, end);
        return parts.ToList();
    }

    /// <summary>The text at an index, as written in the playbook.</summary>
    public string Written(int index) => values.TryGetValue(index, out var part)
        ? part switch
        {
            Placeholder { Raw: true } placeholder => "{" + placeholder.Name + ":raw}",
            Placeholder placeholder => "{" + placeholder.Name + "}",
            _ => ((LiteralText)part).Text,
        }
        : Text[index].ToString();
}

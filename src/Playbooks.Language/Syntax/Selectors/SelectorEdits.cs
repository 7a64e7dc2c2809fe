using Playbooks.Language.Model;
using Playbooks.Language.Syntax.Text;

namespace Playbooks.Language.Syntax.Selectors;

/// <summary>Collects how the values in a selector are encoded, and builds its bound parts.</summary>
internal sealed class SelectorEdits(FlatTemplate template, Func<string, bool> isSelectorText)
{
    private readonly SortedDictionary<int, Edit> edits = [];

    /// <summary>The template that is edited.</summary>
    public FlatTemplate Template => template;

    /// <summary>Encodes all values in a range between quotes or slashes.</summary>
    public void Quoted(int start, int end, ValueEncoding encoding)
    {
        foreach (var (index, placeholder) in Values(start, end))
        {
            if (!placeholder.Raw)
            {
                edits[index] = new(index + 1, [Encoded(encoding, index, index + 1)]);
            }
        }
    }

    /// <summary>Encodes the values of the type selector_text in an unquoted range.</summary>
    public void Unquoted(int start, int end, ValueEncoding encoding)
    {
        foreach (var (index, placeholder) in Values(start, end))
        {
            if (NeedsEncoding(placeholder))
            {
                edits[index] = new(index + 1, [Encoded(encoding, index, index + 1)]);
            }
        }
    }

    /// <summary>Whether a value of the type selector_text is unquoted in a range, so that it must be encoded.</summary>
    public bool HasUnquotedSelectorText(int start, int end) => Values(start, end).Any(value => NeedsEncoding(value.Placeholder));

    /// <summary>Encodes a range as one.</summary>
    public void Group(int start, int end, ValueEncoding encoding) => Replace(start, end, [Encoded(encoding, start, end)]);

    /// <summary>Puts other parts in the place of a range.</summary>
    public void Replace(int start, int end, IEnumerable<TextPart> parts) => edits[start] = new(end, [.. parts]);

    /// <summary>A range as one encoded part.</summary>
    public EncodedPart Encoded(ValueEncoding encoding, int start, int end) =>
        new(encoding, template.Parts(start, end).ToEquatableArray());

    /// <summary>The known names used in a range, with their places.</summary>
    public IEnumerable<(int Index, Placeholder Placeholder)> Values(int start, int end)
    {
        for (var index = template.IndexOfValue(start, end); index >= 0; index = template.IndexOfValue(index + 1, end))
        {
            if (template.PlaceholderAt(index) is { } placeholder)
            {
                yield return (index, placeholder);
            }
        }
    }

    /// <summary>The selector's parts.</summary>
    public EquatableArray<TextPart> Build()
    {
        var parts = new TextParts();
        var index = 0;
        foreach (var edit in edits)
        {
            parts.Add(template, index, edit.Key);
            foreach (var part in edit.Value.Parts)
            {
                parts.Add(part);
            }

            index = edit.Value.End;
        }

        return parts.Add(template, index, template.Text.Length).ToList().ToEquatableArray();
    }

    private bool NeedsEncoding(Placeholder placeholder) => !placeholder.Raw && isSelectorText(placeholder.Name);

    private sealed record Edit(int End, IReadOnlyList<TextPart> Parts);
}

using Playbooks.Language.Grammar;
using Playbooks.Language.Syntax.Yaml;

namespace Playbooks.Language.Rules;

/// <summary>Reads the selector of an expectation or a condition: a text, or a mapping with the frames around the element.</summary>
internal static class FramedSelectors
{
    /// <summary>Reads a selector; null: it cannot be read.</summary>
    /// <param name="binder">Binds its texts.</param>
    /// <param name="slot">The selector.</param>
    /// <param name="noted">Where the selector is noted; null: nothing is said of its element.</param>
    public static SelectorText? Read(TextBinder binder, Slot? slot, List<SelectorText>? noted)
    {
        if (slot?.Value is MappingNode mapping && !Advice.IsWordInBraces(mapping))
        {
            return ReadMapping(binder, slot, noted);
        }

        if (slot is null || binder.Selector(slot) is not { } selector)
        {
            return null;
        }

        noted?.Add(selector);
        return selector;
    }

    // What is inside a frame is not on the page, so only the outermost frame is noted.
    private static SelectorText? ReadMapping(TextBinder binder, Slot slot, List<SelectorText>? noted)
    {
        if (slot.Keys() is not { } fields)
        {
            return null;
        }

        if (fields[SelectorKeys.Frame] is not { } frame)
        {
            return Read(binder, fields[SelectorKeys.Primary], noted);
        }

        var frames = (frame.Value is SequenceNode ? frame.Items()! : [frame]).Select(item => binder.Selector(item)).OfType<SelectorText>().ToList();
        noted?.AddRange(frames.Take(1));
        return fields[SelectorKeys.Primary] is { } primary && binder.Selector(primary) is { } inside
            ? inside with { Text = inside.Text with { Frames = frames.Select(static one => one.Text).ToEquatableArray() }, Canonical = null }
            : null;
    }
}

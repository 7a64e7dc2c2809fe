using System.Text.Json;

namespace Playbooks.Recording;

/// <summary>Tracks the position of a reader in a line of the trace: in the format, in a snapshot of a page, or in foreign content.</summary>
internal sealed class TraceLocation
{
    private readonly Stack<Level> levels = [];

    /// <summary>Gets whether the value belongs to a snapshot of a page, which consists of arrays of a node's name, its attributes, and its children.</summary>
    public bool IsInPage => levels.TryPeek(out var top) && top.IsPage;

    /// <summary>Gets whether the value is the name of a node of a page.</summary>
    public bool IsNodeName => IsInPage && levels.Peek() is { Property: null, Index: 1 };

    /// <summary>Gets whether the value is a text of a page.</summary>
    public bool IsText => IsInPage && levels.Peek() is { Property: null, Index: > 1 };

    /// <summary>Gets whether the value is the content of a form field.</summary>
    public bool IsFieldValue => IsInPage && levels.Peek().Property is "value" or "__playwright_value_";

    /// <summary>Gets whether the value is a word or a number of the format.</summary>
    public bool IsFixed => levels.TryPeek(out var top) && top is { IsForeign: false, IsPage: false, Property: { } property } && TraceFormat.IsFixed(property);

    /// <summary>Moves to the next token of the reader.</summary>
    public void Move(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                levels.Peek().Property = reader.GetString();
                break;
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                Count();
                levels.Push(Below(levels.TryPeek(out var top) ? top : null));
                break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                levels.Pop();
                break;
            default:
                Count();
                break;
        }
    }

    private void Count()
    {
        if (levels.TryPeek(out var top))
        {
            top.Index++;
        }
    }

    private static Level Below(Level? top) => new()
    {
        IsForeign = top is not null && (top.IsForeign || (!top.IsPage && top.Property is { } property && TraceFormat.IsForeign(property))),
        IsPage = top is { IsForeign: false } && (top.IsPage || top.Property == "html"),
    };

    private sealed class Level
    {
        public bool IsForeign { get; init; }

        public bool IsPage { get; init; }

        /// <summary>Gets or sets the current property; null in an array.</summary>
        public string? Property { get; set; }

        /// <summary>Gets or sets the number of values, including the current one.</summary>
        public int Index { get; set; }
    }
}

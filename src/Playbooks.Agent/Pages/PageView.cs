namespace Playbooks.Agent.Pages;

/// <summary>What the model is shown of a page.</summary>
/// <param name="Text">The text, fenced as page content.</param>
/// <param name="Shown">The elements that the model may refer to, by reference.</param>
internal sealed record PageView(string Text, IReadOnlyDictionary<string, PageLine> Shown)
{
    /// <summary>A view of nothing.</summary>
    public static PageView None { get; } = new(string.Empty, new Dictionary<string, PageLine>());
}

namespace Playbooks;

/// <summary>A text that is never shown: not in logs, messages, reports or debuggers. Made from a string without ceremony.</summary>
public sealed class Secret : IEquatable<Secret>
{
    private readonly string text;

    /// <summary>Wraps a text.</summary>
    public Secret(string text) => this.text = text ?? throw new ArgumentNullException(nameof(text));

    /// <summary>The text itself, for the one who types it into a page.</summary>
    public string Reveal() => text;

    /// <inheritdoc/>
    public bool Equals(Secret? other) => other is not null && string.Equals(text, other.text, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Secret);

    /// <inheritdoc/>
    public override int GetHashCode() => string.GetHashCode(text, StringComparison.Ordinal);

    /// <summary>Always <c>***</c>.</summary>
    public override string ToString() => "***";

    /// <summary>Wraps a text.</summary>
    public static implicit operator Secret(string text) => new(text);
}

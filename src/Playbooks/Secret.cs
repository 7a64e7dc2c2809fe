namespace Playbooks;

/// <summary>Wraps a string that is never shown: not in logs, messages, reports, or debuggers. Converts implicitly from a string.</summary>
public sealed class Secret : IEquatable<Secret>
{
    private readonly string text;

    /// <summary>Wraps a string.</summary>
    public Secret(string text) => this.text = text ?? throw new ArgumentNullException(nameof(text));

    /// <summary>Returns the text itself, for the code that types it into a page.</summary>
    public string Reveal() => text;

    /// <inheritdoc/>
    public bool Equals(Secret? other) => other is not null && string.Equals(text, other.text, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Secret);

    /// <inheritdoc/>
    public override int GetHashCode() => string.GetHashCode(text, StringComparison.Ordinal);

    /// <summary>Always returns <c>***</c>.</summary>
    public override string ToString() => "***";

    /// <summary>Converts a string to a secret.</summary>
    public static implicit operator Secret(string text) => new(text);
}

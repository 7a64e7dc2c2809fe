using System.ComponentModel;

namespace Playbooks.Generated;

/// <summary>The built-in values that placeholders can refer to.</summary>
/// <param name="BaseUrl">The URL that relative URLs resolve against, or an empty string.</param>
/// <param name="RunId">The id of the run.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record RunValues(string BaseUrl, string RunId)
{
    /// <summary>Gets the dates and fresh values of the run.</summary>
    internal FreshValues FreshValues { get; init; } = new(DateTimeOffset.UnixEpoch, string.Empty);

    /// <summary>Returns a date or a fresh value, which is the same wherever the run uses it.</summary>
    /// <param name="placeholder">The text between the braces of the placeholder, such as <c>today+3d:dd.MM.yyyy</c>.</param>
    public string Fresh(string placeholder) => FreshValues.Get(placeholder);
}

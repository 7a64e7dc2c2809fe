using System.ComponentModel;

namespace Playbooks.Generated;

/// <summary>The built-in values that placeholders can refer to.</summary>
/// <param name="BaseUrl">The URL that relative URLs resolve against, or an empty string.</param>
/// <param name="RunId">The id of the run.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record RunValues(string BaseUrl, string RunId);

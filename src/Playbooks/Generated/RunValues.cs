using System.ComponentModel;

namespace Playbooks.Generated;

/// <summary>The built-in values that placeholders can name.</summary>
/// <param name="BaseUrl">What relative URLs resolve against; empty: nothing.</param>
/// <param name="RunId">The run's id.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record RunValues(string BaseUrl, string RunId);

namespace Playbooks;

/// <summary>Describes requests that are answered without the network.</summary>
/// <param name="Url">The glob that the URLs of the requests must match: <c>*</c> matches any text without <c>/</c>, and <c>**</c> matches any text.</param>
public sealed record MockedRoute(string Url)
{
    /// <summary>Gets the status of the response. The default is 200.</summary>
    public int Status { get; init; } = 200;

    /// <summary>Gets the body of the response as JSON, or null.</summary>
    public string? Json { get; init; }

    /// <summary>Gets the body of the response as text, or null.</summary>
    public string? Body { get; init; }

    /// <summary>Gets the path of the file that contains the body of the response, absolute or relative to the playbook's file, or null.</summary>
    public string? File { get; init; }

    /// <summary>Gets the content of <see cref="File"/>, which is read at the start of the run, or null.</summary>
    internal byte[]? Content { get; init; }

    /// <summary>Gets the headers of the response. The default is none.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Gets whether the requests fail as if there were no connection. The default is false.</summary>
    public bool Abort { get; init; }

    /// <summary>Gets how many requests are answered, or null for all.</summary>
    public int? Times { get; init; }
}

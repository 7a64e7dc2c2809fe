using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

namespace Playbooks;

/// <summary>Provides the C# method of a <c>code</c> step with the page, the base URL, the folder, and the logger of the run.</summary>
public sealed record CodeContext
{
    /// <summary>Gets the page of the run.</summary>
    public required IPage Page { get; init; }

    /// <summary>Gets the URL that relative URLs resolve against, or an empty string.</summary>
    public required string BaseUrl { get; init; }

    /// <summary>Gets the full path of the run's folder, for files that belong to the evidence.</summary>
    public required string RunFolder { get; init; }

    /// <summary>Gets the logger of the run. If the run has no logger, this logger writes nothing.</summary>
    public required ILogger Logger { get; init; }

    /// <summary>Gets a token that is canceled when the run is stopped.</summary>
    public CancellationToken CancellationToken { get; init; }
}

using Playbooks.Browsing;

namespace Playbooks.Xunit;

/// <summary>
/// Starts the application that the playbooks of a test project run against, once per test process, before the first run. The setup is
/// disposed at the end of the process. A test host can allow as little as 0.1 s for disposal, so resources that must not outlive the
/// process should end on their own when the process ends. Register the class with <see cref="PlaybookSetupAttribute"/>; it needs a public parameterless constructor.
/// </summary>
public interface IPlaybookSetup : IAsyncDisposable
{
    /// <summary>Gets the options of the browser for the test process. By default, a browser is found or installed.</summary>
    BrowserOptions Browser => new();

    /// <summary>Starts the application.</summary>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <returns>The options of every run that has none of its own, in particular <see cref="RunOptions.BaseUrl"/>.</returns>
    ValueTask<RunOptions> StartAsync(CancellationToken cancellationToken);
}

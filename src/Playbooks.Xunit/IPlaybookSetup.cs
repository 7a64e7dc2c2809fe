

using Playbooks.Browsing;

namespace Playbooks.Xunit;

/// <summary>
/// Starts what the playbooks of a test project run against, once for the test process, before its first run. It is disposed at
/// the end of the process, for which a test host may leave no more than a tenth of a second: what must not be left behind should
/// end with the process by itself. Named by <see cref="PlaybookSetupAttribute"/>; needs a public constructor without parameters.
/// </summary>
public interface IPlaybookSetup : IAsyncDisposable
{
    /// <summary>Which browser the test process uses, and how; default: one that is found or installed.</summary>
    BrowserOptions Browser => new();

    /// <summary>Starts it.</summary>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <returns>The options of every run that is given none of its own: above all, <see cref="RunOptions.BaseUrl"/>.</returns>
    ValueTask<RunOptions> StartAsync(CancellationToken cancellationToken);
}

using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Playbooks.Browsing;

/// <summary>Reports progress to the callback and to the logger.</summary>
internal sealed partial class BrowserMessages(Action<string>? callback, ILogger? logger)
{
    private readonly ILogger logger = logger ?? NullLogger.Instance;

    /// <summary>Reports one sentence.</summary>
    public void Say(string message)
    {
        Log(message);
        callback?.Invoke(message);
    }

    [LoggerMessage(1, LogLevel.Information, "{Message}")]
    private partial void Log(string message);
}

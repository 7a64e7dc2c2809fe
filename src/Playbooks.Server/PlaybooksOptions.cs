using System.Reflection;
using Playbooks.Browsing;

namespace Playbooks.Server;

/// <summary>Configures the run service. Every option has a default. The configuration section <c>Playbooks</c> can set options that are strings, numbers, or durations.</summary>
public sealed class PlaybooksOptions
{
    /// <summary>The name of the configuration section. If a key in it is not an option, the service does not start.</summary>
    public const string Section = "Playbooks";

    /// <summary>The environment variable for the token, used if <see cref="ApiKey"/> is null or empty. Other configuration sources can set the same key.</summary>
    public const string ApiKeyVariable = "PLAYBOOKS_API_KEY";

    /// <summary>Gets or sets the role of this process. The default is <see cref="PlaybooksRole.Both"/>.</summary>
    public PlaybooksRole Role { get; set; } = PlaybooksRole.Both;

    /// <summary>Gets the assemblies whose playbooks a worker executes. If empty, the worker executes the playbooks of the program's own assembly.</summary>
    public IList<Assembly> Assemblies { get; } = [];

    /// <summary>Gets the base addresses of the workers that a gateway calls over HTTP, such as <c>http://worker-1:5000</c>. If the workers do not share the gateway's <see cref="OutputRoot"/>, their stored runs are available only while they are reachable. The default is none.</summary>
    public IList<Uri> Workers { get; } = [];

    /// <summary>Gets or sets the token that clients send as <c>Authorization: Bearer</c>, and that a gateway sends to its workers. If null or empty, the value of <see cref="ApiKeyVariable"/> is used. Without a token, the service listens on loopback only, unless <see cref="AuthorizationPolicy"/> is set.</summary>
    public string? ApiKey { get; set; }

    /// <summary>
    /// Gets or sets the name of an authorization policy of the program that requests must meet, with authentication schemes of the program.
    /// The token is then accepted only if the policy contains <see cref="PlaybooksAuthenticationDefaults.AuthenticationScheme"/>. If null,
    /// <see cref="PlaybooksAuthenticationDefaults.AuthorizationPolicy"/> applies, which requires the token.
    /// </summary>
    public string? AuthorizationPolicy { get; set; }

    /// <summary>Gets the host names that requests may use, without ports. If empty, any host name is accepted if there is a token or an <see cref="AuthorizationPolicy"/>, and only loopback names otherwise.</summary>
    public IList<string> AllowedHosts { get; } = [];

    /// <summary>
    /// Gets the base URLs that requests may use and whose runs receive the configured credentials, such as <c>https://staging.example.com</c>,
    /// in addition to the base URL of <see cref="Run"/> and that of the playbook. Scheme, host, and port are compared, but not the path. The
    /// default is none.
    /// </summary>
    public IList<string> AllowedBaseUrls { get; } = [];

    /// <summary>Gets or sets the folder that contains all runs. The default is the value of <see cref="RunOptions.OutputVariable"/>, or <c>playbook-runs</c> in the current directory.</summary>
    public string? OutputRoot { get; set; }

    /// <summary>Gets or sets the number of runs that are executed at the same time; further runs are queued. The default is <see cref="Environment.ProcessorCount"/>.</summary>
    public int MaxConcurrentRuns { get; set; } = Environment.ProcessorCount;

    /// <summary>Gets or sets the number of runs that can be queued; further requests are rejected with 429. The default is 100.</summary>
    public int MaxQueuedRuns { get; set; } = 100;

    /// <summary>Gets or sets the time limit of a run whose request sets none. The default is 600 s, and the maximum is 3600 s.</summary>
    public TimeSpan RunTimeout { get; set; } = TimeSpan.FromSeconds(600);

    /// <summary>Gets or sets how long the browser stays open after the last run. The default is one minute.</summary>
    public TimeSpan BrowserIdleTimeout { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Gets or sets whether the process returns its free memory to the operating system a few seconds after <see cref="BrowserIdleTimeout"/>.
    /// This requires a blocking garbage collection of the whole process, which is not acceptable for a host with other work. The default is false.
    /// </summary>
    public bool ReleaseMemoryWhenIdle { get; set; }

    /// <summary>Gets or sets the number of clients that can follow streams at the same time; further requests are rejected with 503. The default is 2000.</summary>
    public int MaxSubscribers { get; set; } = 2000;

    /// <summary>Gets or sets the time without events after which a stream sends a comment. The default is 15 s.</summary>
    public TimeSpan KeepAlive { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Gets or sets the time after which a client that reads nothing is disconnected. The client can reconnect. The default is 30 s.</summary>
    public TimeSpan WriteTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Gets or sets the time limit for a worker to respond over HTTP. The default is 5 s.</summary>
    public TimeSpan UpstreamTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Gets or sets the time limit for a pause within a worker's response. For streams of events, twice <see cref="KeepAlive"/> is added. The default is 15 s.</summary>
    public TimeSpan UpstreamIdleTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Gets or sets which browser executes the runs, and how it is started.</summary>
    public BrowserOptions Browser { get; set; } = new();

    /// <summary>Gets or sets the defaults of all runs: base URL, recovery agent, model, browser context. The values of a request take precedence.</summary>
    public RunOptions Run { get; set; } = new();

    /// <summary>Gets or sets the clock for timestamps and waiting. The default is the system clock.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Gets the full path of the folder that contains all runs.</summary>
    internal string Root => Path.GetFullPath(
        OutputRoot is { Length: > 0 } chosen ? chosen
        : Environment.GetEnvironmentVariable(RunOptions.OutputVariable) is { Length: > 0 } named ? named
        : "playbook-runs");
}

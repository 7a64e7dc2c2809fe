using System.Reflection;
using Playbooks.Browsing;

namespace Playbooks.Server;

/// <summary>How the service works; everything has a default. The configuration's section <c>Playbooks</c> sets what is text, number or time.</summary>
public sealed class PlaybooksOptions
{
    /// <summary>The configuration's section; a key in it that names no option keeps the service from starting.</summary>
    public const string Section = "Playbooks";

    /// <summary>The environment variable, or any other configuration, that holds the token where <see cref="ApiKey"/> does not.</summary>
    public const string ApiKeyVariable = "PLAYBOOKS_API_KEY";

    /// <summary>What this process does; default <see cref="PlaybooksRole.Both"/>.</summary>
    public PlaybooksRole Role { get; set; } = PlaybooksRole.Both;

    /// <summary>The assemblies whose playbooks a worker executes; empty: the program's own.</summary>
    public IList<Assembly> Assemblies { get; } = [];

    /// <summary>Base addresses of the workers that a gateway reaches over HTTP, such as <c>http://worker-1:5000</c>; empty: none. They write into the same <see cref="OutputRoot"/>, or what they stored is not to be had without them.</summary>
    public IList<Uri> Workers { get; } = [];

    /// <summary>The token that clients send as <c>Authorization: Bearer</c>, and a gateway to its workers; null: what <see cref="ApiKeyVariable"/> says. Without one the service listens on loopback only.</summary>
    public string? ApiKey { get; set; }

    /// <summary>Host names under which the service is asked for, without ports; empty: any with a token, loopback's names without.</summary>
    public IList<string> AllowedHosts { get; } = [];

    /// <summary>
    /// Base URLs that requests may name and whose runs get the configured credentials, such as <c>https://staging.example.com</c>, beside
    /// the base URL of <see cref="Run"/> and the one that a playbook names. Scheme, host and port are compared, and no path. Default: none.
    /// </summary>
    public IList<string> AllowedBaseUrls { get; } = [];

    /// <summary>The folder of all runs; null: what <see cref="RunOptions.OutputVariable"/> names, else <c>playbook-runs</c> under the current directory.</summary>
    public string? OutputRoot { get; set; }

    /// <summary>How many runs go on at once; default: one a core. More wait.</summary>
    public int MaxConcurrentRuns { get; set; } = Environment.ProcessorCount;

    /// <summary>How many runs may wait; default 100. One more is refused with 429.</summary>
    public int MaxQueuedRuns { get; set; } = 100;

    /// <summary>How long a run may take that says nothing else; default 600 s, at most 3600.</summary>
    public TimeSpan RunTimeout { get; set; } = TimeSpan.FromSeconds(600);

    /// <summary>How long the browser stays open without a run; default one minute.</summary>
    public TimeSpan BrowserIdleTimeout { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Whether all memory that can be freed is given back to the system a few seconds after <see cref="BrowserIdleTimeout"/>: a blocking
    /// collection of the whole process, which the service does not force on a host that has other work. Default: false.
    /// </summary>
    public bool ReleaseMemoryWhenIdle { get; set; }

    /// <summary>How many readers may follow streams at once; default 2000. One more is refused with 503.</summary>
    public int MaxSubscribers { get; set; } = 2000;

    /// <summary>After how much silence a stream sends a comment; default 15 s.</summary>
    public TimeSpan KeepAlive { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a reader may take none of what is sent; then it is cut off, and may come back. Default 30 s.</summary>
    public TimeSpan WriteTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a worker that is reached over HTTP may take to answer; default 5 s.</summary>
    public TimeSpan UpstreamTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long such a worker may send nothing within an answer; default 15 s. Of events twice <see cref="KeepAlive"/> is added.</summary>
    public TimeSpan UpstreamIdleTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Which browser runs use, and how it is started.</summary>
    public BrowserOptions Browser { get; set; } = new();

    /// <summary>What all runs begin from: base URL, recovery agent, model, browser context. What a request says goes before it.</summary>
    public RunOptions Run { get; set; } = new();

    /// <summary>Measures and waits.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Full path of the folder of all runs.</summary>
    internal string Root => Path.GetFullPath(
        OutputRoot is { Length: > 0 } chosen ? chosen
        : Environment.GetEnvironmentVariable(RunOptions.OutputVariable) is { Length: > 0 } named ? named
        : "playbook-runs");
}

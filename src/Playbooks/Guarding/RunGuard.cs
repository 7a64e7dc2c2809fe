using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Microsoft.Playwright;
using Playbooks.Guarding.Egress;
using Playbooks.Guarding.Stuck;
using Playbooks.Guarding.Urls;

namespace Playbooks.Guarding;

/// <summary>Enforces the guardrails of a run.</summary>
internal sealed class RunGuard : IAsyncDisposable
{
    private static readonly TimeSpan LongestJudging = TimeSpan.FromSeconds(1);

    private readonly Guardrails rules;
    private readonly UrlPolicy urls;
    private readonly VisitLimit visits;
    private readonly ErrorLimit errors;
    private readonly StuckNotes stuck;
    private readonly EgressLog egress = new();
    private readonly ConcurrentQueue<RunNote> notes = new();
    private readonly Action<PlaybookException> stop;
    private readonly Action<StuckVerdict> judged;
    private readonly INetwork network;
    private EgressProxy? proxy;
    private NavigationWatch? watch;
    private PlaybookException? blocked;

    /// <summary>Initializes the guard of a run.</summary>
    /// <param name="rules">The guardrails of the playbook.</param>
    /// <param name="baseUrl">The base URL of the run. Null or empty if there is none.</param>
    /// <param name="stop">Stops the run.</param>
    /// <param name="judged">Receives the stuck detection's verdict for each action.</param>
    /// <param name="network">Resolves names and connects; null for this machine's network.</param>
    public RunGuard(Guardrails rules, string? baseUrl, Action<PlaybookException> stop, Action<StuckVerdict> judged, INetwork? network = null)
    {
        this.judged = judged;
        this.rules = rules;
        this.stop = stop;
        this.network = network ?? new MachineNetwork();
        urls = new(rules, baseUrl);
        visits = new(rules.MaxUrlsVisited);
        errors = new(rules.MaxConsecutiveErrors);
        stuck = new(rules, judged);
        egress.FirstRefused = refusal => Note("guardrail", refusal.Message);
    }

    /// <summary>Gets the number of connections through the proxy.</summary>
    public int Proxied => proxy?.Accepted ?? 0;

    /// <summary>Starts the proxy between a context and the network.</summary>
    /// <returns>The proxy options of the context, or null if no connection could be blocked, or if the machine has a proxy of its own.</returns>
    public Proxy? OpenProxy()
    {
        if (!urls.NeedsProxy)
        {
            return null;
        }

        if (network.IsBehindProxy)
        {
            Note(
                "guardrail",
                "This machine uses a proxy (HTTPS_PROXY, or the system settings), and so does the run. Guardrails therefore check the URLs of navigations, but not IP addresses.");
            return null;
        }

        proxy ??= new(urls, egress, network);

        // By default, Chromium bypasses any proxy for loopback and link-local addresses.
        return new() { Server = proxy.Server, Bypass = string.Join(',', urls.PastProxy.Prepend("<-loopback>")) };
    }

    /// <summary>Watches the navigations of all pages of a context.</summary>
    public IDisposable Watch(IBrowserContext context) => NavigationWatch.Create(context, urls, visits, egress, Block);

    /// <summary>Watches the navigations of a page.</summary>
    public IDisposable Watch(IPage page) => watch = NavigationWatch.Create(page, urls, visits, egress, Block);

    /// <summary>Completes when everything that the watched page has opened so far has been checked, or cannot be checked soon.</summary>
    public Task SettledAsync() => Task.WhenAny(watch?.SettledAsync() ?? Task.CompletedTask, Task.Delay(LongestJudging));

    /// <summary>Checks a URL before it is opened.</summary>
    /// <exception cref="PlaybookException">The URL is blocked. The run ends.</exception>
    public void BeforeOpening(string url)
    {
        ThrowIf(Forbids(url));
    }

    /// <summary>
    /// Checks the addresses of a host before Playwright itself connects to it. Unlike the browser, Playwright bypasses the proxy also for the
    /// subdomains of a host that bypasses it.
    /// </summary>
    /// <exception cref="PlaybookException">An address is blocked. The run ends.</exception>
    public async Task BeforeConnectingAsync(string url, CancellationToken cancellationToken)
    {
        if (proxy is null || HostText.From(url) is not { } host || !urls.PastProxy.Any(past => host.EndsWith("." + past, StringComparison.Ordinal)))
        {
            return;
        }

        foreach (var address in await ResolveAsync(host, cancellationToken).ConfigureAwait(false))
        {
            ThrowIf(urls.Address(host, address) is { } refusal ? refusal with { Subject = url } : null);
        }
    }

    /// <summary>Counts a document that the run has opened without the browser.</summary>
    /// <exception cref="PlaybookException">It is one too many. The run ends.</exception>
    public void AfterOpening(string url)
    {
        ThrowIf(visits.Opened(url));
    }

    /// <summary>Gets whether the proxy refused to connect to the host of a URL.</summary>
    public bool IsRefused(string url) => RefusalBehind(url) is not null;

    /// <summary>Ends the run if the proxy refused to connect to the host of a URL.</summary>
    /// <exception cref="PlaybookException">The proxy refused.</exception>
    public void ThrowIfRefused(string url)
    {
        ThrowIf(RefusalBehind(url));
    }

    /// <summary>Returns the reason why the host of a URL is unreachable if only the proxy knows it; otherwise null.</summary>
    public string? WhyUnreachable(string url) => HostText.From(url) is { } host ? egress.ProblemOf(host) : null;

    /// <summary>Reports the end of an attempt of a step.</summary>
    /// <param name="action">The action of the attempt, or null if none was performed.</param>
    /// <param name="failed">Whether the attempt failed.</param>
    /// <param name="attempts">The maximum number of attempts of the step.</param>
    /// <param name="another">Whether another attempt follows.</param>
    public void Tried(StuckAction? action, bool failed, int attempts, bool another)
    {
        if (action is not null && stuck.Of(action) is { } sentence)
        {
            Note("stuck", sentence);
        }

        if (!failed)
        {
            errors.Reset();
        }
        else if (errors.Failed(attempts) is { } refusal && another)
        {
            Block(refusal);
        }
    }

    /// <summary>Reports that the playbook itself goes on after the failure of a step: the step is optional, its check is soft, or its group is attempted again.</summary>
    public void Tolerated() => errors.Reset();

    /// <summary>Gets whether a language model should check the actions of a recovery agent.</summary>
    public bool ChecksActionsByModel => rules.EnableLlmActionCheck;

    /// <summary>Creates the guard for a recovery agent.</summary>
    /// <param name="baseUrl">The URL that relative URLs resolve against. If empty, the URL of the agent's page.</param>
    public RecoveryGuard ForRecovery(string baseUrl) => new(
        rules, (url, pageUrl) => RelativeUrl.Resolve(url, baseUrl.Length > 0 ? baseUrl : pageUrl) is { } target ? Forbids(target) : null, errors, judged, End);

    /// <summary>Returns the notes since the last call, in order.</summary>
    public IReadOnlyList<RunNote> TakeNotes()
    {
        var taken = new List<RunNote>();
        while (notes.TryDequeue(out var note))
        {
            taken.Add(note);
        }

        return taken;
    }

    /// <summary>Gets whether a guardrail ended the run.</summary>
    public bool HasBlocked => Volatile.Read(ref blocked) is not null;

    /// <summary>Lets the <c>finally</c> steps run although a guardrail ended the steps before. The guardrails continue to apply.</summary>
    public void Release() => Volatile.Write(ref blocked, null);

    /// <summary>Throws if a guardrail ended the run.</summary>
    /// <exception cref="PlaybookException">A guardrail ended the run.</exception>
    public void ThrowIfBlocked()
    {
        if (Volatile.Read(ref blocked) is { } reason)
        {
            throw new PlaybookException(reason.Code, reason.Message);
        }
    }

    /// <summary>Closes the proxy.</summary>
    public ValueTask DisposeAsync() => proxy?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken)
    {
        try
        {
            return await network.ResolveAsync(host, cancellationToken).ConfigureAwait(false);
        }
        catch (SocketException)
        {
            // The request fails for the same reason.
            return [];
        }
    }

    private Refusal? RefusalBehind(string url) => HostText.From(url) is { } host && egress.RefusalOf(host) is { } refusal ? refusal with { Subject = url } : null;

    private Refusal? Forbids(string url) => urls.Navigation(url) ?? visits.Before(url);

    /// <summary>Ends the run if a rule refuses.</summary>
    /// <exception cref="PlaybookException">A rule refuses.</exception>
    private void ThrowIf(Refusal? refusal)
    {
        if (refusal is not null)
        {
            Block(refusal);
            ThrowIfBlocked();
        }
    }

    private void Block(Refusal refusal)
    {
        if (End(refusal.ToException()))
        {
            Note("guardrail", refusal.Message);
        }
    }

    private bool End(PlaybookException reason)
    {
        if (Interlocked.CompareExchange(ref blocked, reason, null) is not null)
        {
            return false;
        }

        stop(reason);
        return true;
    }

    private void Note(string topic, string message) => notes.Enqueue(new(topic, message));
}

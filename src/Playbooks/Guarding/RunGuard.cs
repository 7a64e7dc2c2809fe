using System.Collections.Concurrent;
using Microsoft.Playwright;
using Playbooks.Guarding.Egress;
using Playbooks.Guarding.Stuck;
using Playbooks.Guarding.Urls;

namespace Playbooks.Guarding;

/// <summary>Keeps one run within its playbook's guardrails.</summary>
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

    /// <summary>Makes the guard of a run.</summary>
    /// <param name="rules">The playbook's guardrails.</param>
    /// <param name="baseUrl">The run's base URL; null or empty: none.</param>
    /// <param name="stop">Ends the run.</param>
    /// <param name="judged">Is told how each action looked to stuck detection.</param>
    /// <param name="network">Names and connections; null: this machine's.</param>
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

    /// <summary>How many connections went through the proxy.</summary>
    public int Proxied => proxy?.Accepted ?? 0;

    /// <summary>Starts the proxy between a context and the network.</summary>
    /// <returns>For the context; null: nothing could be refused, so none is needed, or the machine has a proxy of its own.</returns>
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
                "This machine reaches the network through a proxy of its own (HTTPS_PROXY, or the system's settings), and so does the run: its navigations are judged by their URLs, and nothing by its address.");
            return null;
        }

        proxy ??= new(urls, egress, network);

        // Unless it is told otherwise, Chromium lets loopback go past any proxy, and link-local addresses with it.
        return new() { Server = proxy.Server, Bypass = string.Join(',', urls.PastProxy.Prepend("<-loopback>")) };
    }

    /// <summary>Watches where all pages of a context go.</summary>
    public IDisposable Watch(IBrowserContext context) => NavigationWatch.Of(context, urls, visits, egress, Block);

    /// <summary>Watches where a page goes.</summary>
    public IDisposable Watch(IPage page) => watch = NavigationWatch.Of(page, urls, visits, egress, Block);

    /// <summary>Ends when what the watched page has opened so far is judged, or cannot be soon.</summary>
    public Task SettledAsync() => Task.WhenAny(watch?.SettledAsync() ?? Task.CompletedTask, Task.Delay(LongestJudging));

    /// <summary>A URL is about to be opened.</summary>
    /// <exception cref="PlaybookException">It may not be; the run ends.</exception>
    public void BeforeOpening(string url)
    {
        if (Forbids(url) is { } refusal)
        {
            Block(refusal);
            ThrowIfBlocked();
        }
    }

    /// <summary>Why a URL's host could not be reached, where only the proxy knows; null: it could, or the browser itself knows.</summary>
    public string? WhyUnreachable(string url) => HostText.Of(url) is { } host ? egress.ProblemOf(host) : null;

    /// <summary>A try of a step has ended.</summary>
    /// <param name="action">What it did; null: it did not act.</param>
    /// <param name="failed">Whether it failed.</param>
    /// <param name="attempts">How many tries the step asks for.</param>
    /// <param name="another">Whether another try is to follow.</param>
    public void Tried(StuckAction? action, bool failed, int attempts, bool another)
    {
        if (action is not null && stuck.Of(action) is { } sentence)
        {
            Note("stuck", sentence);
        }

        if (!failed)
        {
            errors.Succeeded();
        }
        else if (errors.Failed(attempts) is { } refusal && another)
        {
            Block(refusal);
        }
    }

    /// <summary>Whether a model is to check the actions of a recovery agent.</summary>
    public bool ChecksActionsByModel => rules.EnableLlmActionCheck;

    /// <summary>What a recovery agent asks before each of its actions.</summary>
    /// <param name="baseUrl">What relative URLs resolve against; empty: the URL of the page that the agent is on.</param>
    public RecoveryGuard ForRecovery(string baseUrl) => new(
        rules, (url, pageUrl) => RelativeUrl.Resolve(url, baseUrl.Length > 0 ? baseUrl : pageUrl) is { } target ? Forbids(target) : null, errors, judged, End);

    /// <summary>What a person should know of and has not been told yet, in order.</summary>
    public IReadOnlyList<RunNote> TakeNotes()
    {
        var taken = new List<RunNote>();
        while (notes.TryDequeue(out var note))
        {
            taken.Add(note);
        }

        return taken;
    }

    /// <summary>Whether a guardrail ended the run.</summary>
    public bool HasBlocked => Volatile.Read(ref blocked) is not null;

    /// <summary>Says that a guardrail ended the run, if one did.</summary>
    /// <exception cref="PlaybookException">One did.</exception>
    public void ThrowIfBlocked()
    {
        if (Volatile.Read(ref blocked) is { } reason)
        {
            throw new PlaybookException(reason.Code, reason.Message);
        }
    }

    /// <summary>Closes the proxy.</summary>
    public ValueTask DisposeAsync() => proxy?.DisposeAsync() ?? ValueTask.CompletedTask;

    private Refusal? Forbids(string url) => urls.Navigation(url) ?? visits.Before(url);

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

using System.Globalization;
using Microsoft.Playwright;
using Playbooks.Browsing;
using Playbooks.Browsing.Documents;

namespace Playbooks.Resolution;

/// <summary>
/// Reports DOM mutations in all frames of a page, open shadow roots included, until it is disposed; and wakes whoever waits where
/// something else may have changed what the page shows. It uses no timers of the page, which tests may have replaced.
/// </summary>
internal sealed class DomObserver : IAsyncDisposable
{
    // Kept in the document: how often it was mutated, and how often something else happened that may show.
    private const string Watch = """
        const state = globalThis[Symbol.for('playbooks.changes')] ??= (() => {
          const state = { mutations: 0, hints: 0, waiting: [], roots: new Set() };
          const go = () => { for (const wake of state.waiting.splice(0)) wake(); };
          const touch = () => { state.mutations++; go(); };
          const hint = () => { state.hints++; go(); };
          const observer = new MutationObserver(touch);
          const watch = root => {
            state.roots.add(root);
            observer.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
            search(root);
          };
          const search = root => { for (const element of root.querySelectorAll('*')) if (element.shadowRoot && !state.roots.has(element.shadowRoot)) watch(element.shadowRoot); };
          const events = ['input', 'change', 'toggle', 'load', 'transitionend', 'animationstart', 'animationend', 'focusin'];
          for (const name of events) document.addEventListener(name, hint, true);
          addEventListener('resize', hint);
          watch(document);
          state.text = () => state.mutations + ' ' + state.hints;
          state.look = () => {
            const before = state.roots.size;
            for (const root of [...state.roots]) search(root);
            if (state.roots.size !== before || observer.takeRecords().length || document.readyState === 'loading') touch();
          };
          state.stop = () => {
            observer.disconnect();
            for (const name of events) document.removeEventListener(name, hint, true);
            removeEventListener('resize', hint);
            delete globalThis[Symbol.for('playbooks.changes')];
            state.stopped = true;
            go();
          };
          return state;
        })();
        """;

    // Ends at the first change that has not been told of.
    private const string Next = $$"""
        told => {
          {{Watch}}
          return state.text() !== told ? state.text() : new Promise(resolve => state.waiting.push(() => resolve(state.stopped ? 'stopped' : state.text())));
        }
        """;

    // Finds shadow roots that were attached without a mutation.
    private const string Look = $$"""
        () => {
          {{Watch}}
          state.look();
          return state.text();
        }
        """;

    private const string Stop = "() => { globalThis[Symbol.for('playbooks.changes')]?.stop(); }";

    private const string Nothing = "";

    private const int MostTries = 50;

    // Frames are held still for by the resolver; one that hangs must not hold it up.
    private static readonly TimeSpan FramePatience = TimeSpan.FromMilliseconds(200);

    private readonly IPage page;
    private readonly PageActivity activity;
    private readonly Lock gate = new();
    private readonly Dictionary<object, Watched> watched = [];
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool stopped;

    /// <summary>Starts to observe.</summary>
    public DomObserver(IPage page, PageActivity activity)
    {
        this.page = page;
        this.activity = activity;
        page.FrameAttached += OnFrame;
        page.FrameNavigated += OnFrame;
        _ = ObserveAllAsync();
    }

    /// <summary>Ends when the main frame is observed; other frames may be slow without holding anything up.</summary>
    public Task Ready => ready.Task;

    /// <summary>Asks every frame whether it has been still since it was last heard of; false: not, or it cannot tell yet.</summary>
    public async Task<bool> IsStillAsync()
    {
        Watched[] all;
        lock (gate)
        {
            all = [.. watched.Values];
        }

        if (all.Length == 0)
        {
            return false;
        }

        try
        {
            var still = await Task.WhenAll(all.Select(IsStillAsync)).ConfigureAwait(false);
            return Array.TrueForAll(still, static one => one);
        }
        catch (PlaywrightException)
        {
            // A frame has just navigated or gone.
            return false;
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        stopped = true;
        page.FrameAttached -= OnFrame;
        page.FrameNavigated -= OnFrame;
        lock (gate)
        {
            foreach (var one in watched.Values)
            {
                _ = StopAsync(one.Document);
            }

            watched.Clear();
        }

        return ValueTask.CompletedTask;
    }

    private static async Task StopAsync(PageDocument document)
    {
        try
        {
            await document.EvaluateAsync(Stop).ConfigureAwait(false);
        }
        catch (PlaywrightException)
        {
            // The document is gone, and the observer with it.
        }
    }

    private static async Task<bool> IsStillAsync(Watched one)
    {
        // One that does not answer changes nothing that could be seen.
        var told = one.Told;
        try
        {
            var look = one.Document.EvaluateAsync(Look);
            return await (one.Document.IsMain ? look : look.WaitAsync(FramePatience)).ConfigureAwait(false) is { } now
                && told.Length > 0 && Mutations(now) == Mutations(told);
        }
        catch (TimeoutException)
        {
            return true;
        }
    }

    private void OnFrame(object? sender, IFrame frame) => _ = ObserveAllAsync();

    private async Task ObserveAllAsync()
    {
        try
        {
            foreach (var document in await activity.Documents.ListAsync().ConfigureAwait(false))
            {
                Watched one = new(document);
                lock (gate)
                {
                    if (stopped || !watched.TryAdd(document.Frame, one))
                    {
                        continue;
                    }
                }

                _ = ObserveAsync(one);
            }
        }
        catch (PlaywrightException)
        {
            // The page is gone.
            ready.TrySetResult();
        }
    }

    private async Task ObserveAsync(Watched one)
    {
        // A navigation ends the observer together with its document; the next try observes the new one.
        for (var attempt = 0; attempt < MostTries && !stopped && !page.IsClosed; attempt++)
        {
            one.Told = Nothing;
            try
            {
                while (!stopped && await one.Document.EvaluateAsync(Next, one.Told).ConfigureAwait(false) is { } told && told != "stopped")
                {
                    Tell(one, told);
                }

                if (stopped)
                {
                    return;
                }
            }
            catch (PlaywrightException)
            {
                activity.Touch();
            }
        }

        ready.TrySetResult();
        lock (gate)
        {
            watched.Remove(one.Document.Frame);
        }
    }

    private void Tell(Watched one, string told)
    {
        var before = one.Told;
        one.Told = told;
        if (before.Length > 0 && Mutations(before) == Mutations(told))
        {
            activity.Wake();
        }
        else
        {
            activity.Touch();
        }

        if (one.Document.IsMain)
        {
            ready.TrySetResult();
        }
    }

    private static int Mutations(string told) => int.Parse(told.AsSpan(0, told.IndexOf(' ', StringComparison.Ordinal)), CultureInfo.InvariantCulture);

    private sealed class Watched(PageDocument document)
    {
        public PageDocument Document => document;

        public string Told { get; set; } = Nothing;
    }
}

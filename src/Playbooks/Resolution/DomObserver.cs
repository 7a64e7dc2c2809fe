using System.Globalization;
using Microsoft.Playwright;
using Playbooks.Browsing;
using Playbooks.Browsing.Documents;

namespace Playbooks.Resolution;

/// <summary>
/// Reports DOM mutations in all frames of a page, including open shadow roots, and wakes waiting callers when anything else may have changed
/// what the page shows. The observer uses no timers of the page, because tests can replace them.
/// </summary>
internal sealed class DomObserver : IAsyncDisposable
{
    // Stored in the document: the number of mutations, and the number of other events that may be visible.
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

    // Completes at the first change that has not been reported.
    private const string Next = $$"""
        last => {
          {{Watch}}
          return state.text() !== last ? state.text() : new Promise(resolve => state.waiting.push(() => resolve(state.stopped ? 'stopped' : state.text())));
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

    // The resolver waits for frames to be still; a frame that hangs must not delay it.
    private static readonly TimeSpan FramePatience = TimeSpan.FromMilliseconds(200);

    private readonly IPage page;
    private readonly PageActivity activity;
    private readonly Lock gate = new();
    private readonly Dictionary<object, Watched> watched = [];
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool stopped;

    /// <summary>Starts observing a page.</summary>
    public DomObserver(IPage page, PageActivity activity)
    {
        this.page = page;
        this.activity = activity;
        page.FrameAttached += OnFrame;
        page.FrameNavigated += OnFrame;
        _ = ObserveAllAsync();
    }

    /// <summary>Gets a task that completes when the main frame is observed. Other frames do not delay it.</summary>
    public Task Ready => ready.Task;

    /// <summary>Determines whether every frame has been still since its last report. Returns false if a frame has not, or if it is unknown.</summary>
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
            // A frame has just navigated or was removed.
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
            // The document no longer exists, and neither does the observer.
        }
    }

    private static async Task<bool> IsStillAsync(Watched one)
    {
        // A document that does not respond cannot change visibly.
        var before = one.LastState;
        try
        {
            var look = one.Document.EvaluateAsync(Look);
            return await (one.Document.IsMain ? look : look.WaitAsync(FramePatience)).ConfigureAwait(false) is { } now
                && before.Length > 0 && Mutations(now) == Mutations(before);
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
            // The page no longer exists.
            ready.TrySetResult();
        }
    }

    private async Task ObserveAsync(Watched one)
    {
        // A navigation ends the observer together with its document; the next call observes the new one.
        for (var attempt = 0; attempt < MostTries && !stopped && !page.IsClosed; attempt++)
        {
            one.LastState = Nothing;
            try
            {
                while (!stopped && await one.Document.EvaluateAsync(Next, one.LastState).ConfigureAwait(false) is { } state && state != "stopped")
                {
                    Report(one, state);
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

    private void Report(Watched one, string state)
    {
        var before = one.LastState;
        one.LastState = state;
        if (before.Length > 0 && Mutations(before) == Mutations(state))
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

    private static int Mutations(string state) => int.Parse(state.AsSpan(0, state.IndexOf(' ', StringComparison.Ordinal)), CultureInfo.InvariantCulture);

    private sealed class Watched(PageDocument document)
    {
        public PageDocument Document => document;

        public string LastState { get; set; } = Nothing;
    }
}

using Microsoft.Playwright;

namespace Playbooks.Running.Resolution;

/// <summary>
/// Reports DOM mutations in all frames of a page, open shadow roots included, until it is disposed. It keeps its state
/// behind handles: the page's own scripts see nothing of it. It uses no timers of the page, which tests may have replaced.
/// </summary>
internal sealed class DomObserver : IAsyncDisposable
{
    // next() ends at the first mutation since it last ended; look() tells whether one is not yet told of, and finds
    // shadow roots that were attached without a mutation.
    private const string Script = """
        () => {
          const state = { count: 0, told: 0, stopped: false, waiting: null };
          const roots = new Set();
          const touch = () => { state.count++; if (state.waiting) { const go = state.waiting; state.waiting = null; state.told = state.count; go(true); } };
          const observer = new MutationObserver(touch);
          const watch = root => {
            roots.add(root);
            observer.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
            search(root);
          };
          const search = root => { for (const element of root.querySelectorAll('*')) if (element.shadowRoot && !roots.has(element.shadowRoot)) watch(element.shadowRoot); };
          watch(document);
          state.next = () => new Promise(resolve => {
            if (state.stopped) resolve(false);
            else if (state.told !== state.count) { state.told = state.count; resolve(true); }
            else state.waiting = resolve;
          });
          state.look = () => {
            const before = roots.size;
            for (const root of [...roots]) search(root);
            if (roots.size !== before || observer.takeRecords().length || document.readyState === 'loading') touch();
            return state.told !== state.count ? -1 : state.count;
          };
          state.stop = () => { state.stopped = true; observer.disconnect(); if (state.waiting) state.waiting(false); };
          return state;
        }
        """;

    private const int MostTries = 50;

    private readonly IPage page;
    private readonly PageActivity activity;
    private readonly Lock gate = new();
    private readonly Dictionary<IFrame, IJSHandle?> states = [];
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool stopped;

    /// <summary>Starts to observe.</summary>
    public DomObserver(IPage page, PageActivity activity)
    {
        this.page = page;
        this.activity = activity;
        page.FrameAttached += OnFrameAttached;
        foreach (var frame in page.Frames)
        {
            _ = ObserveAsync(frame);
        }
    }

    /// <summary>Ends when the main frame is observed; other frames may be slow without holding anything up.</summary>
    public Task Ready => ready.Task;

    /// <summary>Asks every frame whether it has been still since it was last heard of; false: not, or it cannot tell yet.</summary>
    public async Task<bool> IsStillAsync()
    {
        IJSHandle?[] handles;
        lock (gate)
        {
            handles = [.. states.Values];
        }

        if (handles.Length == 0 || Array.Exists(handles, handle => handle is null))
        {
            return false;
        }

        try
        {
            var counts = await Task.WhenAll(handles.Select(handle => handle!.EvaluateAsync<int>("state => state.look()"))).ConfigureAwait(false);
            return Array.TrueForAll(counts, count => count >= 0);
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
        page.FrameAttached -= OnFrameAttached;
        lock (gate)
        {
            foreach (var handle in states.Values.OfType<IJSHandle>())
            {
                _ = StopAsync(handle);
            }

            states.Clear();
        }

        return ValueTask.CompletedTask;
    }

    private static async Task StopAsync(IJSHandle handle)
    {
        try
        {
            await handle.EvaluateAsync("state => state.stop()").ConfigureAwait(false);
            await handle.DisposeAsync().ConfigureAwait(false);
        }
        catch (PlaywrightException)
        {
            // The document is gone, and the observer with it.
        }
    }

    private void OnFrameAttached(object? sender, IFrame frame) => _ = ObserveAsync(frame);

    private async Task ObserveAsync(IFrame frame)
    {
        // A navigation ends the observer together with its document; the next try observes the new one.
        for (var attempt = 0; attempt < MostTries && !stopped && !frame.IsDetached && !page.IsClosed; attempt++)
        {
            Note(frame, null);
            try
            {
                var state = await frame.EvaluateHandleAsync(Script).ConfigureAwait(false);
                if (!Note(frame, state))
                {
                    await StopAsync(state).ConfigureAwait(false);
                    return;
                }

                activity.Touch();
                if (frame == page.MainFrame)
                {
                    ready.TrySetResult();
                }

                while (await state.EvaluateAsync<bool>("state => state.next()").ConfigureAwait(false))
                {
                    activity.Touch();
                }

                return;
            }
            catch (PlaywrightException)
            {
                activity.Touch();
            }
        }

        ready.TrySetResult();
        lock (gate)
        {
            states.Remove(frame);
        }
    }

    private bool Note(IFrame frame, IJSHandle? state)
    {
        lock (gate)
        {
            if (!stopped)
            {
                states[frame] = state;
            }

            return !stopped;
        }
    }
}

using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Playbooks.Browsing;

/// <summary>
/// Records side effects of steps: dialogs, windows, and downloads of a page and of the windows that it opens. A dialog that no other
/// handler answers is dismissed, so that the page can continue.
/// </summary>
internal sealed class PageEffects : IDisposable
{
    private const int LongestText = 200;
    private const int MostTold = 3;

    // A handler of the caller or of a hook answers immediately; answering a dialog twice would be an error.
    private static readonly TimeSpan TurnOfOthers = TimeSpan.FromMilliseconds(250);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private readonly List<IPage> pages = [];
    private readonly List<PageEffect> all = [];
    private readonly List<PageEffect> unclaimed = [];
    private readonly ConcurrentDictionary<IDialog, TaskCompletionSource> open = [];

    public PageEffects(IPage page) => Watch(page);

    /// <summary>Gets the last side effects of the run, oldest first, as a possible explanation of a failure.</summary>
    public IReadOnlyList<PageEffect> Latest
    {
        get
        {
            lock (gate)
            {
                return [.. all.TakeLast(MostTold)];
            }
        }
    }

    /// <summary>Adds a note for people that does not explain a failure.</summary>
    /// <param name="topic">The topic in one word.</param>
    /// <param name="sentence">A complete sentence, in which secrets are not masked yet.</param>
    public void Note(string topic, string sentence)
    {
        lock (gate)
        {
            unclaimed.Add(new(topic, sentence));
        }
    }

    /// <summary>Returns the side effects since the last call, in order.</summary>
    public IReadOnlyList<PageEffect> Take()
    {
        lock (gate)
        {
            PageEffect[] taken = [.. unclaimed];
            unclaimed.Clear();
            return taken;
        }
    }

    /// <summary>Completes when every open dialog has been answered, or when the browser takes too long.</summary>
    public Task SettledAsync() => open.IsEmpty ? Task.CompletedTask : Task.WhenAny(Task.WhenAll(open.Values.Select(static closed => closed.Task)), Task.Delay(Patience));

    public void Dispose()
    {
        lock (gate)
        {
            foreach (var page in pages)
            {
                page.Dialog -= OnDialog;
                page.DialogClosed -= OnDialogClosed;
                page.Popup -= OnPopup;
                page.Download -= OnDownload;
            }
        }
    }

    private static string Kind(IDialog dialog) => dialog.Type switch
    {
        "alert" => "an alert",
        "confirm" => "a confirm dialog",
        "prompt" => "a prompt",
        var other => $"a dialog of the kind {other}",
    };

    private void Watch(IPage page)
    {
        lock (gate)
        {
            pages.Add(page);
        }

        page.Dialog += OnDialog;
        page.DialogClosed += OnDialogClosed;
        page.Popup += OnPopup;
        page.Download += OnDownload;
    }

    private void OnPopup(object? sender, IPage popup)
    {
        Watch(popup);
        Add(new("window", popup.Url is "" or "about:blank"
            ? "A window opened. Steps act only on the first page."
            : $"A window opened: {popup.Url}. Steps act only on the first page."));
    }

    private void OnDownload(object? sender, IDownload download) => Add(new("download", $"A download started: {download.SuggestedFilename} from {download.Url.Truncate(LongestText)}."));

    private void OnDialogClosed(object? sender, IDialog dialog)
    {
        if (open.TryRemove(dialog, out var closed))
        {
            closed.TrySetResult();
        }
    }

    private void OnDialog(object? sender, IDialog dialog) => _ = AnswerAsync(dialog);

    private async Task AnswerAsync(IDialog dialog)
    {
        var closed = open[dialog] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var asksToLeave = dialog.Type == "beforeunload";
        try
        {
            await Task.WhenAny(closed.Task, Task.Delay(TurnOfOthers)).ConfigureAwait(false);
            if (closed.Task.IsCompleted)
            {
                return;
            }

            // Recorded before the page continues, so that the step that caused the dialog finds it at its end.
            var effect = Add(asksToLeave
                ? new("dialog", "The page asked for confirmation before leaving (beforeunload), which was accepted.")
                : new("dialog", $"The page showed {Kind(dialog)}: \"{dialog.Message.Truncate(LongestText)}\". It was dismissed, because no step handles it.", FailsStep: true));
            try
            {
                await (asksToLeave ? dialog.AcceptAsync() : dialog.DismissAsync()).ConfigureAwait(false);
            }
            catch (PlaywrightException)
            {
                // Another handler has just answered, or the page no longer exists.
                Remove(effect);
            }
        }
        finally
        {
            OnDialogClosed(this, dialog);
        }
    }

    private PageEffect Add(PageEffect effect)
    {
        lock (gate)
        {
            all.Add(effect);
            unclaimed.Add(effect);
        }

        return effect;
    }

    private void Remove(PageEffect effect)
    {
        lock (gate)
        {
            all.Remove(effect);
            unclaimed.Remove(effect);
        }
    }
}

/// <summary>A side effect of a step.</summary>
/// <param name="Topic">The topic in one word.</param>
/// <param name="Sentence">The description of the side effect.</param>
/// <param name="FailsStep">Whether the step fails because of it.</param>
internal sealed record PageEffect(string Topic, string Sentence, bool FailsStep = false);

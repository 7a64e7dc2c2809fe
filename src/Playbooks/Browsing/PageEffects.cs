using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Playbooks.Browsing;

/// <summary>
/// Notes what steps cause beside what they are asked to: dialogs, windows and downloads of a page and of the windows that it opens.
/// A dialog that nobody else answers is dismissed, so that the page goes on.
/// </summary>
internal sealed class PageEffects : IDisposable
{
    private const int LongestText = 200;
    private const int MostTold = 3;

    // A handler of the caller's, or of a hook's, answers at once; two answers would be an error to one of the two.
    private static readonly TimeSpan TurnOfOthers = TimeSpan.FromMilliseconds(250);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private readonly List<IPage> pages = [];
    private readonly List<PageEffect> all = [];
    private readonly List<PageEffect> unclaimed = [];
    private readonly ConcurrentDictionary<IDialog, TaskCompletionSource> open = [];

    public PageEffects(IPage page) => Watch(page);

    /// <summary>What happened last in the run, for a failure that it may explain; the oldest first.</summary>
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

    /// <summary>Notes something else that a person should know of; a failure is not explained by it.</summary>
    /// <param name="topic">What it is about, in one word.</param>
    /// <param name="sentence">The whole sentence, secrets not yet masked.</param>
    public void Note(string topic, string sentence)
    {
        lock (gate)
        {
            unclaimed.Add(new(topic, sentence));
        }
    }

    /// <summary>What happened since this was asked last, in order.</summary>
    public IReadOnlyList<PageEffect> Take()
    {
        lock (gate)
        {
            PageEffect[] taken = [.. unclaimed];
            unclaimed.Clear();
            return taken;
        }
    }

    /// <summary>Ends when every dialog that is open has been answered, or the browser takes too long to do so.</summary>
    public Task SettledAsync() => Task.WhenAny(Task.WhenAll(open.Values.Select(static closed => closed.Task)), Task.Delay(Patience));

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
            ? "A window opened; steps act on the first page only."
            : $"A window opened: {popup.Url}; steps act on the first page only."));
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

            // Noted before the page goes on, so that the step that caused it knows of it when it ends.
            var effect = Add(asksToLeave
                ? new("dialog", "The page asked whether it may be left (beforeunload); that was accepted.")
                : new("dialog", $"The page showed {Kind(dialog)}: \"{dialog.Message.Truncate(LongestText)}\"; it was dismissed, because no step announces it.", FailsStep: true));
            try
            {
                await (asksToLeave ? dialog.AcceptAsync() : dialog.DismissAsync()).ConfigureAwait(false);
            }
            catch (PlaywrightException)
            {
                // Somebody else has answered just now, or the page is gone.
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

/// <summary>Something that happened beside a step.</summary>
/// <param name="Topic">What it is about, in one word.</param>
/// <param name="Sentence">What happened.</param>
/// <param name="FailsStep">Whether the step that it happened at fails.</param>
internal sealed record PageEffect(string Topic, string Sentence, bool FailsStep = false);

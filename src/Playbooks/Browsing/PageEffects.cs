using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Playbooks.Browsing;

/// <summary>
/// Records side effects of steps: dialogs, errors, windows, and downloads of a page and of the windows that it opens. A dialog that a step
/// expects is answered as the step says. Any other is answered by <see cref="OnUnannounced"/>, so that the page can continue.
/// </summary>
/// <remarks>
/// Dialogs are events of the context. Until somebody listens, Playwright dismisses a dialog without a word, and a window can show one before
/// anybody could listen to the window.
/// </remarks>
internal sealed class PageEffects : IDisposable
{
    private const int LongestText = 200;
    private const int MostTold = 3;

    // A handler of the caller or of a hook answers immediately; answering a dialog twice would be an error.
    private static readonly TimeSpan TurnOfOthers = TimeSpan.FromMilliseconds(250);

    // Longer than another run needs that uses another page of this context.
    private static readonly TimeSpan TurnOfOtherPages = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly IBrowserContext context;
    private readonly Lock gate = new();
    private readonly List<IPage> pages = [];
    private readonly List<PageEffect> all = [];
    private readonly List<PageEffect> unclaimed = [];
    private readonly ConcurrentDictionary<IDialog, TaskCompletionSource> open = [];
    private ExpectedDialog? expected;
    private EffectStep? step;

    public PageEffects(IPage page)
    {
        context = page.Context;
        context.Dialog += OnDialog;
        context.DialogClosed += OnDialogClosed;
        Watch(page);
    }

    /// <summary>Gets how a dialog that no step expects is answered.</summary>
    public DialogPolicy OnUnannounced { get; init; }

    /// <summary>Gets whether an uncaught error in a page fails the step in which it happens.</summary>
    public bool FailsOnPageError { get; init; }

    /// <summary>Gets a dialog that has not been answered yet, or null.</summary>
    public IDialog? OpenDialog => open.Keys.FirstOrDefault();

    /// <summary>Announces the dialog that the next action must cause, or that it must cause none.</summary>
    public void Expect(ExpectedDialog? dialog) => Interlocked.Exchange(ref expected, dialog);

    /// <summary>Announces a step. Side effects from now on are its own.</summary>
    /// <param name="path">The address of the step.</param>
    public void BeginStep(string path)
    {
        lock (gate)
        {
            step = new(path);
        }
    }

    /// <summary>
    /// Returns the last side effects of the run, oldest first, as a possible explanation of a step's failure. Those that happened before the
    /// step say when, because otherwise they would seem to contradict the failure.
    /// </summary>
    /// <param name="path">The address of the step.</param>
    /// <returns>The sentences about the side effects of the step, and about the earlier ones.</returns>
    public (IReadOnlyList<string> Own, IReadOnlyList<string> Earlier) Explain(string path)
    {
        lock (gate)
        {
            var own = step?.Path == path ? step : null;
            bool IsOwn(PageEffect effect) => own is not null && ReferenceEquals(effect.Step, own);
            return (
                [.. all.Where(IsOwn).TakeLast(MostTold).Select(static effect => effect.Sentence)],
                [.. all.Where(effect => !IsOwn(effect)).TakeLast(MostTold).Select(static effect => $"{(effect.Step is { } during ? $"During step {during.Path}" : "Before the first step")}: {effect.Sentence}")]);
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
        context.Dialog -= OnDialog;
        context.DialogClosed -= OnDialogClosed;
        lock (gate)
        {
            foreach (var page in pages)
            {
                page.Popup -= OnPopup;
                page.Download -= OnDownload;
                page.PageError -= OnPageError;
            }
        }
    }

    /// <summary>Returns the kind of a dialog with its article.</summary>
    public static string Kind(IDialog dialog) => dialog.Type switch
    {
        "alert" => "an alert",
        "confirm" => "a confirm dialog",
        "prompt" => "a prompt",
        var other => $"a dialog of the kind {other}",
    };

    /// <summary>Returns a sentence that quotes a dialog, followed by a space.</summary>
    public static string Shown(IDialog dialog) => $"The page showed {Kind(dialog)}: \"{dialog.Message.Truncate(LongestText)}\". ";

    /// <summary>Returns the sentences about a dialog that is not the expected one.</summary>
    public static string Dismissed(IDialog dialog) => Shown(dialog) + "It was dismissed.";

    private void Watch(IPage page)
    {
        lock (gate)
        {
            pages.Add(page);
        }

        page.PageError += OnPageError;
        page.Popup += OnPopup;
        page.Download += OnDownload;
    }

    private void OnPopup(object? sender, IPage popup)
    {
        Watch(popup);
        Add(new("window", popup.Url is "" or "about:blank"
            ? "A window opened."
            : $"A window opened: {popup.Url}."));
    }

    private void OnPageError(object? sender, string error)
    {
        if (FailsOnPageError)
        {
            Add(new("page error", $"The page had an uncaught error: {error.Split('\n')[0].Truncate(LongestText)}", FailsStep: true));
        }
    }

    private void OnDownload(object? sender, IDownload download) => Add(new("download", $"A download started: {download.SuggestedFilename} from {download.Url.Truncate(LongestText)}."));

    private void OnDialogClosed(object? sender, IDialog dialog)
    {
        if (open.TryRemove(dialog, out var closed))
        {
            closed.TrySetResult();
        }
    }

    private void OnDialog(object? sender, IDialog dialog) => _ = IsOfOtherPage(dialog) ? LeaveToOthersAsync(dialog) : AnswerAsync(dialog);

    // A page that the context does not list yet is a window that is just opening.
    private bool IsOfOtherPage(IDialog dialog)
    {
        if (dialog.Page is not { } page)
        {
            return false;
        }

        lock (gate)
        {
            return !pages.Contains(page) && context.Pages.Contains(page);
        }
    }

    // Does what Playwright does if nobody listens, because it leaves that to whoever does.
    private static async Task LeaveToOthersAsync(IDialog dialog)
    {
        await Task.Delay(TurnOfOtherPages).ConfigureAwait(false);
        try
        {
            await (dialog.Type == "beforeunload" ? dialog.AcceptAsync() : dialog.DismissAsync()).ConfigureAwait(false);
        }
        catch (PlaywrightException)
        {
            // It was answered, or the page no longer exists.
        }
    }

    private async Task AnswerAsync(IDialog dialog)
    {
        var closed = open[dialog] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var asksToLeave = dialog.Type == "beforeunload";
        try
        {
            // The question whether to leave a page is never the dialog that the step announces, which the next page may still show.
            if (!asksToLeave && Interlocked.Exchange(ref expected, null) is { } announced)
            {
                Add(new("dialog", await announced.AnswerAsync(dialog).ConfigureAwait(false)));
                return;
            }

            await Task.WhenAny(closed.Task, Task.Delay(TurnOfOthers)).ConfigureAwait(false);
            if (closed.Task.IsCompleted)
            {
                return;
            }

            // Recorded before the page continues, so that the step that caused the dialog finds it at its end.
            var effect = Add(asksToLeave
                ? new("dialog", "The page asked for confirmation before leaving (beforeunload), which was accepted.")
                : OnUnannounced == DialogPolicy.Fail
                    ? new("dialog", Shown(dialog) + "It was dismissed, because no step handles it.", FailsStep: true)
                    : new("dialog", Shown(dialog) + $"It was {(OnUnannounced == DialogPolicy.Accept ? "accepted" : "dismissed")}, as on_dialog says."));
            try
            {
                await (asksToLeave || OnUnannounced == DialogPolicy.Accept ? dialog.AcceptAsync() : dialog.DismissAsync()).ConfigureAwait(false);
            }
            catch (PlaywrightException)
            {
                // Another handler has just answered, or the page no longer exists.
                Remove(effect);
            }
        }
        catch (PlaywrightException)
        {
            // Another handler has answered the expected dialog, or the page no longer exists. The step waits for it in vain.
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
            effect = effect with { Step = step };
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
internal sealed record PageEffect(string Topic, string Sentence, bool FailsStep = false)
{
    /// <summary>Gets the step during which it happened, or null if that was before the first one.</summary>
    public EffectStep? Step { get; init; }
}

/// <summary>A step to which side effects belong. A step that runs again, in a group that is attempted again, is another one.</summary>
/// <param name="path">The address of the step.</param>
internal sealed class EffectStep(string path)
{
    /// <summary>Gets the address of the step.</summary>
    public string Path => path;
}

using Microsoft.Playwright;

namespace Playbooks.Browsing;

/// <summary>A dialog that an action must cause. It is answered as soon as it appears.</summary>
internal sealed class ExpectedDialog(DialogExpectation expectation)
{
    private readonly TaskCompletionSource<string?> answered = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Gets a task that completes when the dialog has been answered, with what is wrong with it, or null if it is as expected.</summary>
    public Task<string?> Answered => answered.Task;

    /// <summary>Answers a dialog.</summary>
    /// <returns>A sentence about the dialog and its answer.</returns>
    /// <exception cref="PlaywrightException">Another handler has answered the dialog, or the page no longer exists.</exception>
    public async Task<string> AnswerAsync(IDialog dialog)
    {
        var problem = ProblemWith(dialog);
        var isAccepted = problem is null && expectation.Accept;
        try
        {
            await (isAccepted ? dialog.AcceptAsync(string.IsNullOrEmpty(expectation.Answer) ? null : expectation.Answer) : dialog.DismissAsync()).ConfigureAwait(false);
        }
        finally
        {
            answered.TrySetResult(problem);
        }

        return problem is not null ? PageEffects.Dismissed(dialog) : PageEffects.Shown(dialog) + $"It was {(isAccepted ? "accepted" : "dismissed")}, as the step says.";
    }

    private string? ProblemWith(IDialog dialog) =>
        expectation.ExpectedText is { } part && !Collapse(dialog.Message).Contains(Collapse(part), StringComparison.Ordinal)
            ? $"{PageEffects.Dismissed(dialog)} A dialog with \"{part}\" was expected."
        : !string.IsNullOrEmpty(expectation.Answer) && dialog.Type != "prompt" ? $"{PageEffects.Dismissed(dialog)} Only a prompt takes an answer."
        : null;

    private static string Collapse(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

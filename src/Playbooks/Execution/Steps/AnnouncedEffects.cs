using Microsoft.Playwright;
using Playbooks.Browsing;
using Playbooks.Steps;
using Playbooks.Steps.Support;
using Playbooks.Texts;

namespace Playbooks.Execution.Steps;

/// <summary>What an action must cause beside its own work: a dialog, and a page.</summary>
internal sealed class AnnouncedEffects
{
    private readonly Step step;
    private readonly BrowserState browser;
    private readonly ExpectedDialog? dialog;
    private readonly Task<IPage>? page;

    private AnnouncedEffects(Step step, BrowserState browser)
    {
        this.step = step;
        this.browser = browser;
        dialog = step.Dialog is { } expected ? new(expected) : null;
        page = step.Opens is null ? null : browser.ExpectPage();
    }

    /// <summary>Announces what a step expects. Call this before its action.</summary>
    /// <returns>What is expected, or null if that is nothing.</returns>
    public static AnnouncedEffects? Begin(Step step, BrowserState browser)
    {
        var announced = step.Dialog is null && step.Opens is null ? null : new AnnouncedEffects(step, browser);
        browser.Effects.Expect(announced?.dialog);
        if (step.Opens is null)
        {
            browser.ExpectNoPage();
        }

        return announced;
    }

    /// <summary>Waits until everything has appeared, and makes the new page the current one.</summary>
    /// <exception cref="PlaybookException">Something has not appeared in time, or is not as expected.</exception>
    public async Task WaitAsync(StepContext context)
    {
        if (dialog is not null && await AppearAsync(dialog.Answered, "cause a dialog", "none appeared", context).ConfigureAwait(false) is { } problem)
        {
            throw new PlaybookException(ErrorCode.StepFailed, problem);
        }

        if (page is not null)
        {
            await SwitchAsync(await AppearAsync(page, "open a page", "none opened", context).ConfigureAwait(false), context).ConfigureAwait(false);
        }
    }

    private async Task<T> AppearAsync<T>(Task<T> awaited, string what, string missing, StepContext context)
    {
        try
        {
            return await awaited.WaitAsync(context.Deadline.Remaining, context.Time, context.CancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException error)
        {
            throw new PlaybookException(ErrorCode.StepFailed, $"The {step.ActionNoun} was expected to {what}, but {missing} within {context.Deadline.Limit.InWords()}.", error);
        }
    }

    private async Task SwitchAsync(IPage opened, StepContext context)
    {
        try
        {
            await DocumentReading.WaitAsync(opened, context.Deadline, context.CancellationToken).ConfigureAwait(false);
        }
        catch (PlaywrightException error) when (PlaywrightError.IsClosed(error))
        {
            // Reported below.
        }
        catch (TimeoutException error)
        {
            throw new PlaybookException(ErrorCode.StepFailed, $"The {step.ActionNoun} opened a page, but its document did not load within {context.Deadline.Limit.InWords()}.", PlaywrightError.Clean(error));
        }

        if (ErrorPage.IsShown(opened))
        {
            throw new PlaybookException(ErrorCode.StepFailed, $"The page that the {step.ActionNoun} opened could not be loaded. The browser shows its own error page.");
        }

        if (opened.IsClosed || !browser.SwitchTo(opened, step.Opens))
        {
            throw new PlaybookException(ErrorCode.StepFailed, $"The page that the {step.ActionNoun} opened was closed immediately.");
        }
    }
}

using Microsoft.Playwright;
using Playbooks.Execution.Run;
using Playbooks.Texts;

namespace Playbooks.Execution.Recovery;

/// <summary>Detects captchas and bot walls, and waits until a person or the provider has let the run pass. Nothing is solved or evaded.</summary>
/// <param name="run">The run.</param>
/// <param name="limit">The maximum time to wait.</param>
internal sealed class BotWall(RunContext run, TimeSpan limit)
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(500);

    // A widget in a form with a page around it is not a wall; one that is nearly all that the page shows, or an open challenge, is.
    private const string Detect = """
        () => {
          const shown = e => { const box = e.getBoundingClientRect(); const style = getComputedStyle(e); return box.width > 2 && box.height > 2 && style.visibility !== 'hidden' && style.opacity !== '0'; };
          const any = selector => [...document.querySelectorAll(selector)].some(shown);
          const open = selector => [...document.querySelectorAll(selector)].some(e => shown(e) && e.getBoundingClientRect().height > 200);
          const has = selector => document.querySelector(selector) !== null;
          const solved = name => [...document.querySelectorAll(`[name="${name}"]`)].some(e => e.value);
          const bare = (document.body?.innerText ?? '').trim().length < 600;
          if (has('#challenge-form, #challenge-running, #challenge-stage, #cf-challenge-running, #cf-please-wait') || (bare && has('script[src*="/cdn-cgi/challenge-platform/"]'))) return 'Cloudflare';
          if (!solved('cf-turnstile-response') && bare && any('.cf-turnstile, iframe[src*="challenges.cloudflare.com"]')) return 'Turnstile';
          if (!solved('g-recaptcha-response') && (open('iframe[src*="/recaptcha/"][src*="/bframe"]') || (bare && any('.g-recaptcha:not([data-size="invisible"]), iframe[src*="/recaptcha/"][src*="/anchor"]:not([src*="size=invisible"])')))) return 'reCAPTCHA';
          if (!solved('h-captcha-response') && (open('iframe[src*="hcaptcha.com"][src*="frame=challenge"]') || (bare && any('.h-captcha:not([data-size="invisible"]), iframe[src*="hcaptcha.com"]')))) return 'hCaptcha';
          return null;
        }
        """;

    /// <summary>Waits until the page shows no captcha. One that stays ends the run.</summary>
    /// <returns>A sentence for the agent's model, or null if there was none.</returns>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.CaptchaFailed"/>: the captcha was not solved in time. The run ends.</exception>
    public async Task<string?> PassAsync()
    {
        if (await FindAsync().ConfigureAwait(false) is not { } kind)
        {
            return null;
        }

        var start = run.Time.GetTimestamp();
        run.Events.Publish(new RunNote("captcha", $"{kind} asks whether the visitor is a person. The run waits up to {limit.InWords()} for it to be solved."));
        while (run.Time.GetElapsedTime(start) < limit && await run.WaitAsync(Pace).ConfigureAwait(false))
        {
            if (await FindAsync().ConfigureAwait(false) is null)
            {
                return $"{kind} asked whether the visitor is a person. The challenge disappeared after {run.Time.GetElapsedTime(start).InWords()}, and the page below is the one behind it.";
            }
        }

        if (run.Stop.IsRequested)
        {
            return null;
        }

        var failure = new PlaybookException(ErrorCode.CaptchaFailed, $"{kind} was not solved within {limit.InWords()}. Playbooks neither solves nor evades captchas: configure the site to accept the test, or raise RecoveryLimits.Captcha and solve it in a visible browser.");
        run.Stop.Block(failure);
        throw failure;
    }

    private async Task<string?> FindAsync()
    {
        try
        {
            return await run.Page.EvaluateAsync<string?>(Detect).WaitAsync(run.Stop.Token).ConfigureAwait(false);
        }
        catch (Exception gone) when (gone is PlaywrightException || (gone is OperationCanceledException && run.Stop.IsRequested))
        {
            // The page is just being replaced, and the next one is asked; or the run ends, and nobody needs to know.
            return null;
        }
    }
}

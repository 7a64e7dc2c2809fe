using Playbooks.Browsing;
using Playbooks.Execution.Run;

namespace Playbooks.Execution.Login;

/// <summary>Determines whether a run is logged in, as the author of the playbook says.</summary>
internal sealed class LoginSuccess(RunContext run, LoginInfo login)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    /// <summary>Returns what shows that the run is not logged in, as a clause, or null if it is.</summary>
    public async Task<string?> WhyNotAsync()
    {
        if (login.CookiePresent is { } name && !(await run.Page.Context.CookiesAsync().ConfigureAwait(false)).Any(cookie => cookie.Name == name))
        {
            return $"there is no cookie '{name}' on {run.Page.Url}";
        }

        if (login.ElementVisible is { } selector && !await HoldsAsync(new() { ElementVisible = selector }).ConfigureAwait(false))
        {
            return $"{selector} is not visible on {run.Page.Url}";
        }

        return login.UrlContains is { } part && !await HoldsAsync(new() { UrlContains = part }).ConfigureAwait(false)
            ? $"the URL {run.Page.Url} does not contain \"{part}\""
            : null;
    }

    /// <summary>Waits until the run is logged in.</summary>
    /// <param name="deadline">The time until then.</param>
    /// <param name="isRefused">Determines whether the page refuses the login, so that waiting is in vain.</param>
    /// <returns>What shows that it is not, or null if it is.</returns>
    public async Task<string?> WaitAsync(Deadline deadline, Func<Task<bool>> isRefused)
    {
        while (true)
        {
            var refused = await isRefused().ConfigureAwait(false);
            if (await WhyNotAsync().ConfigureAwait(false) is not { } why)
            {
                return null;
            }

            if (refused || deadline.HasPassed)
            {
                return why;
            }

            await Task.Delay(Interval, run.Time, run.Stop.Token).ConfigureAwait(false);
        }
    }

    private async Task<bool> HoldsAsync(StepCondition condition) => (await run.EvaluateAsync(condition).ConfigureAwait(false)).Holds;
}

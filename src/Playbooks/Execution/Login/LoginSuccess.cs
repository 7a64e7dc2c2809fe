using Playbooks.Browsing;
using Playbooks.Execution.Run;

namespace Playbooks.Execution.Login;

/// <summary>Determines whether a run is logged in, as the author of the playbook says.</summary>
internal sealed class LoginSuccess(RunContext run, LoginInfo login)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    /// <summary>Returns what shows that the run is not logged in, or null if it is.</summary>
    public async Task<string?> WhyNotAsync()
    {
        if (login.CookiePresent is { } name && !(await run.Page.Context.CookiesAsync().ConfigureAwait(false)).Any(cookie => cookie.Name == name))
        {
            return $"there is no cookie '{name}'";
        }

        if (login.ElementVisible is null && login.UrlContains is null)
        {
            return null;
        }

        var result = await run.EvaluateAsync(new() { ElementVisible = login.ElementVisible, UrlContains = login.UrlContains }).ConfigureAwait(false);
        return result.Holds ? null : result.Seen;
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
}

using Playbooks.Execution.Run;
using Playbooks.Generated;
using Playbooks.Guarding.Urls;
using Playbooks.Steps.Support;
using Playbooks.Storage.Sessions;
using Playbooks.Texts;

namespace Playbooks.Execution.Login;

/// <summary>Logs a run in: with the session of an earlier run if there is one, otherwise with the login form or the playbook that logs in.</summary>
/// <param name="run">The run.</param>
/// <param name="login">How it logs in.</param>
/// <param name="credentials">The credentials that the login takes.</param>
/// <param name="canKeep">Whether the browser context belongs to the run, so that a session can be put into it.</param>
/// <param name="callPlaybook">Runs the playbook that logs in.</param>
internal sealed class LoginFlow(RunContext run, LoginInfo login, IReadOnlyDictionary<string, Secret> credentials, bool canKeep, Func<LoginCredentials, Task> callPlaybook)
{
    private static readonly TimeSpan FormTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan SuccessTimeout = TimeSpan.FromSeconds(10);

    private readonly LoginSuccess success = new(run, login);

    // The login can open another page.
    private LoginForm Form => new(run.Page, run.Time);

    /// <summary>Logs in.</summary>
    /// <returns>What was done, for evidence.</returns>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.AuthFailed"/>: the run is not logged in afterwards.</exception>
    public async Task<string> RunAsync()
    {
        try
        {
            return await ReuseOrLogInAsync().ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is not OperationCanceledException && !IsReasonOfItsOwn(failure))
        {
            throw new PlaybookException(ErrorCode.AuthFailed, $"The login did not succeed: {CauseText.Plain(failure)}", failure);
        }
    }

    private static bool IsReasonOfItsOwn(Exception failure) =>
        failure is PlaybookException { Code: ErrorCode.AuthFailed or ErrorCode.GuardrailBlocked or ErrorCode.RunTerminated or ErrorCode.Timeout };

    private async Task<string> ReuseOrLogInAsync()
    {
        if (login.Session is not { } name || !canKeep)
        {
            await LogInAsync().ConfigureAwait(false);
            return "logged in";
        }

        var store = new SessionStore(run.Options.SessionsFolder, Origin(), name, credentials.OrderBy(static one => one.Key, StringComparer.Ordinal).SelectMany(static one => new[] { one.Key, one.Value.Reveal() }), run.Time);
        var kept = new KeptSession(run, store);
        var earlier = store.Read();
        if (earlier is not null && await IsRestoredAsync(kept, earlier).ConfigureAwait(false))
        {
            return $"session '{name}' reused";
        }

        using var held = await store.LockAsync(run.Stop.Token).ConfigureAwait(false);
        var renewed = store.Read();
        if (renewed is not null && renewed.Id != earlier?.Id && await IsRestoredAsync(kept, renewed).ConfigureAwait(false))
        {
            return $"session '{name}' reused";
        }

        if ((renewed ?? earlier) is { } expired)
        {
            store.Discard(expired);
            await kept.ClearAsync().ConfigureAwait(false);
        }

        await LogInAsync().ConfigureAwait(false);
        await SaveAsync(kept).ConfigureAwait(false);
        return earlier is null ? $"logged in; session '{name}' kept" : $"session '{name}' had expired; logged in again";
    }

    /// <summary>Restores a session, and determines whether the server still accepts it.</summary>
    private async Task<bool> IsRestoredAsync(KeptSession kept, StoredSession session)
    {
        await kept.RestoreAsync(session).ConfigureAwait(false);

        // A server can leave the cookie of an expired session in the browser, and show its login page.
        return await success.WhyNotAsync().ConfigureAwait(false) is null && !await Form.IsShownAsync().ConfigureAwait(false);
    }

    private async Task SaveAsync(KeptSession kept)
    {
        try
        {
            await kept.SaveAsync().ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            run.Events.Publish(new RunNote("session", $"The session could not be kept, so the next run logs in again: {CauseText.Plain(failure)}"));
        }
    }

    private async Task LogInAsync()
    {
        if (login.Url is { } url)
        {
            await run.OpenPageAsync(url).ConfigureAwait(false);
        }

        // A page that logged the browser in by itself, or a context that was logged in before.
        if (login.Url is not null && !await Form.IsShownAsync().ConfigureAwait(false) && await success.WhyNotAsync().ConfigureAwait(false) is null)
        {
            return;
        }

        if (login.ByPlaybook)
        {
            await callPlaybook(new(credentials.GetValueOrDefault)).ConfigureAwait(false);
        }
        else
        {
            await Form
                .SubmitAsync(credentials["username"].Reveal(), credentials["password"].Reveal(), new(run.Time, FormTimeout), run.Stop.Token).ConfigureAwait(false);
        }

        var form = Form;
        if (await success.WaitAsync(new(run.Time, SuccessTimeout), form.IsRefusedAsync).ConfigureAwait(false) is { } why)
        {
            var complaint = await form.ReadComplaintAsync().ConfigureAwait(false);
            throw new PlaybookException(
                ErrorCode.AuthFailed,
                $"The login did not succeed: {why}." + (complaint.Length > 0 ? $" The page says: \"{complaint}\"" : string.Empty));
        }
    }

    private string Origin() => WebOrigin.Read(Navigation.Resolve(login.Url ?? "/", run.Values.BaseUrl))?.ToString() ?? run.Values.BaseUrl;
}

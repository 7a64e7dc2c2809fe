using Playbooks.Execution.Run;
using Playbooks.Guarding.Urls;
using Playbooks.Storage;
using Playbooks.Storage.Sessions;

namespace Playbooks.Execution.Login;

/// <summary>Puts a kept session into the browser context of a run, and takes the session of a run out of it.</summary>
internal sealed class KeptSession(RunContext run, SessionStore store)
{
    private const string ReadStorageScript = "() => Object.fromEntries(Object.entries(sessionStorage))";
    private const string WriteStorageScript = "items => { for (const [key, value] of Object.entries(items)) sessionStorage.setItem(key, value); }";

    /// <summary>Puts a session into the context, and opens the page on which its login was complete.</summary>
    public async Task RestoreAsync(StoredSession session)
    {
        run.Mask.Add(SessionSecrets.Find(session.State, session.SessionStorage));
        var file = Path.Combine(PrivateFolder.Current.CreateFolder($"session-{session.Id}-{Guid.NewGuid():N}"), "state.json");
        try
        {
            await File.WriteAllTextAsync(file, session.State, run.Stop.Token).ConfigureAwait(false);
            await run.Page.Context.SetStorageStateAsync(file).ConfigureAwait(false);
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        }

        await run.OpenPageAsync(session.Url, allowStatus: true).ConfigureAwait(false);
        if (session.SessionStorage.Count > 0 && WebOrigin.Read(run.Page.Url) is { } origin && origin == WebOrigin.Read(session.Url))
        {
            await run.Page.EvaluateAsync(WriteStorageScript, session.SessionStorage).ConfigureAwait(false);
            await run.OpenPageAsync(session.Url, allowStatus: true).ConfigureAwait(false);
        }
    }

    /// <summary>Keeps the session of the context.</summary>
    public async Task SaveAsync()
    {
        var state = await run.Page.Context.StorageStateAsync(new() { IndexedDB = true }).ConfigureAwait(false);
        var tab = WebOrigin.Read(run.Page.Url) is not null
            ? await run.Page.EvaluateAsync<Dictionary<string, string>>(ReadStorageScript).ConfigureAwait(false)
            : [];
        run.Mask.Add(SessionSecrets.Find(state, tab));
        store.Write(new(run.Time.GetUtcNow(), run.Page.Url, state, tab));
    }

    /// <summary>Empties the context, after a session that the server no longer accepts.</summary>
    public Task ClearAsync() => run.Page.Context.ClearCookiesAsync();
}

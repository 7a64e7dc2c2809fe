using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Playwright;
using Playbooks.Recording;

namespace Playbooks.Browsing.Documents;

/// <summary>
/// Provides the documents of a page for the runtime's own queries. In Chromium, these queries are not part of the trace. Otherwise, a
/// traced page takes snapshots of all its frames before and after each call, which takes far longer than the call itself.
/// </summary>
internal sealed class PageDocuments(IPage page) : IDisposable
{
    private static readonly TimeSpan ProcessPatience = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim gate = new(1);
    private readonly ConditionalWeakTable<IFrame, FrameSession> sessions = [];
    private DocumentSession? main;
    private bool isOtherBrowser;
    private volatile bool isDisposed;

    /// <summary>Gets whether queries to the documents are not part of the trace.</summary>
    public bool AreFree => !isOtherBrowser;

    /// <summary>Connects to the page, so that the first query does not wait for the connection.</summary>
    public async Task ConnectAsync()
    {
        try
        {
            await MainAsync().ConfigureAwait(false);
        }
        catch (PlaywrightException)
        {
            // The page no longer exists. The next query says so.
        }
    }

    /// <summary>Returns the main document if it can be queried outside of the trace; otherwise null.</summary>
    /// <exception cref="PlaywrightException">The page no longer exists.</exception>
    public async Task<PageDocument?> MainAsync() => await SessionAsync().ConfigureAwait(false) is { } session
        ? await MainAsync(session).ConfigureAwait(false)
        : null;

    /// <summary>Returns the documents, the main document first. A frame without a document is omitted if it cannot be queried.</summary>
    /// <exception cref="PlaywrightException">The page no longer exists.</exception>
    public async Task<IReadOnlyList<PageDocument>> ListAsync()
    {
        if (await SessionAsync().ConfigureAwait(false) is not { } session)
        {
            // A frame that never loaded anything has no URL, and Playwright would wait for it forever.
            return [.. page.Frames.Where(frame => frame.ParentFrame is null || frame.Url.Length > 0).Select(static frame => new FrameDocument(frame))];
        }

        if (page.Frames.Count == 1)
        {
            return [await MainAsync(session).ConfigureAwait(false)];
        }

        var documents = await TreeAsync(session).ConfigureAwait(false);
        if (documents.Count < page.Frames.Count)
        {
            // The other frames run in processes of their own.
            foreach (var frame in page.Frames.Where(static frame => frame.ParentFrame is not null))
            {
                if (await OwnTreeAsync(frame).ConfigureAwait(false) is ({ } own, var tree))
                {
                    Add(own, tree, documents);
                }
            }
        }

        return [.. documents.Values];
    }

    /// <summary>Reports that the main frame has another document, so that the former one is not queried in vain.</summary>
    public void ForgetMain() => main?.ForgetWorlds();

    /// <summary>Detaches from the page.</summary>
    public void Dispose()
    {
        isDisposed = true;
        foreach (var session in sessions.Select(static pair => pair.Value.Session).Append(main))
        {
            session?.Dispose();
        }
    }

    private static async Task<Dictionary<string, DevToolsDocument>> TreeAsync(DocumentSession session)
    {
        var documents = new Dictionary<string, DevToolsDocument>();
        Add(session, await session.FrameTreeAsync().ConfigureAwait(false), documents);
        return documents;
    }

    private static void Add(DocumentSession session, JsonElement tree, Dictionary<string, DevToolsDocument> documents)
    {
        var frame = tree.GetProperty("frame");
        var id = frame.GetProperty("id").GetString()!;
        var parent = frame.TryGetProperty("parentId", out var holder) ? documents.GetValueOrDefault(holder.GetString()!) : null;
        documents.TryAdd(id, new(session, id, frame.GetProperty("url").GetString()!, parent ?? (documents.Count == 0 ? null : documents.Values.First())));
        if (tree.TryGetProperty("childFrames", out var children))
        {
            foreach (var child in children.EnumerateArray())
            {
                Add(session, child, documents);
            }
        }
    }

    private async Task<DevToolsDocument> MainAsync(DocumentSession session) =>
        new(session, await session.MainFrameAsync().ConfigureAwait(false), page.Url, parent: null);

    private async Task<DocumentSession?> SessionAsync()
    {
        if (main is not null || isOtherBrowser)
        {
            return main;
        }

        await gate.WaitAsync().ConfigureAwait(false);
        try
        {
            main ??= new(await DevTools.ConnectAsync(page).ConfigureAwait(false));
            if (isDisposed)
            {
                main.Dispose();
            }

            return main;
        }
        catch (PlaywrightException) when (!page.IsClosed)
        {
            isOtherBrowser = page.Context.Browser?.BrowserType.Name is not ("chromium" or null);
            return null;
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task<(DocumentSession? Session, JsonElement Tree)> OwnTreeAsync(IFrame frame)
    {
        // A frame moves to another process, or back, only by a navigation.
        var url = frame.Url;
        if (!sessions.TryGetValue(frame, out var known) || known.IsClosed || (known.Session is null && known.Url != url))
        {
            known = new(url, await NewSessionAsync(frame).ConfigureAwait(false));
            sessions.AddOrUpdate(frame, known);
        }

        // A process that hangs is queried only once, and waited for only once.
        if (known.Session is not { } session || known.Tree is { IsCompleted: false })
        {
            return default;
        }

        try
        {
            known.Tree = session.FrameTreeAsync();
            return (session, await known.Tree.WaitAsync(ProcessPatience).ConfigureAwait(false));
        }
        catch (Exception error) when (error is PlaywrightException or TimeoutException)
        {
            return default;
        }
    }

    private static async Task<ICDPSession?> NewSessionAsync(IFrame frame)
    {
        try
        {
            return await DevTools.ConnectAsync(frame).ConfigureAwait(false);
        }
        catch (PlaywrightException)
        {
            // The frame shares its parent's process, or no longer exists.
            return null;
        }
    }

    private sealed class FrameSession
    {
        public FrameSession(string url, ICDPSession? session)
        {
            Url = url;
            Session = session is null ? null : new(session);
            if (session is not null)
            {
                session.Close += (_, _) => IsClosed = true;
            }
        }

        public string Url { get; }

        public DocumentSession? Session { get; }

        public Task<JsonElement>? Tree { get; set; }

        public bool IsClosed { get; private set; }
    }
}

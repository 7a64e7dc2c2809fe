using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Playwright;

namespace Playbooks.Browsing.Documents;

/// <summary>
/// Provides the documents of a page for the runtime's own queries. In Chromium, these queries are not part of the trace. Otherwise, a
/// traced page takes snapshots of all its frames before and after each call, which takes far longer than the call itself.
/// </summary>
internal sealed class PageDocuments(IPage page) : IAsyncDisposable
{
    private static readonly TimeSpan ProcessPatience = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim gate = new(1);
    private readonly ConditionalWeakTable<IFrame, FrameSession> sessions = [];
    private ICDPSession? main;
    private bool isOtherBrowser;

    /// <summary>Gets whether queries to the documents are not part of the trace.</summary>
    public bool AreFree => !isOtherBrowser;

    /// <summary>Returns the main document if it can be queried outside of the trace; otherwise null.</summary>
    /// <exception cref="PlaywrightException">The page no longer exists.</exception>
    public async Task<PageDocument?> MainAsync() => await SessionAsync().ConfigureAwait(false) is { } session
        ? (await TreeAsync(session).ConfigureAwait(false)).Values.First()
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

    /// <summary>Detaches from the page.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var session in sessions.Select(static pair => pair.Value.Session).Append(main).OfType<ICDPSession>())
        {
            try
            {
                await session.DetachAsync().ConfigureAwait(false);
            }
            catch (PlaywrightException)
            {
                // The page or the frame no longer exists, and neither does the session.
            }
        }

        gate.Dispose();
    }

    private static async Task<Dictionary<string, DevToolsDocument>> TreeAsync(ICDPSession session)
    {
        var documents = new Dictionary<string, DevToolsDocument>();
        Add(session, await FrameTreeAsync(session).ConfigureAwait(false), documents);
        return documents;
    }

    private static async Task<JsonElement> FrameTreeAsync(ICDPSession session) =>
        (await session.SendAsync("Page.getFrameTree").ConfigureAwait(false))!.Value.GetProperty("frameTree");

    private static void Add(ICDPSession session, JsonElement tree, Dictionary<string, DevToolsDocument> documents)
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

    private async Task<ICDPSession?> SessionAsync()
    {
        if (main is not null || isOtherBrowser)
        {
            return main;
        }

        await gate.WaitAsync().ConfigureAwait(false);
        try
        {
            return main ??= await page.Context.NewCDPSessionAsync(page).ConfigureAwait(false);
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

    private async Task<(ICDPSession? Session, JsonElement Tree)> OwnTreeAsync(IFrame frame)
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
            known.Tree = FrameTreeAsync(session);
            return (session, await known.Tree.WaitAsync(ProcessPatience).ConfigureAwait(false));
        }
        catch (Exception error) when (error is PlaywrightException or TimeoutException)
        {
            return default;
        }
    }

    private async Task<ICDPSession?> NewSessionAsync(IFrame frame)
    {
        try
        {
            return await page.Context.NewCDPSessionAsync(frame).ConfigureAwait(false);
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
            Session = session;
            if (session is not null)
            {
                session.Close += (_, _) => IsClosed = true;
            }
        }

        public string Url { get; }

        public ICDPSession? Session { get; }

        public Task<JsonElement>? Tree { get; set; }

        public bool IsClosed { get; private set; }
    }
}

using System.Text.Json;
using Microsoft.Playwright;
using Playbooks.Guarding.Secrets;

namespace Playbooks.Recording;

/// <summary>
/// Finds the elements that show a secret in the browser's layout: texts of closed shadow roots, of CSS <c>content</c>, and of list markers
/// are not accessible to scripts. Each of these elements gets an attribute by which it is hidden during a screenshot.
/// </summary>
internal sealed class RenderedSecrets : IAsyncDisposable
{
    /// <summary>The attribute of hidden elements.</summary>
    public const string Attribute = "data-playbooks-covered";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly SecretSearch secrets;
    private readonly List<ICDPSession> sessions;
    private readonly List<(ICDPSession Session, string ObjectId)> marked = [];

    private RenderedSecrets(SecretSearch secrets, List<ICDPSession> sessions)
    {
        this.secrets = secrets;
        this.sessions = sessions;
    }

    /// <summary>Prepares to search a page.</summary>
    /// <exception cref="PlaywrightException">The browser does not support this.</exception>
    public static async Task<RenderedSecrets> OpenAsync(IPage page, SecretSearch secrets)
    {
        List<ICDPSession> sessions = [await DevTools.ConnectAsync(page).ConfigureAwait(false)];
        foreach (var frame in page.Frames.Where(frame => frame != page.MainFrame))
        {
            try
            {
                sessions.Add(await DevTools.ConnectAsync(frame).ConfigureAwait(false));
            }
            catch (PlaywrightException)
            {
                // The frame is in the page's own process, like most frames, and therefore in the page's own snapshot.
            }
        }

        return new(secrets, sessions);
    }

    /// <summary>Marks the elements that currently show a secret.</summary>
    /// <returns>The backend ids of the marked elements, in document order.</returns>
    /// <exception cref="PlaywrightException">The browser does not support this.</exception>
    /// <exception cref="TimeoutException">The browser does not respond.</exception>
    public async Task<IReadOnlyList<int>> MarkAsync()
    {
        var found = new List<int>();
        foreach (var session in sessions)
        {
            var layout = await session.SendAsync("DOMSnapshot.captureSnapshot", new() { ["computedStyles"] = LayoutSnapshot.Styles }).WaitAsync(Patience).ConfigureAwait(false);
            foreach (var node in new LayoutSnapshot(layout!.Value).NodesThatShow(secrets))
            {
                found.Add(node);
                await MarkAsync(session, node).WaitAsync(Patience).ConfigureAwait(false);
            }
        }

        return found;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        try
        {
            foreach (var (session, element) in marked)
            {
                await CallAsync(session, element, "function (name) { this.removeAttribute(name); }").WaitAsync(Patience).ConfigureAwait(false);
            }
        }
        catch (Exception error) when (error is PlaywrightException or TimeoutException)
        {
            // The document no longer exists, and neither do the marks.
        }

        sessions.ForEach(static session => session.Leave());
    }

    private async Task MarkAsync(ICDPSession session, int node)
    {
        var answer = await session.SendAsync("DOM.resolveNode", new() { ["backendNodeId"] = node }).ConfigureAwait(false);
        var element = answer!.Value.GetProperty("object").GetProperty("objectId").GetString()!;
        await CallAsync(session, element, "function (name) { this.setAttribute(name, ''); }").ConfigureAwait(false);
        marked.Add((session, element));
    }

    private static Task<JsonElement?> CallAsync(ICDPSession session, string element, string function) => session.SendAsync("Runtime.callFunctionOn", new()
    {
        ["objectId"] = element,
        ["functionDeclaration"] = function,
        ["arguments"] = new[] { new Dictionary<string, object> { ["value"] = Attribute } },
    });
}

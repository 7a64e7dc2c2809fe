using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Playwright;
using Playbooks.Recording;

namespace Playbooks.Browsing.Documents;

/// <summary>
/// A session with a process of the browser, in which scripts run outside of Playwright: they are not part of the trace, and do not wait for
/// its snapshots. They run in isolated worlds, which scripts of the page cannot access.
/// </summary>
internal sealed class DocumentSession(ICDPSession session) : IDisposable
{
    private const string World = "playbooks";

    // The browser may reuse the number of a world for another one after the document was replaced. This variable identifies the right one.
    private readonly string mark = $"playbooks{Guid.NewGuid():N}";
    private readonly ConcurrentDictionary<string, int> worlds = [];

    // A frame keeps its id when its document is replaced.
    private string? mainFrame;

    /// <summary>Sends a command of the browser's own protocol.</summary>
    /// <exception cref="PlaywrightException">The command failed, or the page no longer exists.</exception>
    public async Task<JsonElement> SendAsync(string command, Dictionary<string, object>? arguments = null) =>
        (await session.SendAsync(command, arguments).ConfigureAwait(false))!.Value;

    /// <summary>Returns the frames of the process: the outermost one, with its child frames.</summary>
    public async Task<JsonElement> FrameTreeAsync() => (await SendAsync("Page.getFrameTree").ConfigureAwait(false)).GetProperty("frameTree");

    /// <summary>Returns the id of the outermost frame of the process.</summary>
    public async Task<string> MainFrameAsync() =>
        mainFrame ??= (await FrameTreeAsync().ConfigureAwait(false)).GetProperty("frame").GetProperty("id").GetString()!;

    /// <summary>Discards what is known of the current documents.</summary>
    public void ForgetWorlds() => worlds.Clear();

    /// <summary>Evaluates an expression in the current document of a frame, and waits for its promise.</summary>
    /// <param name="frame">The id of the frame.</param>
    /// <param name="expression">An expression whose value is a text, null, or a promise of either.</param>
    /// <returns>The text, or null.</returns>
    /// <exception cref="PlaywrightException">The document no longer exists, or the expression threw.</exception>
    public async Task<string?> EvaluateAsync(string frame, string expression)
    {
        if (worlds.TryGetValue(frame, out var known))
        {
            try
            {
                var answer = await EvaluateAsync(known, $"typeof {mark} === 'undefined' ? 0 : ({expression})").ConfigureAwait(false);
                if (answer.ValueKind != JsonValueKind.Number)
                {
                    return Text(answer);
                }
            }
            catch (PlaywrightException error) when (error.Message.Contains("Cannot find context", StringComparison.Ordinal))
            {
                // The frame has another document now.
            }
        }

        var world = worlds[frame] = await CreateWorldAsync(frame).ConfigureAwait(false);
        return Text(await EvaluateAsync(world, $"globalThis.{mark} = true, ({expression})").ConfigureAwait(false));
    }

    /// <summary>Returns the value of an evaluation.</summary>
    /// <exception cref="PlaywrightException">The script threw.</exception>
    public static JsonElement Value(JsonElement evaluation)
    {
        if (evaluation.TryGetProperty("exceptionDetails", out var thrown))
        {
            throw new PlaywrightException(
                thrown.TryGetProperty("exception", out var exception) && exception.TryGetProperty("description", out var description)
                    ? description.GetString()!
                    : thrown.GetProperty("text").GetString()!);
        }

        return evaluation.GetProperty("result").TryGetProperty("value", out var value) ? value : default;
    }

    /// <summary>Detaches from the process.</summary>
    public void Dispose() => session.Leave();

    private static string? Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>Returns the world in the current document of a frame, which is created if there is none.</summary>
    private async Task<int> CreateWorldAsync(string frame)
    {
        try
        {
            var created = await SendAsync("Page.createIsolatedWorld", new() { ["frameId"] = frame, ["worldName"] = World }).ConfigureAwait(false);
            return created.GetProperty("executionContextId").GetInt32();
        }
        catch (PlaywrightException)
        {
            mainFrame = null;
            throw;
        }
    }

    private async Task<JsonElement> EvaluateAsync(int world, string expression) => Value(await SendAsync("Runtime.evaluate", new()
    {
        ["expression"] = expression,
        ["contextId"] = world,
        ["returnByValue"] = true,
        ["awaitPromise"] = true,
    }).ConfigureAwait(false));
}

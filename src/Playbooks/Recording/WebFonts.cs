using System.Text.Json;
using Microsoft.Playwright;

namespace Playbooks.Recording;

/// <summary>
/// Keeps a web font that never loads from holding up a screenshot: Playwright waits for all of a page's fonts, with no limit but that of
/// the whole call.
/// </summary>
internal static class WebFonts
{
    // Fonts that come, come soon; what is photographed without one shows the same text in another.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Waits until the fonts of the page's main frame are loaded, and no longer than a part of the time that there is.</summary>
    /// <param name="page">The page.</param>
    /// <param name="milliseconds">Time for the screenshot.</param>
    public static async Task WaitAsync(IPage page, float milliseconds)
    {
        try
        {
            var session = await page.Context.NewCDPSessionAsync(page).ConfigureAwait(false);
            try
            {
                var limit = TimeSpan.FromMilliseconds(Math.Min(milliseconds / 4, Longest.TotalMilliseconds));
                await WaitAsync(session, limit).WaitAsync(limit + Longest).ConfigureAwait(false);
            }
            finally
            {
                session.Leave();
            }
        }
        catch (Exception error) when (error is PlaywrightException or TimeoutException)
        {
            // Another browser, or a page that is gone or hangs: the screenshot itself tells.
        }
    }

    private static async Task WaitAsync(ICDPSession session, TimeSpan limit)
    {
        for (var waited = TimeSpan.Zero; await IsLoadingAsync(session).ConfigureAwait(false); waited += Pause)
        {
            if (waited >= limit)
            {
                await GiveUpAsync(session).ConfigureAwait(false);
                return;
            }

            await Task.Delay(Pause).ConfigureAwait(false);
        }
    }

    private static async Task<bool> IsLoadingAsync(ICDPSession session)
    {
        var answer = await session.SendAsync("Runtime.evaluate", new() { ["expression"] = "document.fonts.status" }).ConfigureAwait(false);
        return answer?.GetProperty("result") is { } result && result.TryGetProperty("value", out var status)
            && status.ValueKind == JsonValueKind.String && status.ValueEquals("loading");
    }

    /// <summary>Tells Playwright's own world in the page, and not the page's, that its fonts are there.</summary>
    private static async Task GiveUpAsync(ICDPSession session)
    {
        var tree = await session.SendAsync("Page.getFrameTree").ConfigureAwait(false);
        var main = tree?.GetProperty("frameTree").GetProperty("frame").GetProperty("id").GetString();
        var worlds = new List<int>();
        session.Event("Runtime.executionContextCreated").OnEvent += (_, told) =>
        {
            if (told?.GetProperty("context") is { } world && world.GetProperty("name").GetString()!.Contains("utility", StringComparison.Ordinal)
                && world.GetProperty("auxData").GetProperty("frameId").ValueEquals(main))
            {
                lock (worlds)
                {
                    worlds.Add(world.GetProperty("id").GetInt32());
                }
            }
        };
        await session.SendAsync("Runtime.enable").ConfigureAwait(false);
        int[] found;
        lock (worlds)
        {
            found = [.. worlds];
        }

        foreach (var world in found)
        {
            await session.SendAsync("Runtime.evaluate", new()
            {
                ["contextId"] = world,
                ["expression"] = "Object.defineProperty(document.fonts, 'ready', { value: Promise.resolve(document.fonts), configurable: true }); 0",
            }).ConfigureAwait(false);
        }
    }
}

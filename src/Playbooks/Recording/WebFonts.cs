using System.Diagnostics;
using System.Text.Json;
using Microsoft.Playwright;

namespace Playbooks.Recording;

/// <summary>
/// Prevents a web font that never loads from delaying a screenshot: Playwright waits for all fonts of a page, limited only by the time limit of
/// the whole call.
/// </summary>
internal static class WebFonts
{
    // Fonts usually load quickly. A screenshot without one shows the same text in another font.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Waits until the fonts of the page's main frame are loaded, for a part of the available time.</summary>
    /// <param name="page">The page.</param>
    /// <param name="milliseconds">The time limit of the screenshot.</param>
    public static async Task WaitAsync(IPage page, float milliseconds)
    {
        try
        {
            var session = await DevTools.ConnectAsync(page).ConfigureAwait(false);
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
            // The browser is not Chromium, or the page no longer exists or hangs, which the screenshot itself will report.
        }
    }

    private static async Task WaitAsync(ICDPSession session, TimeSpan limit)
    {
        // The pauses alone would be too short a measure: on a busy machine, each query takes longer than one.
        var start = Stopwatch.GetTimestamp();
        while (await IsLoadingAsync(session).ConfigureAwait(false))
        {
            if (Stopwatch.GetElapsedTime(start) >= limit)
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

    /// <summary>Reports to Playwright's own world in the page, but not to the page's, that the fonts are loaded.</summary>
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

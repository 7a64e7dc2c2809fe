using Microsoft.Playwright;

namespace Playbooks.Browsing;

/// <summary>Answers the requests of a page that its run has mocked, and notes each.</summary>
internal sealed class MockedRoutes : IAsyncDisposable
{
    private const int LongestUrl = 200;

    private readonly IPage page;
    private readonly List<(string Url, Func<IRoute, Task> Answer)> active = [];

    private MockedRoutes(IPage page) => this.page = page;

    /// <summary>Begins to answer requests. Of several routes for one request, the first takes it.</summary>
    public static async Task<MockedRoutes> StartAsync(IPage page, IEnumerable<MockedRoute> routes, BrowserState browser)
    {
        var mocked = new MockedRoutes(page);

        // Of two handlers, Playwright calls the one that was added last.
        foreach (var route in routes.Reverse())
        {
            Task Answer(IRoute request) => AnswerAsync(request, route, browser);
            await page.Context.RouteAsync(route.Url, Answer, new() { Times = route.Times }).ConfigureAwait(false);
            mocked.active.Add((route.Url, Answer));
        }

        return mocked;
    }

    /// <summary>Lets the requests go to the network again.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var (url, answer) in active)
        {
            try
            {
                await page.Context.UnrouteAsync(url, answer).ConfigureAwait(false);
            }
            catch (PlaywrightException)
            {
                // The context is closed.
            }
        }
    }

    private static bool HasContentType(MockedRoute route) => route.Headers.Keys.Contains("Content-Type", StringComparer.OrdinalIgnoreCase);

    private static async Task AnswerAsync(IRoute request, MockedRoute route, BrowserState browser)
    {
        var how = route.Abort ? "was aborted" : $"was answered with {route.Status}" + (route.File is { } from ? $" and {Path.GetFileName(from)}" : string.Empty);
        browser.RequestsAndErrors.MarkMocked(request.Request);
        browser.Effects.Note("mock", $"{request.Request.Method} {request.Request.Url.Truncate(LongestUrl)} {how} by the route {route.Url}.");
        try
        {
            await (route.Abort ? request.AbortAsync() : request.FulfillAsync(new()
            {
                Status = route.Status,
                Body = route.Content is null ? route.Json ?? route.Body ?? string.Empty : null,
                BodyBytes = route.Content,
                ContentType = route.Json is not null ? "application/json" : route.File is { } named && !HasContentType(route) ? FileContentType.From(named) : null,
                Headers = route.Headers.Count == 0 ? null : route.Headers,
            })).ConfigureAwait(false);
        }
        catch (PlaywrightException)
        {
            // The page no longer waits for the answer.
        }
    }
}

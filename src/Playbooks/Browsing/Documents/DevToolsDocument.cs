using System.Text.Json;
using Microsoft.Playwright;

namespace Playbooks.Browsing.Documents;

/// <summary>A document in Chromium, accessed without Playwright: its calls are not part of the trace and do not wait for snapshots.</summary>
/// <param name="session">The session of the frame's process.</param>
/// <param name="frame">The id of the frame.</param>
/// <param name="url">The URL of the document.</param>
/// <param name="parent">The document that contains the frame, or null for the main document.</param>
internal sealed class DevToolsDocument(ICDPSession session, string frame, string url, DevToolsDocument? parent) : PageDocument
{
    // Scripts of the page cannot access this world. The browser returns the same world for as long as the document exists.
    private const string World = "playbooks";

    public override object Frame => frame;

    public override string Url => url;

    public override bool IsMain => parent is null;

    public override async Task<string?> EvaluateAsync(string function, string argument = "")
    {
        var answer = await session.SendAsync("Runtime.evaluate", new()
        {
            ["expression"] = $"({function})({JsonSerializer.Serialize(argument, DocumentJson.Default.String)})",
            ["contextId"] = await WorldAsync().ConfigureAwait(false),
            ["returnByValue"] = true,
            ["awaitPromise"] = true,
        }).ConfigureAwait(false);
        return Text(answer!.Value);
    }

    public override async Task<bool> IsShownAsync()
    {
        for (var inner = this; inner.Parent is { } outer; inner = outer)
        {
            if (!await outer.ShowsAsync(inner.Id).ConfigureAwait(false))
            {
                return false;
            }
        }

        return true;
    }

    private DevToolsDocument? Parent => parent;

    private string Id => frame;

    private static string? Text(JsonElement answer)
    {
        if (answer.TryGetProperty("exceptionDetails", out var thrown))
        {
            throw new PlaywrightException(
                thrown.TryGetProperty("exception", out var exception) && exception.TryGetProperty("description", out var description)
                    ? description.GetString()!
                    : thrown.GetProperty("text").GetString()!);
        }

        return answer.GetProperty("result").TryGetProperty("value", out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
    }

    private async Task<int> WorldAsync()
    {
        var world = await session.SendAsync("Page.createIsolatedWorld", new() { ["frameId"] = frame, ["worldName"] = World }).ConfigureAwait(false);
        return world!.Value.GetProperty("executionContextId").GetInt32();
    }

    private async Task<bool> ShowsAsync(string inner)
    {
        var owner = await session.SendAsync("DOM.getFrameOwner", new() { ["frameId"] = inner }).ConfigureAwait(false);
        var node = await session.SendAsync("DOM.resolveNode", new() { ["backendNodeId"] = owner!.Value.GetProperty("backendNodeId").GetInt32() }).ConfigureAwait(false);
        var shown = await session.SendAsync("Runtime.callFunctionOn", new()
        {
            ["objectId"] = node!.Value.GetProperty("object").GetProperty("objectId").GetString()!,
            ["functionDeclaration"] = $"function() {{ return String(({ElementVisibility.Function})(this)) }}",
            ["returnByValue"] = true,
        }).ConfigureAwait(false);
        return Text(shown!.Value) == "true";
    }
}

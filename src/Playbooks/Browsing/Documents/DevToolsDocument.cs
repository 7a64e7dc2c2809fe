using System.Text.Json;

namespace Playbooks.Browsing.Documents;

/// <summary>A document in Chromium, accessed without Playwright.</summary>
/// <param name="session">The session of the frame's process.</param>
/// <param name="frame">The id of the frame.</param>
/// <param name="url">The URL of the document.</param>
/// <param name="parent">The document that contains the frame, or null for the main document.</param>
internal sealed class DevToolsDocument(DocumentSession session, string frame, string url, DevToolsDocument? parent) : PageDocument
{
    public override object Frame => frame;

    public override string Url => url;

    public override bool IsMain => parent is null;

    public override Task<string?> EvaluateAsync(string function, string argument = "") =>
        session.EvaluateAsync(frame, $"({function})({JsonSerializer.Serialize(argument, DocumentJson.Default.String)})");

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

    private async Task<bool> ShowsAsync(string inner)
    {
        var owner = await session.SendAsync("DOM.getFrameOwner", new() { ["frameId"] = inner }).ConfigureAwait(false);
        var node = await session.SendAsync("DOM.resolveNode", new() { ["backendNodeId"] = owner.GetProperty("backendNodeId").GetInt32() }).ConfigureAwait(false);
        var shown = await session.SendAsync("Runtime.callFunctionOn", new()
        {
            ["objectId"] = node.GetProperty("object").GetProperty("objectId").GetString()!,
            ["functionDeclaration"] = $"function() {{ return ({ElementVisibility.Function})(this) }}",
            ["returnByValue"] = true,
        }).ConfigureAwait(false);
        return DocumentSession.Value(shown).ValueKind == JsonValueKind.True;
    }
}

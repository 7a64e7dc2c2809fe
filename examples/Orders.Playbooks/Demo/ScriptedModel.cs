using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;

namespace Orders.Tests.Demo;

/// <summary>Plays a language model that knows what to do: it finds the named element in the page that it is shown, acts on it, and reports the step.</summary>
internal sealed partial class ScriptedModel : IChatClient
{
    private readonly Queue<Func<string, FunctionCallContent>> script = new(
    [
        page => Call("select", new() { ["ref"] = Ref(page, "combobox \"Shipping method\""), ["value"] = "express" }),
        _ => Call("step_done", new() { ["step"] = "1" }),
        page => Call("click", new() { ["ref"] = Ref(page, "button \"Save shipping\"") }),
        _ => Call("step_done", new() { ["step"] = "2" }),
    ]);

    /// <summary>Gets the calls so far, in one line each.</summary>
    public List<string> Calls { get; } = [];

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var update in (await GetResponseAsync(messages, options, cancellationToken)).ToChatResponseUpdates())
        {
            yield return update;
        }
    }

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var page = string.Join('\n', messages.SelectMany(static message => message.Contents).Select(static content => content switch
        {
            TextContent text => text.Text,
            FunctionResultContent result => result.Result?.ToString(),
            _ => null,
        }));
        var call = script.TryDequeue(out var next) ? next(page) : Call("give_up", new() { ["why"] = "The script has ended." });
        Calls.Add($"{call.Name} {string.Join(' ', call.Arguments!.Select(static one => $"{one.Key}={one.Value}"))}");
        return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, [call])) { FinishReason = ChatFinishReason.ToolCalls });
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }

    private static FunctionCallContent Call(string name, Dictionary<string, object?> arguments) => new($"call-{Guid.NewGuid():N}", name, arguments);

    private static string Ref(string page, string element) =>
        Reference().Matches(page).LastOrDefault(match => match.Groups[1].Value.StartsWith(element, StringComparison.Ordinal))?.Groups[2].Value ?? "e0";

    [GeneratedRegex(@"- ([a-z]+ ""[^""\n]*"").*?\[ref=((?:f\d+)?e\d+)\]")]
    private static partial Regex Reference();
}

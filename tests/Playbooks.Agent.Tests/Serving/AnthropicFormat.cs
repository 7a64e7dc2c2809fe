using System.Text.Json;

namespace Playbooks.Agent.Tests.Serving;

/// <summary>The messages API of Anthropic.</summary>
internal sealed class AnthropicFormat : IWireFormat
{
    public string Path => "/v1/messages";

    public string Error(int status) =>
        JsonSerializer.Serialize(new { type = "error", error = new { type = status == 529 ? "overloaded_error" : status == 429 ? "rate_limit_error" : "api_error", message = "No." } });

    public string Plain(ModelReply reply, int number) => JsonSerializer.Serialize(new
    {
        id = $"msg_{number}",
        type = "message",
        role = "assistant",
        model = "scripted",
        content = Content(reply, number),
        stop_reason = reply.Calls.Count > 0 ? "tool_use" : "end_turn",
        stop_sequence = (string?)null,
        usage = new { input_tokens = reply.InputTokens, output_tokens = reply.OutputTokens },
    });

    public IEnumerable<string> Stream(ModelReply reply, int number)
    {
        yield return Event("message_start", new { type = "message_start", message = new { id = $"msg_{number}", type = "message", role = "assistant", model = "scripted", content = Array.Empty<object>(), stop_reason = (string?)null, stop_sequence = (string?)null, usage = new { input_tokens = reply.InputTokens, output_tokens = 1 } } });
        var index = 0;
        if (reply.Text.Length > 0)
        {
            yield return Event("content_block_start", new { type = "content_block_start", index, content_block = new { type = "text", text = "" } });
            yield return Event("content_block_delta", new { type = "content_block_delta", index, delta = new { type = "text_delta", text = reply.Text } });
            yield return Event("content_block_stop", new { type = "content_block_stop", index });
            index++;
        }

        foreach (var (call, place) in reply.Calls.Select((call, place) => (call, place)))
        {
            yield return Event("content_block_start", new { type = "content_block_start", index, content_block = new { type = "tool_use", id = $"toolu_{number}_{place}", name = call.Name, input = new { } } });
            var half = call.Arguments.Length / 2;
            foreach (var part in (string[])[call.Arguments[..half], call.Arguments[half..]])
            {
                yield return Event("content_block_delta", new { type = "content_block_delta", index, delta = new { type = "input_json_delta", partial_json = part } });
            }

            yield return Event("content_block_stop", new { type = "content_block_stop", index });
            index++;
        }

        yield return Event("message_delta", new { type = "message_delta", delta = new { stop_reason = reply.Calls.Count > 0 ? "tool_use" : "end_turn", stop_sequence = (string?)null }, usage = new { output_tokens = reply.OutputTokens } });
        yield return Event("message_stop", new { type = "message_stop" });
    }

    private static object[] Content(ModelReply reply, int number) =>
    [
        .. reply.Text.Length > 0 ? [(object)new { type = "text", text = reply.Text }] : Array.Empty<object>(),
        .. reply.Calls.Select((call, place) => (object)new { type = "tool_use", id = $"toolu_{number}_{place}", name = call.Name, input = JsonSerializer.Deserialize<JsonElement>(call.Arguments) }),
    ];

    private static string Event(string name, object data) => $"event: {name}\ndata: {JsonSerializer.Serialize(data)}\n\n";
}

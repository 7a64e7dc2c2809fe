using System.Text.Json;

namespace Playbooks.Agent.Tests.Serving;

/// <summary>The chat completions API of OpenAI, which many others speak as well.</summary>
internal sealed class OpenAIFormat : IWireFormat
{
    public string Path => "/v1/chat/completions";

    public string Error(int status) => JsonSerializer.Serialize(new { error = new { message = "No.", type = "server_error", code = status } });

    public string Plain(ModelReply reply, int number) => JsonSerializer.Serialize(new
    {
        id = $"c{number}",
        @object = "chat.completion",
        created = 1,
        model = "scripted",
        choices = new[] { new { index = 0, message = new { role = "assistant", content = reply.Text, tool_calls = Calls(reply, number) }, finish_reason = Reason(reply) } },
        usage = new { prompt_tokens = reply.InputTokens, completion_tokens = reply.OutputTokens, total_tokens = reply.InputTokens + reply.OutputTokens },
    });

    public IEnumerable<string> Stream(ModelReply reply, int number)
    {
        yield return Data(Chunk(number, new { role = "assistant", content = reply.Text, tool_calls = Calls(reply, number) }, null));
        yield return Data(Chunk(number, new { }, Reason(reply)));
        yield return Data(new { id = $"c{number}", @object = "chat.completion.chunk", created = 1, model = "scripted", choices = Array.Empty<object>(), usage = new { prompt_tokens = reply.InputTokens, completion_tokens = reply.OutputTokens, total_tokens = reply.InputTokens + reply.OutputTokens } });
        yield return "data: [DONE]\n\n";
    }

    private static object Chunk(int number, object delta, string? reason) =>
        new { id = $"c{number}", @object = "chat.completion.chunk", created = 1, model = "scripted", choices = new[] { new { index = 0, delta, finish_reason = reason } } };

    private static object[] Calls(ModelReply reply, int number) =>
        [.. reply.Calls.Select((call, place) => (object)new { index = place, id = $"call_{number}_{place}", type = "function", function = new { name = call.Name, arguments = call.Arguments } })];

    private static string Reason(ModelReply reply) => reply.Calls.Count > 0 ? "tool_calls" : "stop";

    private static string Data(object data) => $"data: {JsonSerializer.Serialize(data)}\n\n";
}

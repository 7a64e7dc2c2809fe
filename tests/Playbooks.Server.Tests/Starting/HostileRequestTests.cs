using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Playbooks.Server.Tests.Service;

namespace Playbooks.Server.Tests.Starting;

/// <summary>Whatever is sent, the answer is a sentence of the service's own, and nothing is started.</summary>
public sealed class HostileRequestTests : IAsyncLifetime
{
    private RunningService service = null!;

    public static TheoryData<string, byte[]> Bodies => new()
    {
        { "half a surrogate as a value", Text("""{"playbook":"greet","parameters":{"who":"\ud800"}}""") },
        { "half a surrogate as a name", Text("""{"playbook":"greet","parameters":{"\udc00":"Ada"}}""") },
        { "half a surrogate as the playbook", Text("""{"playbook":"\ud800"}""") },
        { "half a surrogate as a key", Text("""{"\ud800":"greet"}""") },
        { "half a surrogate as a directive", Text("""{"directive":"greeting \ud800"}""") },
        { "half a surrogate in a list of domains", Text("""{"playbook":"slow","guardrails":{"allowed_domains":["\ud800"]}}""") },
        { "half a surrogate in a list", Text("""{"playbook":"place_order","parameters":{"customer":"C-1234","password":"x","notes":["\ud800"]}}""") },
        { "bytes that are no UTF-8", [(byte)'"', 0xff, 0xfe, (byte)'"'] },
        { "UTF-16", Encoding.Unicode.GetBytes("""{"playbook":"greet"}""") },
        { "a NUL", Text("{\"playbook\":\"gr\0eet\"}") },
        { "a number beyond all bounds", Text("""{"playbook":"slow","timeout_seconds":1e400}""") },
        { "a fraction", Text("""{"playbook":"slow","timeout_seconds":1.5}""") },
        { "a deep nest", Text("""{"playbook":"slow","parameters":""" + new string('[', 5000)) },
        { "a list in a list", Text("""{"playbook":"place_order","parameters":{"customer":"C-1234","password":"x","notes":[["a"]]}}""") },
        { "an object in a list", Text("""{"playbook":"place_order","parameters":{"customer":"C-1234","password":"x","notes":[{"a":1}]}}""") },
        { "a name of half a megabyte", Text($$"""{"playbook":"greet","parameters":{"who":"Ada","{{new string('x', 500_000)}}":"y"} }""") },
        { "a playbook of half a megabyte", Text($$"""{"playbook":"{{new string('x', 500_000)}}"}""") },
        { "ten thousand unknown names", Text($$"""{"playbook":"greet","parameters":{ {{string.Join(',', Enumerable.Range(0, 10_000).Select(number => $"\"whom{number}\":1"))}} } }""") },
        { "ten thousand unknown keys", Text($$"""{ {{string.Join(',', Enumerable.Range(0, 10_000).Select(number => $"\"playbook{number}\":1"))}} }""") },
        { "a directive of half a megabyte", Text($$"""{"directive":"greeting {{new string('x', 500_000)}}"}""") },
        { "an empty run id", Text("""{"playbook":"slow","run_id":""}""") },
        { "two documents", Text("""{"playbook":"slow"}{"playbook":"slow"}""") },
        { "a comment", Text("""{"playbook":"slow" /* please */}""") },
    };

    public async Task InitializeAsync() => service = await RunningService.StartAsync();

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task It_is_refused_in_a_sentence(string what, byte[] body)
    {
        using var content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        using var answer = await service.Client.PostAsync("/runs", content);
        var text = await answer.Content.ReadAsStringAsync();

        Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{what}: {answer.StatusCode} {text[..Math.Min(500, text.Length)]}");
        Assert.NotEmpty(JsonDocument.Parse(text).RootElement.GetProperty("error").GetProperty("message").GetString()!);
        Assert.InRange(text.Length, 1, 200_000);
        Assert.False(Directory.Exists(service.Root), "Something was started.");
    }

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);
}

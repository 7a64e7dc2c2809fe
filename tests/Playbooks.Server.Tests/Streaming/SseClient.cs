using System.Globalization;
using System.Net.ServerSentEvents;

namespace Playbooks.Server.Tests.Streaming;

/// <summary>Reads a stream of events over a real socket.</summary>
internal static class SseClient
{
    /// <summary>Opens a stream.</summary>
    public static Task<HttpResponseMessage> OpenStreamAsync(this HttpClient client, string runId, long? after = null, CancellationToken cancellationToken = default) =>
        client.OpenStreamAsync(runId, after is { } record ? string.Create(CultureInfo.InvariantCulture, $"1-{record}") : null, cancellationToken);

    /// <summary>Opens a stream behind the event of an id.</summary>
    public static async Task<HttpResponseMessage> OpenStreamAsync(this HttpClient client, string runId, string? after, CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/runs/{runId}/stream");
        if (after is { } last)
        {
            request.Headers.Add("Last-Event-ID", last);
        }

        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }

    /// <summary>All events of a stream, to its end.</summary>
    public static async Task<List<SseItem<string>>> ReadStreamAsync(this HttpClient client, string runId, long? after = null)
    {
        using var response = await client.OpenStreamAsync(runId, after);
        Assert.Equal(System.Net.HttpStatusCode.OK, response.StatusCode);
        var all = new List<SseItem<string>>();
        await foreach (var item in SseParser.Create(await response.Content.ReadAsStreamAsync()).EnumerateAsync())
        {
            all.Add(item);
        }

        return all;
    }

    public static IEnumerable<long> Ids(this IEnumerable<SseItem<string>> items) => items.Select(static item => long.Parse(item.EventId!.Split('-')[1], CultureInfo.InvariantCulture));

    /// <summary>1 to so many.</summary>
    public static IEnumerable<long> UpTo(int last) => Enumerable.Range(1, last).Select(static number => (long)number);
}

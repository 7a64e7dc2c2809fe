using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Playbooks.Server.Starting;

namespace Playbooks.Server.Gateway;

/// <summary>Serializes a request to start a run as JSON, and tracks whether any of it has been sent.</summary>
internal sealed class StartContent : HttpContent
{
    private readonly byte[] json;

    public StartContent(StartRequest request)
    {
        json = Write(request);
        Headers.ContentType = new MediaTypeHeaderValue("application/json");
    }

    /// <summary>Gets whether the worker may have received the request.</summary>
    public bool IsSent { get; private set; }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        IsSent = true;
        await stream.WriteAsync(json, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = json.Length;
        return true;
    }

    private static byte[] Write(StartRequest request)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            WriteText(writer, "playbook", request.Playbook);
            WriteText(writer, "directive", request.Directive);
            WriteText(writer, "run_id", request.RunId);
            WriteText(writer, "base_url", request.BaseUrl);
            WriteNumber(writer, "timeout_seconds", request.TimeoutSeconds);
            WriteFlag(writer, "headed", request.Headed);
            WriteValues(writer, "parameters", request.Parameters);
            // The only place where secrets are serialized, because the worker types them into the page.
            WriteValues(writer, "credentials", request.Credentials.ToDictionary(static pair => pair.Key, static pair => pair.Value.Reveal()));
            if (request.Recording is { } recording)
            {
                writer.WriteStartObject("recording");
                WriteFlag(writer, "trace", recording.Trace);
                WriteFlag(writer, "screenshots", recording.Screenshots);
                writer.WriteEndObject();
            }

            if (request.Guardrails is { } guardrails)
            {
                writer.WriteStartObject("guardrails");
                WriteTexts(writer, "allowed_domains", guardrails.AllowedDomains);
                WriteTexts(writer, "blocked_domains", guardrails.BlockedDomains);
                WriteFlag(writer, "allow_private_networks", guardrails.AllowPrivateNetworks);
                WriteNumber(writer, "max_urls_visited", guardrails.MaxUrlsVisited);
                WriteNumber(writer, "max_consecutive_errors", guardrails.MaxConsecutiveErrors);
                writer.WriteEndObject();
            }

            writer.WriteEndObject();
        }

        return buffer.ToArray();
    }

    private static void WriteText(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }

    private static void WriteNumber(Utf8JsonWriter writer, string name, int? value)
    {
        if (value is { } number)
        {
            writer.WriteNumber(name, number);
        }
    }

    private static void WriteFlag(Utf8JsonWriter writer, string name, bool? value)
    {
        if (value is { } flag)
        {
            writer.WriteBoolean(name, flag);
        }
    }

    private static void WriteTexts(Utf8JsonWriter writer, string name, IReadOnlyList<string>? values)
    {
        if (values is not null)
        {
            writer.WriteStartArray(name);
            foreach (var value in values)
            {
                writer.WriteStringValue(value);
            }

            writer.WriteEndArray();
        }
    }

    private static void WriteValues(Utf8JsonWriter writer, string name, IReadOnlyDictionary<string, string> values)
    {
        writer.WriteStartObject(name);
        foreach (var (key, value) in values)
        {
            writer.WriteString(key, value);
        }

        writer.WriteEndObject();
    }
}

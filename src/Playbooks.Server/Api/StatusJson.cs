using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Playbooks.RunFolder.Log;
using Playbooks.Server.Gateway;

namespace Playbooks.Server.Api;

/// <summary>Creates responses from statuses, in the format of <c>status.json</c>.</summary>
internal static class StatusJson
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private const string ContentType = "application/json; charset=utf-8";

    /// <summary>Creates a response with one status.</summary>
    public static Utf8ContentHttpResult Create(RunStatus status, int statusCode = StatusCodes.Status200OK) =>
        TypedResults.Text(JsonSerializer.SerializeToUtf8Bytes(status, LogJson.Status), ContentType, statusCode);

    /// <summary>Creates a response with a page of statuses and their total number.</summary>
    public static Utf8ContentHttpResult Create(RunPage page)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Readable))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("runs");
            foreach (var run in page.Runs)
            {
                JsonSerializer.Serialize(writer, run, LogJson.Status);
            }

            writer.WriteEndArray();
            writer.WriteNumber("total", page.Total);
            writer.WriteBoolean("has_more", page.HasMore);
            writer.WriteEndObject();
        }

        return TypedResults.Text(buffer.WrittenSpan, ContentType, StatusCodes.Status200OK);
    }
}

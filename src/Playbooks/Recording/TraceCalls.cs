using System.Text.Json;

namespace Playbooks.Recording;

/// <summary>
/// Maps the calls of a trace to the lines of the YAML: those of the step in whose group they are. Playwright itself records only the lines
/// of this library that made the call, which do not help the author of a playbook.
/// </summary>
internal sealed class TraceCalls
{
    private readonly Dictionary<string, Place> places = [];
    private readonly List<string> files = [];

    /// <summary>Reads a line of the trace.</summary>
    public void Add(ReadOnlySpan<byte> line)
    {
        if (!line.StartsWith("{\"type\":\"before\""u8))
        {
            return;
        }

        try
        {
            var reader = new Utf8JsonReader(line);
            using var json = JsonDocument.ParseValue(ref reader);
            var call = json.RootElement;
            if (call.GetProperty("callId").GetString() is { } id && PlaceOf(call) is { } place)
            {
                places[id] = place;
            }
        }
        catch (Exception unlike) when (unlike is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            // A different version of the trace format: the viewer shows this call without a location.
        }
    }

    /// <summary>Writes the locations of the calls in the format of the viewer.</summary>
    public void WriteTo(Stream stacks)
    {
        using var writer = new Utf8JsonWriter(stacks);
        writer.WriteStartObject();
        writer.WriteStartArray("files");
        foreach (var file in files)
        {
            writer.WriteStringValue(file);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("stacks");
        foreach (var (call, place) in places)
        {
            writer.WriteStartArray();
            writer.WriteStringValue(call);
            writer.WriteStartArray();
            writer.WriteStartArray();
            writer.WriteNumberValue(place.File);
            writer.WriteNumberValue(place.Line);
            writer.WriteNumberValue(place.Column);
            writer.WriteStringValue(string.Empty);
            writer.WriteEndArray();
            writer.WriteEndArray();
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private Place? PlaceOf(JsonElement call)
    {
        if (call.GetProperty("method").ValueEquals("tracingGroup") && call.TryGetProperty("stack", out var stack) && stack.GetArrayLength() > 0)
        {
            var top = stack[0];
            return new(FileOf(top.GetProperty("file").GetString()!), top.GetProperty("line").GetInt32(), top.GetProperty("column").GetInt32());
        }

        return call.TryGetProperty("parentId", out var parent) && places.TryGetValue(parent.GetString()!, out var place) ? place : null;
    }

    private int FileOf(string path)
    {
        var at = files.IndexOf(path);
        if (at < 0)
        {
            at = files.Count;
            files.Add(path);
        }

        return at;
    }

    private readonly record struct Place(int File, int Line, int Column);
}

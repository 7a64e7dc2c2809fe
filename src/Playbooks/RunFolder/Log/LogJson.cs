using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Playbooks.RunFolder.Log;

/// <summary>How what a run stores is written as JSON: keys in snake_case, nothing that is null, no reflection.</summary>
public static class LogJson
{
    // Read by people as well; it is never put into HTML as it is.
    private static readonly JsonSerializerOptions OneLine = new(LogJsonContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonSerializerOptions Indented = new(OneLine) { WriteIndented = true };

    /// <summary>Lines of the log.</summary>
    internal static LogJsonContext Lines { get; } = new(OneLine);

    /// <summary>Whole files, indented for people.</summary>
    internal static LogJsonContext Files { get; } = new(Indented);

    /// <summary>The form of a record, to write and read it as a line of the log.</summary>
    public static JsonTypeInfo<LogRecord> Record => Lines.LogRecord;

    /// <summary>The form of a status in one line.</summary>
    public static JsonTypeInfo<RunStatus> Status => Lines.RunStatus;

    /// <summary>A record as one line, without its end.</summary>
    public static string Write(LogRecord record) => JsonSerializer.Serialize(record, Lines.LogRecord);

    /// <summary>A record as one line in UTF-8, without its end.</summary>
    internal static byte[] WriteBytes(LogRecord record) => JsonSerializer.SerializeToUtf8Bytes(record, Lines.LogRecord);

    /// <summary>A status as an indented object.</summary>
    public static string Write(RunStatus status) => JsonSerializer.Serialize(status, Files.RunStatus);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowOutOfOrderMetadataProperties = true,
    Converters = [typeof(ErrorCodeConverter), typeof(SnakeCaseEnumConverter<Outcome>), typeof(SnakeCaseEnumConverter<RunState>), typeof(SnakeCaseEnumConverter<RecoveryStatus>)])]
[JsonSerializable(typeof(LogHeader))]
[JsonSerializable(typeof(LogRecord))]
[JsonSerializable(typeof(RunStatus))]
internal sealed partial class LogJsonContext : JsonSerializerContext;

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Playbooks.RunFolder.Log;

/// <summary>Serializes records and statuses as in the files of a run: as JSON with snake_case keys, without nulls, and without reflection.</summary>
public static class LogJson
{
    // People read it as well. It is never inserted into HTML without encoding.
    private static readonly JsonSerializerOptions OneLine = new(LogJsonContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonSerializerOptions Indented = new(OneLine) { WriteIndented = true };

    /// <summary>Gets the context for lines of the log.</summary>
    internal static LogJsonContext Lines { get; } = new(OneLine);

    /// <summary>Gets the context for whole files, which are indented for people.</summary>
    internal static LogJsonContext Files { get; } = new(Indented);

    /// <summary>Gets the type information that serializes a record as a line of the log.</summary>
    public static JsonTypeInfo<LogRecord> Record => Lines.LogRecord;

    /// <summary>Gets the type information that serializes a status on one line.</summary>
    public static JsonTypeInfo<RunStatus> Status => Lines.RunStatus;

    /// <summary>Serializes a record on one line, without the line ending.</summary>
    public static string Write(LogRecord record) => JsonSerializer.Serialize(record, Lines.LogRecord);

    /// <summary>Serializes a record on one line in UTF-8, without the line ending.</summary>
    internal static byte[] WriteBytes(LogRecord record) => JsonSerializer.SerializeToUtf8Bytes(record, Lines.LogRecord);

    /// <summary>Serializes a status as an indented object.</summary>
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

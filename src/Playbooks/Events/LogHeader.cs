namespace Playbooks;

/// <summary>Represents the first line of a run's <c>actions.jsonl</c>, which describes the run and the format of the log.</summary>
public sealed record LogHeader
{
    /// <summary>The version of the log format that this code writes.</summary>
    public const int CurrentSchema = 1;

    /// <summary>Gets the version of the log format.</summary>
    public int Schema { get; init; } = CurrentSchema;

    /// <summary>Gets the id of the run in its safe form, which is the name of its folder.</summary>
    public required string RunId { get; init; }

    /// <summary>Gets the id of the run as the caller passed it.</summary>
    public required string OriginalId { get; init; }

    /// <summary>Gets the id of the playbook.</summary>
    public required string Playbook { get; init; }

    /// <summary>Gets the display name of the playbook.</summary>
    public required string PlaybookName { get; init; }

    /// <summary>Gets the epoch of the run: 1 for the first run with its id, 2 for the second, and so on. The files of earlier epochs are kept in a separate folder.</summary>
    public int Epoch { get; init; } = 1;

    /// <summary>Gets the name of the case, or null.</summary>
    public string? Case { get; init; }

    /// <summary>Gets the path of the playbook's file as passed to the compiler.</summary>
    public required string SourcePath { get; init; }

    /// <summary>Gets the number of steps of the playbook.</summary>
    public int StepCount { get; init; }

    /// <summary>Gets the URL that relative URLs resolve against, or null.</summary>
    public string? BaseUrl { get; init; }

    /// <summary>Gets the values of the parameters as invariant strings. Secrets are <c>***</c>.</summary>
    public IReadOnlyList<NamedText> Parameters { get; init; } = [];

    /// <summary>Gets the seed of the fresh values, or null in the log of an older version.</summary>
    public string? Seed { get; init; }

    /// <summary>Gets the start of the run, in UTC.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>Gets the id of the process that executes the run.</summary>
    public int ProcessId { get; init; }
}

/// <summary>Represents a value with its name.</summary>
/// <param name="Name">The name of the value in the YAML.</param>
/// <param name="Text">The invariant text, masked. Text longer than 64 KiB is truncated.</param>
public sealed record NamedText(string Name, string Text)
{
    /// <summary>Gets the file that contains the complete text, relative to the run's folder, if the text is longer than 64 KiB. Null if the text is complete, or if the file could not be written.</summary>
    public string? File { get; init; }

    /// <summary>Gets the length of the complete text in characters if <see cref="Text"/> is truncated; otherwise null.</summary>
    public long? Length { get; init; }
}

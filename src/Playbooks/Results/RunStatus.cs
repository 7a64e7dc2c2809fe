using System.Text.Json.Serialization;

namespace Playbooks;

/// <summary>Represents the summary of a run in <c>status.json</c>, which can be rebuilt from the log at any time. All text is masked.</summary>
public sealed record RunStatus
{
    /// <summary>Gets the id of the run in its safe form.</summary>
    public required string RunId { get; init; }

    /// <summary>Gets the epoch of the run: 1 for the first run with its id, 2 for the second, and so on.</summary>
    public int Epoch { get; init; } = 1;

    /// <summary>Gets the id of the playbook.</summary>
    public required string Playbook { get; init; }

    /// <summary>Gets the display name of the playbook.</summary>
    public string? PlaybookName { get; init; }

    /// <summary>Gets the name of the case, or null.</summary>
    public string? Case { get; init; }

    /// <summary>Gets the values of the parameters by name. Secrets are <c>***</c>.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    /// <summary>Gets the built-in dates and fresh values that the run has used, by their placeholders. Available after the run has ended.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();

    /// <summary>Gets the seed of the fresh values, or null in the status of a run of an older version.</summary>
    public string? Seed { get; init; }

    /// <summary>Gets the state of the run.</summary>
    public required RunState Status { get; init; }

    /// <summary>Gets whether recordings are still being written. They are not available until this is false.</summary>
    public bool Finalizing { get; init; }

    /// <summary>Gets the start of the run, in UTC.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>Gets the duration of the run so far, in milliseconds.</summary>
    public double DurationMs { get; init; }

    /// <summary>Gets the number of actions in the log.</summary>
    public int ActionCount { get; init; }

    /// <summary>Gets the outcome, or null if the run has not ended.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public Outcome? Result { get; init; }

    /// <summary>Gets whether the run failed as expected, or null if no failure is expected or the run has not ended.</summary>
    public bool? FailedAsExpected { get; init; }

    /// <summary>Gets the number of steps whose element was found by a fallback instead of the primary selector.</summary>
    public int DriftedSteps { get; init; }

    /// <summary>Gets the reason for the failure, or null if the run did not fail.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public RunError? Error { get; init; }

    /// <summary>Gets the stored outputs by name. A value longer than 64 KiB is truncated and followed by its length.</summary>
    public IReadOnlyDictionary<string, string> Outputs { get; init; } = new Dictionary<string, string>();

    /// <summary>Gets the strings that were read from pages, in order, whether or not they were stored.</summary>
    public IReadOnlyList<string> ExtractedTexts { get; init; } = [];

    /// <summary>Gets the tokens of language models.</summary>
    public TokenCount Tokens { get; init; } = new(0, 0);

    /// <summary>Gets the files in the run's folder, available after all of them are written.</summary>
    public IReadOnlyList<Artifact> Artifacts { get; init; } = [];

    /// <summary>Gets the values longer than 64 KiB, in order. The file of each contains the complete text.</summary>
    public IReadOnlyList<LargeValue> LargeValues { get; init; } = [];

    /// <summary>Gets what could not be written or cleaned up, one sentence each. These problems do not affect the outcome.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];
}

/// <summary>Counts the tokens of language models.</summary>
/// <param name="Input">The number of input tokens.</param>
/// <param name="Output">The number of output tokens.</param>
public sealed record TokenCount(long Input, long Output);

/// <summary>Describes a file in a run's folder.</summary>
/// <param name="Path">The path relative to the folder, with <c>/</c> as the separator.</param>
/// <param name="Bytes">The size of the file, in bytes.</param>
public sealed record Artifact(string Path, long Bytes);

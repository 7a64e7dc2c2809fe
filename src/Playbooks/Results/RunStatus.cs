using System.Text.Json.Serialization;

namespace Playbooks;

/// <summary>A run at a glance: <c>status.json</c>, which can be rebuilt from the log at any time. All texts are masked.</summary>
public sealed record RunStatus
{
    /// <summary>The run's id in its safe form.</summary>
    public required string RunId { get; init; }

    /// <summary>Which start of this run id it is, from 1.</summary>
    public int Epoch { get; init; } = 1;

    /// <summary>The playbook's id.</summary>
    public required string Playbook { get; init; }

    /// <summary>The playbook's name for people.</summary>
    public string? PlaybookName { get; init; }

    /// <summary>The case; null: none.</summary>
    public string? Case { get; init; }

    /// <summary>The parameters' values by name, secrets as <c>***</c>.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    /// <summary>Where the run stands.</summary>
    public required RunState Status { get; init; }

    /// <summary>Whether recordings are still being written; until then none may be fetched.</summary>
    public bool Finalizing { get; init; }

    /// <summary>When it began, in UTC.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>How long it has taken, in milliseconds.</summary>
    public double DurationMs { get; init; }

    /// <summary>How many actions its log holds.</summary>
    public int ActionCount { get; init; }

    /// <summary>How the playbook ended; null: it has not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public Outcome? Result { get; init; }

    /// <summary>Whether it failed as is expected of it; null: no failure is expected, or it has not ended.</summary>
    public bool? FailedAsExpected { get; init; }

    /// <summary>How many steps found their element by a fallback and not by the primary selector.</summary>
    public int DriftedSteps { get; init; }

    /// <summary>Why it failed; null: it did not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public RunError? Error { get; init; }

    /// <summary>What the steps stored, by name; of a text longer than 64 KiB the beginning, and its length.</summary>
    public IReadOnlyDictionary<string, string> Outputs { get; init; } = new Dictionary<string, string>();

    /// <summary>What was read from pages, in order, stored or not.</summary>
    public IReadOnlyList<string> ExtractedTexts { get; init; } = [];

    /// <summary>What models read and wrote.</summary>
    public TokenCount Tokens { get; init; } = new(0, 0);

    /// <summary>The files of the run's folder, relative to it, when all were written.</summary>
    public IReadOnlyList<Artifact> Artifacts { get; init; } = [];

    /// <summary>The texts that are longer than 64 KiB, in order; each is whole in its file.</summary>
    public IReadOnlyList<LargeValue> LargeValues { get; init; } = [];

    /// <summary>What could not be written or cleaned up, a sentence each; it changed nothing of the outcome.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];
}

/// <summary>Tokens of models.</summary>
/// <param name="Input">Read.</param>
/// <param name="Output">Written.</param>
public sealed record TokenCount(long Input, long Output);

/// <summary>A file of a run's folder.</summary>
/// <param name="Path">Relative to the folder, with <c>/</c>.</param>
/// <param name="Bytes">How long it is.</param>
public sealed record Artifact(string Path, long Bytes);

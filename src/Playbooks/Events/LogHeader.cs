namespace Playbooks;

/// <summary>The first line of a run's <c>actions.jsonl</c>: what runs, and how to read what follows.</summary>
public sealed record LogHeader
{
    /// <summary>The version of the log's form that this code writes.</summary>
    public const int CurrentSchema = 1;

    /// <summary>The version of the log's form.</summary>
    public int Schema { get; init; } = CurrentSchema;

    /// <summary>The run's id in its safe form, which is its folder's name.</summary>
    public required string RunId { get; init; }

    /// <summary>The run's id as the caller gave it.</summary>
    public required string OriginalId { get; init; }

    /// <summary>The playbook's id.</summary>
    public required string Playbook { get; init; }

    /// <summary>The playbook's name for people.</summary>
    public required string PlaybookName { get; init; }

    /// <summary>Which start of this run id it is, from 1; what earlier ones wrote is kept aside.</summary>
    public int Epoch { get; init; } = 1;

    /// <summary>The case that runs; null: none.</summary>
    public string? Case { get; init; }

    /// <summary>The playbook's file as the compiler saw it.</summary>
    public required string SourcePath { get; init; }

    /// <summary>How many steps the playbook has.</summary>
    public int StepCount { get; init; }

    /// <summary>What relative URLs resolve against; null: nothing.</summary>
    public string? BaseUrl { get; init; }

    /// <summary>The parameters' values as invariant texts, secrets as <c>***</c>.</summary>
    public IReadOnlyList<NamedText> Parameters { get; init; } = [];

    /// <summary>When the run began, in UTC.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>The process that runs it.</summary>
    public int ProcessId { get; init; }
}

/// <summary>A value by its name.</summary>
/// <param name="Name">Its name in the YAML.</param>
/// <param name="Text">Its invariant text, masked; of one longer than 64 KiB the beginning.</param>
public sealed record NamedText(string Name, string Text)
{
    /// <summary>The file that holds all of a text longer than 64 KiB, relative to the run's folder; null: the text is whole, or the file could not be written.</summary>
    public string? File { get; init; }

    /// <summary>How many characters the whole text has, where <see cref="Text"/> holds its beginning; null: it is whole.</summary>
    public long? Length { get; init; }
}

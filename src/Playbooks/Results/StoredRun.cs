

using Playbooks.RunFolder;

namespace Playbooks;

/// <summary>What a run's folder holds, read from its log, which is the truth: of a run that ended, one under way, or one whose process was killed.</summary>
public sealed record StoredRun
{
    /// <summary>Full path of the run's folder.</summary>
    public required string Folder { get; init; }

    /// <summary>What runs.</summary>
    public required LogHeader Header { get; init; }

    /// <summary>What was written after the header, in order.</summary>
    public IReadOnlyList<LogRecord> Records { get; init; } = [];

    /// <summary>Where the run stands. A run without an end whose process is gone is terminated.</summary>
    public required RunStatus Status { get; init; }

    /// <summary>The playbook's text as it was compiled, secrets masked; null: it is not in the folder.</summary>
    public string? SourceText { get; init; }

    /// <summary>Whether the run's process still holds its lock.</summary>
    public bool IsLive { get; init; }

    /// <summary>What is wrong with the log, a sentence each: a torn last line, a damaged line, a gap in the ids.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>The actions, in order.</summary>
    public IEnumerable<ActionRecord> Actions => Records.OfType<ActionRecord>();

    /// <summary>The end; null: the run did not come to it.</summary>
    public EndRecord? End => Records.Count > 0 ? Records[^1] as EndRecord : null;

    /// <summary>Reads a run's folder, also while the run goes on.</summary>
    /// <param name="folder">The run's folder, as <see cref="PlaybookResult.RunFolder"/> names it.</param>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.NotFound"/>: the folder is not there, or holds no run's log. <see cref="ErrorCode.InvalidPath"/>: it is a link.</exception>
    /// <exception cref="IOException">The file system did not give what is there.</exception>
    public static StoredRun Read(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        return StoredRunReader.Read(folder);
    }

    /// <summary>Reads where a run stands, without reading the log of one that has ended.</summary>
    /// <param name="folder">The run's folder, as <see cref="PlaybookResult.RunFolder"/> names it.</param>
    /// <returns>The same as <see cref="Read"/> gives as <see cref="Status"/>.</returns>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.NotFound"/>: the folder is not there, or holds no run. <see cref="ErrorCode.InvalidPath"/>: it is a link.</exception>
    /// <exception cref="IOException">The file system did not give what is there.</exception>
    public static RunStatus ReadStatus(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        return StoredRunReader.ReadStatus(folder);
    }
}

using Playbooks.Recording;
using Playbooks.RunFolder;
using Playbooks.RunFolder.Log;

namespace Playbooks;

/// <summary>Represents the content of a run's folder, read from its log. The run can have ended, be active, or have been killed.</summary>
public sealed record StoredRun
{
    /// <summary>Gets the full path of the run's folder.</summary>
    public required string Folder { get; init; }

    /// <summary>Gets the header of the log, which describes the run.</summary>
    public required LogHeader Header { get; init; }

    /// <summary>Gets the records after the header, in order.</summary>
    public IReadOnlyList<LogRecord> Records { get; init; } = [];

    /// <summary>Gets the status of the run. A run without an end whose process no longer exists is terminated.</summary>
    public required RunStatus Status { get; init; }

    /// <summary>Gets the text of the playbook as it was compiled, with secrets masked, or null if the folder does not contain it.</summary>
    public string? SourceText { get; init; }

    /// <summary>Gets whether the run's process still holds its lock.</summary>
    public bool IsLive { get; init; }

    /// <summary>Gets the defects of the log, one sentence each: a truncated last line, a damaged line, or a gap in the ids.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>Gets the actions, in order.</summary>
    public IEnumerable<ActionRecord> Actions => Records.OfType<ActionRecord>();

    /// <summary>Gets the end of the run, or null if the run did not end normally.</summary>
    public EndRecord? End => Records.Count > 0 ? Records[^1] as EndRecord : null;

    /// <summary>Returns the command that opens the run's trace on this machine, as a single line for the shell, or null if the folder contains no trace.</summary>
    public string? FindTraceCommand()
    {
        var trace = Path.Combine(Folder, RunFiles.Trace);
        return Folder.Length > 0 && File.Exists(trace) ? TraceCommand.For(trace) : null;
    }

    /// <summary>Reads a run's folder. The run can be active.</summary>
    /// <param name="folder">The folder of the run, as in <see cref="PlaybookResult.RunFolder"/>.</param>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.NotFound"/>: the folder does not exist or contains no log of a run. <see cref="ErrorCode.InvalidPath"/>: the folder is a link.</exception>
    /// <exception cref="IOException">The file system could not read the files.</exception>
    public static StoredRun Read(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        return StoredRunReader.Read(folder);
    }

    /// <summary>Reads only the header of a run's log.</summary>
    /// <param name="folder">The folder of the run, as in <see cref="PlaybookResult.RunFolder"/>.</param>
    /// <returns>The header, or null if the folder does not exist or contains no readable log.</returns>
    /// <exception cref="IOException">The file system could not read the log.</exception>
    public static LogHeader? FindHeader(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        return ActionLogReader.TryReadHeader(Path.Combine(folder, RunFiles.Log));
    }

    /// <summary>Reads the status of a run. The log is not read if the run has ended.</summary>
    /// <param name="folder">The folder of the run, as in <see cref="PlaybookResult.RunFolder"/>.</param>
    /// <returns>The same status that <see cref="Read"/> returns in <see cref="Status"/>.</returns>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.NotFound"/>: the folder does not exist or contains no run. <see cref="ErrorCode.InvalidPath"/>: the folder is a link.</exception>
    /// <exception cref="IOException">The file system could not read the files.</exception>
    public static RunStatus ReadStatus(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        return StoredRunReader.ReadStatus(folder);
    }
}

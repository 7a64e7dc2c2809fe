using System.Globalization;
using System.Text;
using System.Text.Json;
using Playbooks.RunFolder.Log;

namespace Playbooks.Server.Tests.Streaming;

/// <summary>A run's log that a test writes, in a folder whose lock it holds, as a run of another process does.</summary>
internal sealed class MadeLog : IDisposable
{
    private readonly FileStream log;
    private FileStream? held;
    private long lastId;

    public MadeLog(string root, string runId, DateTimeOffset? startedAt = null, int epoch = 1)
    {
        RunId = runId;
        Folder = Directory.CreateDirectory(Path.Combine(root, runId)).FullName;
        held = new(Path.Combine(Folder, "run.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        log = new(Path.Combine(Folder, RunFiles.Log), FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        Write(string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"schema":1,"run_id":"{{runId}}","original_id":"{{runId}}","playbook":"greet","playbook_name":"Greet","epoch":{{epoch}},"source_path":"/greet.playbook.yaml","step_count":3,"parameters":[],"started_at":"{{startedAt ?? MadeEvents.Began:O}}","process_id":1}"""));
    }

    public string RunId { get; }

    /// <summary>The run's folder.</summary>
    public string Folder { get; }

    /// <summary>What was written after the header, a line each.</summary>
    public List<string> Lines { get; } = [];

    /// <summary>Appends so many actions.</summary>
    public MadeLog Act(int count, string text = "#greeting")
    {
        for (var left = count; left > 0; left--)
        {
            lastId++;
            Append(MadeEvents.Action(lastId, text));
        }

        return this;
    }

    /// <summary>Appends the end, with what a run that has ended leaves, and gives the lock back.</summary>
    public MadeLog End()
    {
        lastId++;
        Append(new EndRecord { Id = lastId, Timestamp = MadeEvents.Began.AddMilliseconds(lastId), Status = RunState.Completed, Outcome = Outcome.Passed, ActionCount = (int)lastId - 1, DurationMs = lastId });
        Leave();
        File.WriteAllText(Path.Combine(Folder, RunFiles.Status), LogJson.Write(StoredRun.Read(Folder).Status with { Problems = [] }));
        return this;
    }

    /// <summary>Gives the lock back, as a process does that is killed.</summary>
    public MadeLog Leave()
    {
        held?.Dispose();
        held = null;
        return this;
    }

    public void Dispose()
    {
        Leave();
        log.Dispose();
    }

    private void Append(LogRecord record)
    {
        var line = JsonSerializer.Serialize(record, LogJson.Record);
        Lines.Add(line);
        Write(line);
    }

    private void Write(string line) => log.Write(Encoding.UTF8.GetBytes(line + "\n"));
}

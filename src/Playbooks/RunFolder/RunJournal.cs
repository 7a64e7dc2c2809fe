using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Playbooks.Guarding.Secrets;
using Playbooks.RunFolder.Log;
using Playbooks.RunFolder.Status;
using Playbooks.Texts;

namespace Playbooks.RunFolder;

/// <summary>
/// Maintains the files of a run's folder: its lock, its log, its status, and the text of its playbook. A failure to write is reported once,
/// in <see cref="Problems"/> and to the host's log, and never affects the outcome of the run.
/// </summary>
internal sealed class RunJournal(RunDirectory folder, RunOptions options, SecretMask mask, string? caseName = null) : IStepListener, IDisposable
{
    private static readonly TimeSpan WorthNoting = TimeSpan.FromSeconds(1);

    private readonly ILogger logger = options.Logger ?? NullLogger.Instance;
    private readonly Lock gate = new();
    private readonly StepRecords steps = new();
    private readonly List<string> problems = [];
    private readonly Disk disk = options.Disk ?? Disk.Real;
    private readonly LimitedWrites writes = new(options.Disk ?? Disk.Real);
    private ValueFiles? values;
    private RunLock? held;
    private ActionLog? log;
    private StatusTally? tally;
    private StatusWriter? statuses;
    private long began;
    private bool running;
    private string? refused;
    private int unwritten;
    private bool isFenced;
    private bool isStatusLate;
    private bool isDisposed;

    /// <summary>Gets or sets the callback that is called once if another process has taken over the run, so that this run ends.</summary>
    public Action<PlaybookException>? TakenOver { get; set; }

    /// <summary>Gets whether this run still owns the folder, so that more evidence can be written.</summary>
    public bool IsOwner => log is not null && !isFenced;

    /// <summary>Gets whether a write to the disk currently exceeds its time limit.</summary>
    public bool IsStalled => writes.IsStalled;

    /// <summary>Gets what could not be written, one sentence each.</summary>
    public IReadOnlyList<string> Problems
    {
        get
        {
            lock (gate)
            {
                return [.. problems];
            }
        }
    }

    /// <summary>Gets a tail that follows the run's log, or null if there is no log.</summary>
    public ActionLogTail? Tail => log is null ? null : new(folder.Path, options.TimeProvider, log);

    /// <summary>Adds a problem with other evidence of the run that could not be written or cleaned up.</summary>
    /// <param name="problem">A complete sentence.</param>
    public void Report(string problem)
    {
        problem = mask.Apply(problem);
        lock (gate)
        {
            problems.Add(problem);
        }

        logger.EvidenceNotWritten(Path.GetFileName(folder.Path), problem);
    }

    /// <summary>Creates the folder, its lock, the log with its header, and the first status. The files of an earlier run with the same id are kept aside.</summary>
    /// <param name="started">The run.</param>
    /// <param name="baseUrl">The URL that relative URLs resolve against, or null.</param>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.RunConflict"/>: a run with the same id is active. Any other failure is added to <see cref="Problems"/>.</exception>
    public void Start(RunStarted started, string? baseUrl)
    {
        began = options.TimeProvider.GetTimestamp();
        folder.ThrowIfLost = null;
        try
        {
            held = writes.Run(() => RunLock.Take(folder.Create()));
            var epoch = writes.Run(new EarlierRun(folder.Path).SetAside);
            var header = LogHeaders.Create(started, caseName, baseUrl, epoch, mask);
            tally = new(header);
            values = new(folder, disk);
            statuses = new(new(folder.Path, disk, held.ThrowIfLost), Remember);
            log = writes.Run(() => ActionLog.Create(Path.Combine(folder.Path, RunFiles.Log), header, options.TimeProvider, disk));
            folder.ThrowIfLost = held.ThrowIfLost;
        }
        catch (Exception failure) when (failure is not PlaybookException { Code: ErrorCode.RunConflict })
        {
            Remember(failure);
            return;
        }

        var source = mask.Apply(started.Playbook.Source.ReadText());
        Try(() => WriteNew(RunFiles.Source, source));
        WriteStatus(static status => status);
    }

    /// <summary>Ends the waiting time, which does not count toward the duration of the run.</summary>
    /// <param name="waited">The waiting time.</param>
    public void Begin(TimeSpan waited)
    {
        began = options.TimeProvider.GetTimestamp();
        if (waited >= WorthNoting)
        {
            Note("queue", $"The run was queued for {waited.InWords()} until a browser was available.");
        }
    }

    /// <summary>Records the navigation to the start page.</summary>
    /// <param name="url">The URL of the start page.</param>
    /// <param name="duration">The duration of the navigation.</param>
    /// <param name="failure">The masked failure, or null if the page was opened.</param>
    /// <param name="screenshot">The full path of the screenshot, or null.</param>
    public void StartPage(string url, TimeSpan duration, FailureDetails? failure, string? screenshot) =>
        Append([StepRecords.StartPage(mask.Apply(url), duration, failure, screenshot)]);

    /// <summary>Records a note for people.</summary>
    /// <param name="topic">The topic in one word.</param>
    /// <param name="message">A complete sentence.</param>
    public void Note(string topic, string message) => Append([new NoteRecord { Topic = topic, Message = mask.Apply(message) }]);

    public void OnNote(RunNote noted) => Append([new NoteRecord { Topic = noted.Topic, Path = noted.Path, Message = mask.Apply(noted.Message) }]);

    public void OnStepStarted(StepStarted started)
    {
        steps.Begin(started);
        if (!running)
        {
            running = true;
            WriteStatus(static status => status with { Status = RunState.Running });
        }
    }

    public void OnAttemptFailed(AttemptFailed failed) => Append(steps.Of(failed));

    public void OnRecoveryStarted(StepResult failed) => Append(steps.BeforeRecovery(failed));

    public void OnRecoveryActed(RecoveryActed acted) => Append([StepRecords.From(acted)]);

    public void OnRecoveryEnded(RecoveryEnded recovery) => Append([StepRecords.From(recovery)]);

    public void OnStepEnded(StepResult step) => Append(steps.Of(step));

    /// <summary>Writes the end of the log, and the status, which is final except for recordings.</summary>
    public void End(PlaybookResult result)
    {
        lock (gate)
        {
            Append([EndRecords.Create(result, tally?.Actions ?? 0)]);
            if (log?.FlushFailure is { } failure)
            {
                Remember(failure);
            }
        }

        WriteStatus(static status => status with { Finalizing = true });
    }

    /// <summary>Writes the final status, after all files of the folder are written.</summary>
    /// <param name="artifacts">The files of the folder.</param>
    public void Commit(IReadOnlyList<Artifact> artifacts) => WriteStatus(status => status with { Artifacts = artifacts });

    /// <summary>Completes when the last status is on the disk, could not be written, or takes too long.</summary>
    public async Task StatusWrittenAsync()
    {
        if (statuses is null || isStatusLate)
        {
            return;
        }

        try
        {
            await statuses.WrittenAsync().WaitAsync(disk.Limit).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // Waited for only once: a disk that hangs would otherwise delay the end of the run again and again.
            isStatusLate = true;
            Remember(writes.TimedOut());
        }
    }

    /// <summary>Closes the log and releases the lock after the status is written. If the disk hangs, this happens in the background.</summary>
    public void Dispose()
    {
        if (isDisposed)
        {
            return;
        }

        isDisposed = true;
        folder.ThrowIfLost = null;
        StatusWrittenAsync().GetAwaiter().GetResult();
        try
        {
            writes.Run(Close);
        }
        catch (TimeoutException)
        {
            log?.Abandon();
            writes.Post(Close);
        }

        writes.Dispose();
    }

    /// <summary>Executes an operation on the run's folder with a time limit, so that it cannot block the run.</summary>
    /// <exception cref="TimeoutException">The operation did not complete in time.</exception>
    public T InTime<T>(Func<T> act) => writes.Run(act);

    private void Close()
    {
        log?.Dispose();
        held?.Dispose();
    }

    private void Append(IEnumerable<LogRecord> records)
    {
        lock (gate)
        {
            foreach (var record in records)
            {
                var logged = record;
                var isWritten = log is { IsComplete: false } && Try(() => Append(logged = values!.Shorten(record)));
                if (log is not null && !isWritten)
                {
                    unwritten++;
                }

                if (values?.Failure is { } failure)
                {
                    Remember(failure);
                }

                // The log is the source of truth, but the end of the run is signaled even if it cannot be written.
                if (isWritten || record is EndRecord)
                {
                    tally?.Add(logged);
                }
            }
        }
    }

    private void Append(LogRecord record)
    {
        if (unwritten > 0)
        {
            log!.Append(new NoteRecord { Topic = "evidence", Message = $"{unwritten} record(s) before this one could not be written. {refused}" });
            unwritten = 0;
        }

        log!.Append(record);
    }

    private void WriteStatus(Func<RunStatus, RunStatus> change)
    {
        lock (gate)
        {
            if (log is null)
            {
                return;
            }

            var status = tally!.ToStatus();
            statuses!.Post(change(status with
            {
                DurationMs = status.Result is null ? options.TimeProvider.GetElapsedTime(began).TotalMilliseconds : status.DurationMs,
                Problems = [.. problems],
            }));
        }
    }

    private void WriteNew(string name, string text)
    {
        using var file = new FileStream(Path.Combine(folder.Path, name), FileMode.CreateNew, FileAccess.Write, FileShare.Read);
        file.Write(Encoding.UTF8.GetBytes(text));
    }

    private bool Try(Action write)
    {
        try
        {
            if (isFenced)
            {
                return false;
            }

            writes.Run(() =>
            {
                held!.ThrowIfLost();
                write();
            });
            return true;
        }
        catch (Exception failure)
        {
            // Any exception is caught, because evidence never decides the outcome of a run. (In .NET, a file that grows too large is not an IOException.)
            Remember(failure);
            return false;
        }
    }

    // One cause makes many writes fail, but is reported once.
    private void Remember(Exception failure)
    {
        if (failure is PlaybookException { Code: ErrorCode.RunConflict } lost && !isFenced)
        {
            isFenced = true;
            TakenOver?.Invoke(lost);
        }

        lock (gate)
        {
            if (refused is not null)
            {
                return;
            }

            var problem = EvidenceProblem.Describe(folder.Path, failure);
            refused = problem;
            problems.Add(problem);
            logger.EvidenceNotWritten(Path.GetFileName(folder.Path), problem);
        }
    }
}

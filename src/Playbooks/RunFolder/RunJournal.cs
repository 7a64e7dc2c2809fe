using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Playbooks.Guarding.Secrets;
using Playbooks.RunFolder.Log;
using Playbooks.RunFolder.Status;
using Playbooks.Texts;

namespace Playbooks.RunFolder;

/// <summary>
/// Keeps a run's folder: its lock, its log, its status, its playbook's text. What cannot be written is told once, in
/// <see cref="Problems"/> and to the host's log, and never changes what becomes of the run.
/// </summary>
internal sealed class RunJournal(RunDirectory folder, RunOptions options, SecretMask mask) : IStepListener, IDisposable
{
    private static readonly TimeSpan WorthNoting = TimeSpan.FromSeconds(1);

    private readonly ILogger logger = options.Logger ?? NullLogger.Instance;
    private readonly Lock gate = new();
    private readonly StepRecords steps = new();
    private readonly List<string> problems = [];
    private readonly Disk disk = options.Disk ?? Disk.Real;
    private readonly LimitedWrites writes = new((options.Disk ?? Disk.Real).Limit);
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

    /// <summary>Receives, once, that another process has taken the run over, so that this one ends.</summary>
    public Action<PlaybookException>? TakenOver { get; set; }

    /// <summary>Whether the folder is this run's, so that more evidence may be written.</summary>
    public bool IsOwner => log is not null && !isFenced;

    /// <summary>Whether the disk holds a write at the moment that should have ended long ago.</summary>
    public bool IsStalled => writes.IsStalled;

    /// <summary>What could not be written, a sentence each.</summary>
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

    /// <summary>Follows the run's log; null: there is none.</summary>
    public ActionLogTail? Tail => log is null ? null : new(folder.Path, options.TimeProvider, log);

    /// <summary>Something else of the run's evidence could not be written, or could not be cleaned up.</summary>
    /// <param name="problem">The whole sentence.</param>
    public void Report(string problem)
    {
        problem = mask.Apply(problem);
        lock (gate)
        {
            problems.Add(problem);
        }

        logger.EvidenceNotWritten(Path.GetFileName(folder.Path), problem);
    }

    /// <summary>Makes the folder, its lock, the log with its header, and the first status; what an earlier run of this id wrote is kept aside.</summary>
    /// <param name="started">What runs.</param>
    /// <param name="baseUrl">What relative URLs resolve against; null: nothing.</param>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.RunConflict"/>: a run of this id is under way. All else that goes wrong is a problem.</exception>
    public void Start(RunStarted started, string? baseUrl)
    {
        began = options.TimeProvider.GetTimestamp();
        folder.ThrowIfLost = null;
        try
        {
            held = writes.Run(() => RunLock.Take(folder.Create()));
            var epoch = writes.Run(new EarlierRun(folder.Path).SetAside);
            var header = LogHeaders.Create(started, options.Case, baseUrl, epoch, mask);
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

    /// <summary>What was before was waiting, which is no part of the run's duration.</summary>
    /// <param name="waited">How long it was.</param>
    public void Begin(TimeSpan waited)
    {
        began = options.TimeProvider.GetTimestamp();
        if (waited >= WorthNoting)
        {
            Note("queue", $"The run waited {waited.InWords()} for its turn and its browser.");
        }
    }

    /// <summary>The start page was opened, or was not.</summary>
    /// <param name="url">Its URL.</param>
    /// <param name="duration">How long it took.</param>
    /// <param name="failure">Why it was not opened, masked; null: it was.</param>
    /// <param name="screenshot">Full path of the screenshot of it; null: none.</param>
    public void StartPage(string url, TimeSpan duration, FailureDetails? failure, string? screenshot) =>
        Append([StepRecords.StartPage(mask.Apply(url), duration, failure, screenshot)]);

    /// <summary>Writes down something that a person should know of.</summary>
    /// <param name="topic">What it is about, in one word.</param>
    /// <param name="message">A sentence.</param>
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

    public void OnRecoveryEnded(RecoveryEnded recovery) => Append(StepRecords.Of(recovery));

    public void OnStepEnded(StepResult step) => Append(steps.Of(step));

    /// <summary>Writes the log's end, and the status: it is final but for what is recorded.</summary>
    public void End(PlaybookResult result)
    {
        lock (gate)
        {
            Append([EndRecords.Of(result, tally?.Actions ?? 0)]);
            if (log?.FlushFailure is { } failure)
            {
                Remember(failure);
            }
        }

        WriteStatus(static status => status with { Finalizing = true });
    }

    /// <summary>Writes the final status: all of the folder's files are there.</summary>
    /// <param name="artifacts">The files.</param>
    public void Commit(IReadOnlyList<Artifact> artifacts) => WriteStatus(status => status with { Artifacts = artifacts });

    /// <summary>Ends when the status that was written last is on the disk, could not be written, or takes too long.</summary>
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
            // Waited for once: a disk that stalls for long would hold the run's end again and again.
            isStatusLate = true;
            Remember(writes.TimedOut());
        }
    }

    /// <summary>Closes the log and gives the lock back, once the status is written. On a stalled disk that is left to the disk.</summary>
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

    /// <summary>Does something with the run's folder that may not hold the run.</summary>
    /// <exception cref="TimeoutException">It did not end in time.</exception>
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

                // The log is the truth; but that the run has ended is told all the same.
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
            // Whatever it is: evidence never decides over a run. (A file that grows too large is no IOException in .NET.)
            Remember(failure);
            return false;
        }
    }

    // One cause fails many writes; one sentence says it.
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

using Playbooks.Guarding.Secrets;
using Playbooks.RunFolder;
using Playbooks.RunFolder.Log;

namespace Playbooks.Benchmarks.Log;

/// <summary>The journal of a run without a browser.</summary>
internal sealed class MadeJournal : IDisposable
{
    private readonly RunJournal journal;

    private MadeJournal(RunJournal journal) => this.journal = journal;

    /// <summary>Is told of steps, and writes them down.</summary>
    public IStepListener Steps => journal;

    /// <summary>Follows the log.</summary>
    public ActionLogTail Tail => journal.Tail!;

    /// <summary>Begins a run.</summary>
    public static MadeJournal Begin(RunDirectory folder)
    {
        var journal = new RunJournal(folder, new(), new SecretMask(["hunter2"]));
        journal.Start(new(MadeSteps.Playbook, Path.GetFileName(folder.Path), [], DateTimeOffset.UnixEpoch), null);
        return new(journal);
    }

    /// <summary>Has so many steps pass.</summary>
    public void Pass(int steps)
    {
        for (var number = 0; number < steps; number++)
        {
            Steps.OnStepStarted(MadeSteps.Started);
            Steps.OnStepEnded(MadeSteps.Ended);
        }
    }

    /// <summary>Writes the end.</summary>
    public void End() => journal.End(new(SecretMask.None) { Playbook = MadeSteps.Playbook, Outcome = Outcome.Passed, RunId = "made", RunFolder = string.Empty });

    /// <summary>Writes the final status.</summary>
    public void Commit() => journal.Commit([]);

    public void Dispose() => journal.Dispose();
}

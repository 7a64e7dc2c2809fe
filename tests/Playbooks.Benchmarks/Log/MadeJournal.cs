using System.Reflection;
using Playbooks.Guarding.Secrets;
using Playbooks.RunFolder;
using Playbooks.RunFolder.Log;

namespace Playbooks.Benchmarks.Log;

/// <summary>The journal of a run without a browser.</summary>
/// <remarks>This assembly's own playbooks are compiled as a user's are, so it can be no friend of the runtime; what is measured are plain calls.</remarks>
internal sealed class MadeJournal : IDisposable
{
    private static readonly Type Journal = typeof(RunDirectory).Assembly.GetType("Playbooks.RunFolder.RunJournal", throwOnError: true)!;

    private readonly object journal;

    private MadeJournal(object journal) => this.journal = journal;

    /// <summary>Is told of steps, and writes them down.</summary>
    public IStepListener Steps => (IStepListener)journal;

    /// <summary>Follows the log.</summary>
    public ActionLogTail Tail => (ActionLogTail)Journal.GetProperty("Tail")!.GetValue(journal)!;

    /// <summary>Begins a run.</summary>
    public static MadeJournal Begin(RunDirectory folder)
    {
        var journal = Activator.CreateInstance(Journal, folder, new RunOptions(), new SecretMask(["hunter2"]))!;
        Journal.GetMethod("Start")!.Invoke(journal, [new RunStarted(MadeSteps.Playbook, Path.GetFileName(folder.Path), [], DateTimeOffset.UnixEpoch), null]);
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
    public void End()
    {
        var made = (PlaybookResult)Activator.CreateInstance(typeof(PlaybookResult), BindingFlags.Instance | BindingFlags.NonPublic, null, [SecretMask.None], null)!;
        Journal.GetMethod("End")!.Invoke(journal, [made with { Playbook = MadeSteps.Playbook, Outcome = Outcome.Passed, RunId = "made" }]);
    }

    /// <summary>Makes the run final.</summary>
    public void Commit() => Journal.GetMethod("Commit")!.Invoke(journal, [Array.Empty<Artifact>()]);

    public void Dispose() => ((IDisposable)journal).Dispose();
}

using Playbooks.Guarding.Secrets;
using Playbooks.RunFolder;
using Playbooks.RunFolder.Finalizing;
using Playbooks.Tests.Runs;

namespace Playbooks.Tests.Children;

/// <summary>Asks of a run whether it is live, finalizes what is lost, and starts the run again.</summary>
internal static class AskingChild
{
    public static async Task RunAsync(string root, string runId)
    {
        Console.WriteLine($"live: {RunLock.IsHeld(Path.Combine(root, runId))}");
        Console.WriteLine($"finalized: {string.Join(' ', (await new LostRuns(root).FinalizeAsync()).RunIds)}");
        using var journal = new RunJournal(new(root, runId), new(), SecretMask.None);
        try
        {
            journal.Start(MadeRun.Started(runId), null);
            Console.WriteLine($"start: {StoredRun.Read(Path.Combine(root, runId)).Header.Epoch}");
        }
        catch (PlaybookException refused)
        {
            Console.WriteLine($"start: {refused.Code.WireText()}");
        }
    }
}

using Playbooks.Guarding.Secrets;
using Playbooks.RunFolder;
using Playbooks.Tests.Runs;

namespace Playbooks.Tests.Children;

/// <summary>Runs so many steps, says after each that it is done, and then waits until its input ends.</summary>
internal static class RunningChild
{
    public static void Run(string root, string runId, int steps)
    {
        using var journal = new RunJournal(new(root, runId), new(), SecretMask.None);
        journal.Start(MadeRun.Started(runId), null);
        Console.WriteLine("started");
        for (var number = 1; number <= steps; number++)
        {
            journal.OnStepStarted(MadeRun.Begins(number));
            journal.OnStepEnded(MadeRun.Passes(number));
            Console.WriteLine(number);
        }

        Console.In.ReadToEnd();
    }
}

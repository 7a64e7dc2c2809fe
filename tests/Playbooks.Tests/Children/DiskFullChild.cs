using System.Runtime.InteropServices;
using Playbooks.Guarding.Secrets;
using Playbooks.RunFolder;
using Playbooks.Tests.Runs;

namespace Playbooks.Tests.Children;

/// <summary>A run whose files must not grow for a while: the system takes half a line and refuses the rest, as on a full disk.</summary>
internal static class DiskFullChild
{
    private const int FileSize = 1;
    private const PosixSignal FileSizeExceeded = (PosixSignal)25;

    public static void Run(string root, string runId)
    {
        var folder = new RunDirectory(root, runId);
        // Else the system ends the process, instead of failing its write.
        using var ignored = PosixSignalRegistration.Create(FileSizeExceeded, static context => context.Cancel = true);
        using var journal = new RunJournal(folder, new(), SecretMask.None);
        journal.Start(MadeRun.Started(runId), null);
        Pass(journal, 1, 5);
        Limit((ulong)new FileInfo(Path.Combine(folder.Path, "actions.jsonl")).Length + 1000);
        Pass(journal, 6, 20);
        Limit(ulong.MaxValue);
        Pass(journal, 21, 25);
        journal.End(MadeRun.Result(folder));
        journal.Commit([]);
        foreach (var problem in journal.Problems)
        {
            Console.WriteLine(problem);
        }
    }

    private static void Pass(RunJournal journal, int first, int last)
    {
        for (var number = first; number <= last; number++)
        {
            journal.OnStepStarted(MadeRun.Begins(number));
            journal.OnStepEnded(MadeRun.Passes(number));
        }
    }

    private static void Limit(ulong bytes)
    {
        var limit = new ResourceLimit { Soft = bytes, Hard = ulong.MaxValue };
        if (SetLimit(FileSize, in limit) != 0)
        {
            throw new InvalidOperationException($"setrlimit failed with {Marshal.GetLastPInvokeError()}.");
        }
    }

    [DllImport("libc", EntryPoint = "setrlimit", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetLimit(int resource, in ResourceLimit limit);

    [StructLayout(LayoutKind.Sequential)]
    private struct ResourceLimit
    {
        public ulong Soft;
        public ulong Hard;
    }
}

using System.Globalization;
using Playbooks.Tests.Children;

// Processes that tests start are this assembly again, with a command as its first argument; see ChildProcess.
switch (args)
{
    case ["run", var root, var runId, var steps]:
        RunningChild.Run(root, runId, int.Parse(steps, CultureInfo.InvariantCulture));
        return 0;
    case ["fill-disk", var root, var runId]:
        DiskFullChild.Run(root, runId);
        return 0;
    case ["ask", var root, var runId]:
        await AskingChild.RunAsync(root, runId);
        return 0;
    default:
        await Console.Error.WriteLineAsync("Run these tests with `dotnet test`.");
        return 2;
}

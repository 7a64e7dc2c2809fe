using Playbooks.Server.Tests.Children;

// Processes that tests start are this assembly again, with a command as its first argument; see ChildProcess.
switch (args)
{
    case ["serve", var root, var shop]:
        await ServiceChild.RunAsync(root, shop);
        return 0;
    case ["gateway", var root, var worker]:
        await GatewayChild.RunAsync(root, worker);
        return 0;
    default:
        await Console.Error.WriteLineAsync("Run these tests with `dotnet test`.");
        return 2;
}

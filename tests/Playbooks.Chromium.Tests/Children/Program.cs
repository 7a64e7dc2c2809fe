using Playbooks.Tests.Children;

// Processes that tests start are this assembly again, with a command as its first argument; see ChildProcess.
switch (args)
{
    case ["browse", var root, .. var runIds]:
        await BrowsingChild.RunAsync(root, runIds);
        return 0;
    case ["fail", var root]:
        await FailingChild.RunAsync(root);
        return 0;
    case ["log-in", var root, var baseUrl]:
        await LoginChild.RunAsync(root, baseUrl);
        return 0;
    default:
        await Console.Error.WriteLineAsync("Run these tests with `dotnet test`.");
        return 2;
}

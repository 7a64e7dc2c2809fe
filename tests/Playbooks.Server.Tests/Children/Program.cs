// Processes that tests start are this assembly again, told what to do; see ChildProcess.
switch (args)
{
    default:
        await Console.Error.WriteLineAsync("Run these tests with `dotnet test`.");
        return 2;
}

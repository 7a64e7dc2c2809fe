using Playbooks;

[assembly: PlaybookSetup(typeof(Orders.Setup))]

namespace Orders;

/// <summary>The shop that every side uses.</summary>
public sealed class Setup : IPlaybookSetup
{
    public ValueTask<RunOptions> StartAsync(CancellationToken cancellationToken) =>
        new(new RunOptions { BaseUrl = Environment.GetEnvironmentVariable("BASE_URL") });

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

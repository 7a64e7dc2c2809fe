using Playbooks.Server.Tests.Service;

namespace Playbooks.Server.Tests;

public sealed class PlaybookListTests
{
    [Fact]
    public async Task The_catalog_can_be_asked_for()
    {
        await using var service = await RunningService.StartAsync();

        Assert.Contains("\"id\":\"greet\"", await service.Client.GetStringAsync("/playbooks"), StringComparison.Ordinal);
    }
}

using Orders.Tests.Demo;

namespace Orders.Tests;

public sealed class DemonstrationTests
{
    [Fact]
    public void Every_playbook_is_shown() => Assert.Empty(Demonstration.Forgotten());
}

namespace Playbooks.Xunit.Tests;

public class RunningSetupTests
{
    [Fact]
    public async Task An_assembly_without_a_setup_runs_with_the_default_options()
    {
        await using var setup = await RunningSetup.StartAsync(typeof(object).Assembly);
        Assert.Null(setup.Options.BaseUrl);
        Assert.False(setup.Browser.Headed);
    }

    [Fact]
    public async Task The_setups_options_and_browser_are_the_runs()
    {
        await using var setup = await RunningSetup.StartAsync(Naming(typeof(GoodSetup)));
        Assert.Equal("http://good.test", setup.Options.BaseUrl);
        Assert.True(setup.Browser.Headed);
    }

    [Theory]
    [InlineData(typeof(string))]
    [InlineData(typeof(IPlaybookSetup))]
    [InlineData(typeof(NeedsAValue))]
    public async Task A_type_that_cannot_be_a_setup_is_named(Type type)
    {
        var error = await Assert.ThrowsAsync<PlaybookException>(() => RunningSetup.StartAsync(Naming(type)));
        Assert.Equal(ErrorCode.SetupFailed, error.Code);
        Assert.Contains($"PlaybookSetup(typeof({type.Name}))", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_setup_that_does_not_start_says_why()
    {
        var error = await Assert.ThrowsAsync<PlaybookException>(() => RunningSetup.StartAsync(Naming(typeof(BrokenSetup))));
        Assert.Contains("The setup BrokenSetup of Made", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("failed to start: the port is taken", error.Message, StringComparison.Ordinal);
    }

    private static System.Reflection.Assembly Naming(Type type) => MadeAssembly.With(typeof(PlaybookSetupAttribute), type);

    public class GoodSetup : IPlaybookSetup
    {
        public Browsing.BrowserOptions Browser => new() { Headed = true };

        public virtual ValueTask<RunOptions> StartAsync(CancellationToken cancellationToken) => ValueTask.FromResult(new RunOptions { BaseUrl = "http://good.test" });

        public ValueTask DisposeAsync()
        {
            GC.SuppressFinalize(this);
            return ValueTask.CompletedTask;
        }
    }

    public sealed class BrokenSetup : GoodSetup
    {
        public override ValueTask<RunOptions> StartAsync(CancellationToken cancellationToken) => throw new InvalidOperationException("the port is taken");
    }

    public sealed class NeedsAValue(string value) : GoodSetup
    {
        public override string ToString() => value;
    }
}

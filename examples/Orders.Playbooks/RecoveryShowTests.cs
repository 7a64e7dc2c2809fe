using Orders.Tests.Demo;
using Spectre.Console;

namespace Orders.Tests;

/// <summary>What <c>recover</c> shows.</summary>
public sealed class RecoveryShowTests
{
    [Fact]
    public async Task It_recovers_the_redesigned_page_and_suggests_the_change()
    {
        var root = Directory.CreateTempSubdirectory("orders-recovery-");
        var written = new StringWriter();
        var console = AnsiConsole.Create(new() { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(written) });
        console.Profile.Width = 1_000;
        try
        {
            var result = await new RecoveryShow(console).RunAsync(CancellationToken.None, root.FullName);

            Assert.True(result.Outcome == Outcome.Recovered, result.Report);
            Assert.Equal([Outcome.Recovered, Outcome.Recovered], result.Steps.Select(step => step.Outcome));
            Assert.Contains("The model is scripted: it needs no key and no network", written.ToString(), StringComparison.Ordinal);
            Assert.Contains("+    selector: { primary: 'role=button[name=\"Save shipping\"]', fallbacks: ['#save-shipping'] }", written.ToString(), StringComparison.Ordinal);
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }
}

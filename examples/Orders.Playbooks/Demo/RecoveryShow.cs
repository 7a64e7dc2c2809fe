using Orders.Tests.Playbooks;
using Playbooks.Agent;
using Playbooks.Browsing;
using Spectre.Console;

namespace Orders.Tests.Demo;

/// <summary>Shows a recovery: the page was redesigned, a model finds the elements, the run verifies each step, and the playbook can be healed.</summary>
internal sealed class RecoveryShow(IAnsiConsole console)
{
    private const int Redesigned = 2;

    /// <summary>Runs the playbook on the redesigned page.</summary>
    public async Task<PlaybookResult> RunAsync(CancellationToken cancellation, string? outputRoot = null)
    {
        await using var setup = new OrdersSetup();
        var options = await setup.StartAsync(cancellation);
        console.MarkupLineInterpolated($"[bold]Playbooks[/] for the redesigned order dashboard at [blue]{options.BaseUrl}[/]");
        console.MarkupLine("[yellow]The model is scripted: it needs no key and no network, and knows what to do. Everything else is real.[/]");
        await using var browser = await BrowserSession.StartAsync(
            new() { OnMessage = message => console.MarkupLineInterpolated($"[grey]{message}[/]") }, cancellation);

        using var model = new ScriptedModel();
        using var agent = new PlaybookAgent(model);
        PlaybookResult result = await new PlaybookRunner(options with { OutputRoot = outputRoot, Recovery = agent }).RunAsync(
            new ExpressShipping(new(Version: Redesigned)), browser.Browser, cancellationToken: cancellation);
        Write(result, model);
        return result;
    }

    private void Write(PlaybookResult result, ScriptedModel model)
    {
        console.WriteLine();
        foreach (var call in model.Calls)
        {
            console.MarkupLineInterpolated($"  [grey]model:[/] {call}");
        }

        foreach (var step in result.Steps)
        {
            console.MarkupLineInterpolated($"  step {step.Info.Path}: {step.Description}: [bold]{step.Outcome}[/]{(step.TakenOver ? " (verified by the run)" : string.Empty)}");
        }

        console.MarkupLineInterpolated($"  The run is [bold]{result.Outcome}[/]. {result.Error}");
        var patch = Path.Combine(result.RunFolder, RunFiles.HealPatch);
        if (File.Exists(patch))
        {
            console.WriteLine();
            console.WriteLine(File.ReadAllText(patch));
        }

        console.MarkupLineInterpolated($"  What happened: [blue]{Path.Combine(result.RunFolder, RunFiles.Recovery)}[/]");
    }
}

using System.Text;
using Orders.Tests.Demo;
using Spectre.Console;

Console.OutputEncoding = Encoding.UTF8;
using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};

// Redirected output is for files and pipelines: no colors, and no line wrapping.
var console = AnsiConsole.Console;
if (Console.IsOutputRedirected)
{
    console = AnsiConsole.Create(new() { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Interactive = InteractionSupport.No });
    console.Profile.Width = int.MaxValue;
}

if (args is ["serve", ..])
{
    await using var service = await PlaybookService.StartAsync(args is [_, var text, ..] && int.TryParse(text, out var port) ? port : PlaybookService.UsualPort, stop.Token);
    console.MarkupLineInterpolated($"[bold]Playbooks[/] for the order dashboard at [blue]{service.ShopUrl}[/]");
    console.MarkupLineInterpolated($"Start them and watch them at [blue]{service.Url}[/] (Ctrl+C stops it).");
    await service.WaitForShutdownAsync(stop.Token);
    return 0;
}

if (args is ["recover"])
{
    return (await new RecoveryShow(console).RunAsync(stop.Token)).Outcome == Outcome.Recovered ? 0 : 1;
}

foreach (var id in Demonstration.Forgotten())
{
    console.MarkupLine($"[red]{id} is not shown: add it to Demonstration.All.[/]");
    return 1;
}

try
{
    return await new Show(console, TimeProvider.System).RunAsync(Demonstration.All, stop.Token) ? 0 : 1;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    console.MarkupLine("[yellow]Stopped.[/]");
    return 130;
}
catch (PlaybookException notReady)
{
    console.MarkupLine($"[red]{Markup.Escape(notReady.Message)}[/]");
    return 1;
}

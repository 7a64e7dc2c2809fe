using System.Globalization;
using Spectre.Console;

namespace Orders.Tests.Demo;

/// <summary>Defines glyphs, colors, and units of the console output.</summary>
internal static class Look
{
    private const int TextWidth = 46;
    private const int ShortestText = 20;
    private static readonly string[] Spinner = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];

    /// <summary>Returns the line of a step, with further lines for notes and errors.</summary>
    /// <param name="step">The step.</param>
    /// <param name="running">How long the step has been running, or null.</param>
    public static string Step(StepLine step, TimeSpan running)
    {
        var (glyph, style) = step.State switch
        {
            StepState.Passed => ("✓", "green"),
            StepState.Flaky => ("✓", "yellow"),
            StepState.Warning => ("!", "yellow"),
            StepState.Failed => ("✗", "red"),
            StepState.Running => (Spinner[(int)(running.TotalMilliseconds / 80) % Spinner.Length], "blue"),
            _ => ("·", "grey"),
        };
        var indent = new string(' ', step.Depth * 3);
        var text = Markup.Escape(Fit(step.Text, Math.Max(ShortestText, TextWidth - indent.Length - Math.Max(0, step.Place.Length - 2))));
        var shown = step.State switch
        {
            StepState.Waiting => $"[grey]{text}[/]",
            StepState.Running => $"[bold]{text}[/]",
            _ => text,
        };
        var time = step.State switch
        {
            StepState.Waiting => "",
            StepState.Running => $"[blue]{Time(running),9}[/]",
            _ => Bar(step.Duration),
        };
        var line = $"  {indent}[{style}]{glyph}[/] [grey]{Markup.Escape(step.Place),2}[/]  {shown} {time}";
        var below = $"\n         {indent}";
        if (step.Seen is { } seen)
        {
            line += $"{below}[grey]↳ {Markup.Escape(seen)}[/]";
        }

        if (step.Note is { } note)
        {
            line += $"{below}[yellow]↳ {Markup.Escape(note)}[/]";
        }

        return step.Error is { } error ? line + $"{below}[{(step.State == StepState.Warning ? "yellow" : "red")}]{Markup.Escape(error)}[/]" : line;
    }

    public static string Time(TimeSpan time) => time.TotalSeconds < 1
        ? $"{time.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture)} ms"
        : $"{time.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture)} s";

    // The bar shows where the time went: an eighth of a cell is about 12 ms, and a second fills the bar.
    private static string Bar(TimeSpan time)
    {
        var cells = Math.Clamp(time.TotalSeconds * 10, 0.15, 10);
        var whole = (int)cells;
        var rest = " ▏▎▍▌▋▊▉"[(int)((cells - whole) * 8)];
        return $"[grey]{Time(time),9}[/] [blue]{new string('█', whole)}{(rest == ' ' ? "" : rest)}[/]";
    }

    private static string Fit(string text, int width) =>
        text.Length > width ? text[..(width - 1)] + "…" : text.PadRight(width);
}

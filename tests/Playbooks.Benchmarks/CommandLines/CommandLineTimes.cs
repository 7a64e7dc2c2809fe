using System.Diagnostics;
using System.Globalization;
using Playbooks.Benchmarks.Building;

namespace Playbooks.Benchmarks.CommandLines;

/// <summary>
/// How long a person waits: for the tool to start, for <c>validate</c> over 1,000 playbooks (aim: less than 2 s), and in an editor from a
/// keystroke to the findings in a file of 20 and of 500 steps (aim: less than 50 ms).
/// </summary>
internal static class CommandLineTimes
{
    private const int Files = 1000;
    private const int Keystrokes = 100;

    // They are slower, because the server's code is still being compiled.
    private const int FirstKeystrokes = 20;

    /// <summary>Measures so many rounds, and returns the medians.</summary>
    public static string Measure(int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("playbooks-validate-").FullName;
        var alone = Directory.CreateTempSubdirectory("playbooks-typing-");
        try
        {
            foreach (var (text, number) in RealisticPlaybooks.Make(Files).Select((text, index) => (text, index)))
            {
                File.WriteAllText(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"p{number}.playbook.yaml")), text);
            }

            var (start, validate) = (new List<double>(), new List<double>());
            for (var round = 0; round < rounds; round++)
            {
                start.Add(Run(folder, "--version"));
                validate.Add(Run(folder, "validate", "."));
            }

            return string.Create(CultureInfo.InvariantCulture, $"""
                start {start.Median():0} ms
                validate {Files} playbooks {validate.Median():0} ms
                {Keystroke(alone.FullName, 20)}
                {Keystroke(alone.FullName, 500)}
                """);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
            alone.Delete(recursive: true);
        }
    }

    private static double Run(string folder, params string[] arguments)
    {
        var began = Stopwatch.GetTimestamp();
        Command.Run(folder, "dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "Playbooks.Cli.dll"), .. arguments]);
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

    // Each round types another character, as an editor sends it: with the file's whole text.
    private static string Keystroke(string folder, int steps)
    {
        var step = "  - { action: extract, selector: \"#row-{order_id} .price\", description: Read the price, verify: { expect_text_on_page: Total } }\n";
        var text = "id: edited\nparameters:\n  - { name: order_id, type: int }\nsteps:\n" + string.Concat(Enumerable.Repeat(step, steps));
        using var editor = new TypingEditor(folder, text);
        var times = Enumerable.Range(1, Keystrokes).Select(number => editor.Type(text + "# " + new string('x', number)).TotalMilliseconds).ToList();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"keystroke to findings, {steps} steps: {times.Take(FirstKeystrokes).ToList().Median():0.0} ms (the first {FirstKeystrokes}), {times.Skip(FirstKeystrokes).ToList().Median():0.0} ms (the next {Keystrokes - FirstKeystrokes})");
    }
}

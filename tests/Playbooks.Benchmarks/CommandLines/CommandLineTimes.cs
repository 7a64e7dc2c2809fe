using System.Diagnostics;
using System.Globalization;
using Playbooks.Benchmarks.Building;
using Playbooks.Cli.LanguageServer.Documents;

namespace Playbooks.Benchmarks.CommandLines;

/// <summary>
/// How long a person waits: for the tool to start, for <c>validate</c> over 1,000 playbooks (aim: less than 2 s), and in an editor from a
/// keystroke to the findings in a file of 20 and of 500 steps (aim: less than 50 ms).
/// </summary>
internal static class CommandLineTimes
{
    private const int Files = 1000;

    /// <summary>Measures so many rounds, and returns the medians.</summary>
    public static string Measure(int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("playbooks-validate-").FullName;
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
                keystroke to findings, 20 steps: {Keystroke(20, rounds):0.0} ms
                keystroke to findings, 500 steps: {Keystroke(500, rounds):0.0} ms
                """);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static double Run(string folder, params string[] arguments)
    {
        var began = Stopwatch.GetTimestamp();
        Command.Run(folder, "dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "Playbooks.Cli.dll"), .. arguments]);
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

    // Each round types another character, as an editor sends it.
    private static double Keystroke(int steps, int rounds)
    {
        var step = "  - { action: extract, selector: \"#row-{order_id} .price\", description: Read the price, verify: { expect_text_on_page: Total } }\n";
        var text = "id: edited\nparameters:\n  - { name: order_id, type: int }\nsteps:\n" + string.Concat(Enumerable.Repeat(step, steps));
        var path = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"), "edited.playbook.yaml");
        var workspace = new Workspace();
        var times = new List<double>();
        for (var round = 0; round < rounds + 10; round++)
        {
            var began = Stopwatch.GetTimestamp();
            workspace.Set(new Uri(path).AbsoluteUri, round, text + "# " + new string('x', round));
            _ = workspace.Check(path, CancellationToken.None).Count;
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        // The first ones are compiled while they run.
        return times.Skip(10).ToList().Median();
    }
}

using System.Diagnostics;
using System.Globalization;

namespace Playbooks.Benchmarks.Generation;

/// <summary>
/// How long the generator takes after an edit of one playbook in a project of 100: without references, and with 50 referenced projects of 20
/// playbooks each, of which the edited playbook calls ten (aim: less than 30 ms).
/// </summary>
internal static class EditTimes
{
    private const int Playbooks = 100;
    private const int References = 50;
    private const int PlaybooksOfReference = 20;
    private const int Calls = 10;
    private const int Edited = 7;

    /// <summary>Measures so many edits of each kind, and returns the medians.</summary>
    public static string Measure(int rounds) => string.Create(CultureInfo.InvariantCulture, $"""
        an edit without references {Measure(rounds, 0).Edit:0.0} ms
        an edit with {References} references {Measure(rounds, References).Edit:0.0} ms, after a first run of {Measure(1, References).First:0} ms
        """);

    private static (double First, double Edit) Measure(int rounds, int references)
    {
        var compilation = MadeProject.Compilation.AddReferences(MadeReferences.Make(references, PlaybooksOfReference));
        var project = new MadeProject(MadePlaybooks.Make(Playbooks));
        var began = Stopwatch.GetTimestamp();
        var driver = project.Driver().RunGenerators(compilation);
        var first = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        var times = new List<double>();
        for (var round = 0; round < rounds + 10; round++)
        {
            var edited = project.Edit(driver, Edited, Text(round, references));
            began = Stopwatch.GetTimestamp();
            driver = edited.RunGenerators(compilation);
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        // An edit that calls nothing would be fast, too.
        var calls = driver.GetRunResult().GeneratedTrees.Count(static tree => tree.ToString().Contains("new global::Shop.Playbooks.Library", StringComparison.Ordinal));
        if (calls != Math.Min(references, 1))
        {
            throw new InvalidOperationException($"{calls} playbooks call those of references.");
        }

        // The first ones are compiled while they run.
        return (first, times.Skip(10).ToList().Median());
    }

    private static string Text(int round, int references)
    {
        var text = MadePlaybooks.Make(Edited, string.Create(CultureInfo.InvariantCulture, $"Edited {round} times"));
        var calls = string.Concat(Enumerable.Range(0, references).Take(Calls).Select(project =>
            $"  - run: {MadeReferences.IdOf(project, project)}\n    with: {{ order_id: \"{{order_id}}\", note: Called }}\n"));
        return text.Replace("cases:\n", calls + "cases:\n", StringComparison.Ordinal);
    }
}

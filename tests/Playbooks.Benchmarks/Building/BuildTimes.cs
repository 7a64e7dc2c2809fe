using System.Globalization;

namespace Playbooks.Benchmarks.Building;

/// <summary>
/// What 400 playbooks cost a build, beside an empty project by turns (aims: a build takes at most three times as long, cold and after
/// an edit, and the compiler less than 600 MB), and what the generator costs beside YamlDotNet alone (aim: less than twice as long).
/// </summary>
internal static class BuildTimes
{
    private const int Playbooks = 400;

    /// <summary>Measures so many rounds and gives the medians as a table.</summary>
    public static string Measure(int rounds)
    {
        var root = Directory.CreateTempSubdirectory("playbooks-build-").FullName;
        try
        {
            var texts = RealisticPlaybooks.Make(Playbooks);
            using var empty = new BuiltProject(root, "Empty", []);
            using var full = new BuiltProject(root, "Full", texts);
            var cold = new Comparison();
            var edit = new Comparison();
            var csharp = new Comparison();
            for (var round = 0; round < rounds; round++)
            {
                cold.Add(empty.BuildCold(), full.BuildCold());
                edit.Add(empty.BuildAfterCSharpEdit(), full.BuildAfterEdit(7));
                csharp.Add(empty.BuildAfterCSharpEdit(), full.BuildAfterCSharpEdit());
            }

            var (yaml, generator, csharpEdit) = GeneratorShare.Measure(texts);
            return string.Create(CultureInfo.InvariantCulture, $"""
                | build | empty project | {Playbooks} playbooks | times as long | compiler's processor time | compiler's peak memory |
                |---|---|---|---|---|---|
                {cold.Row("cold")}
                {edit.Row("after an edit to a playbook")}
                {csharp.Row("after an edit to C#")}
                generator {generator:0} ms, YamlDotNet alone {yaml:0} ms, {generator / yaml:0.00} times as long; again after an edit to C# {csharpEdit:0.0} ms
                """);
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private sealed class Comparison
    {
        private readonly List<BuildCost> empty = [];
        private readonly List<BuildCost> full = [];

        public void Add(BuildCost one, BuildCost other)
        {
            empty.Add(one);
            full.Add(other);
        }

        public string Row(string title)
        {
            var (one, other) = (Seconds(empty, cost => cost.Time), Seconds(full, cost => cost.Time));
            return string.Create(
                CultureInfo.InvariantCulture,
                $"| {title} | {one:0.0} s | {other:0.0} s | {other / one:0.0} | {Seconds(empty, cost => cost.Compiler):0.0} s, {Seconds(full, cost => cost.Compiler):0.0} s | {empty.Max(cost => cost.PeakMegabytes):0} MB, {full.Max(cost => cost.PeakMegabytes):0} MB |");
        }

        private static double Seconds(IEnumerable<BuildCost> costs, Func<BuildCost, TimeSpan> time) => costs.Select(cost => time(cost).TotalSeconds).ToList().Median();
    }
}

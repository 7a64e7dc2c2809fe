using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Playbooks.Benchmarks.Generation;
using YamlDotNet.Serialization;

namespace Playbooks.Benchmarks.Building;

/// <summary>The generator alone, in a warm process, beside YamlDotNet reading the same texts as objects.</summary>
internal static class GeneratorShare
{
    private const int WarmUps = 3;
    private const int Rounds = 9;

    /// <summary>The medians in milliseconds: YamlDotNet, the generator, and a run after an edit to C#.</summary>
    public static (double Yaml, double Generator, double CSharpEdit) Measure(string[] texts)
    {
        var deserializer = new DeserializerBuilder().Build();
        var yaml = new List<double>();
        var generator = new List<double>();
        var edit = new List<double>();
        GeneratorDriver generated = null!;
        for (var round = -WarmUps; round < Rounds; round++)
        {
            Add(yaml, round, () => Array.ForEach(texts, text => deserializer.Deserialize<object>(text)));
            Add(generator, round, () => generated = new MadeProject(texts).Driver().RunGenerators(MadeProject.Compilation));
            Add(edit, round, () => generated = generated.RunGenerators(MadeProject.Compilation.WithAssemblyName($"Edited{round}")));
        }

        return (yaml.Median(), generator.Median(), edit.Median());
    }

    private static void Add(List<double> times, int round, Action act)
    {
        var start = Stopwatch.GetTimestamp();
        act();
        if (round >= 0)
        {
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
    }
}

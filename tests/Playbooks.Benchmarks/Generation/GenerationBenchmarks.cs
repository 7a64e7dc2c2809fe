using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Playbooks.Language;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;
using YamlDotNet.Serialization;

namespace Playbooks.Benchmarks.Generation;

/// <summary>
/// 500 playbooks of 20 steps: all of them generated, beside the time that YamlDotNet alone needs to read them (as objects,
/// the way a program reads YAML; as a tree; as bare events), and one generated again after an edit.
/// </summary>
[MemoryDiagnoser]
public class GenerationBenchmarks
{
    private const int Playbooks = 500;

    private readonly string[] texts = MadePlaybooks.Make(Playbooks);
    private readonly IDeserializer deserializer = new DeserializerBuilder().Build();
    private readonly MadeProject project = new(MadePlaybooks.Make(Playbooks));
    private GeneratorDriver generated = null!;
    private int edits;

    [GlobalSetup]
    public void Setup() => generated = project.Driver().RunGenerators(MadeProject.Compilation);

    [Benchmark(Baseline = true, Description = "YamlDotNet reads objects")]
    public int ReadObjects() => texts.Count(text => deserializer.Deserialize<object>(text) is not null);

    [Benchmark(Description = "YamlDotNet reads trees")]
    public int ReadTrees()
    {
        var documents = 0;
        foreach (var text in texts)
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            documents += stream.Documents.Count;
        }

        return documents;
    }

    [Benchmark(Description = "YamlDotNet reads events")]
    public int ReadEvents()
    {
        var events = 0;
        foreach (var text in texts)
        {
            var parser = new Parser(new StringReader(text));
            while (parser.MoveNext())
            {
                events++;
            }
        }

        return events;
    }

    [Benchmark(Description = "Playbooks are read and checked")]
    public int ReadPlaybooks() => texts.Sum(text => PlaybookReader.Read("p.playbook.yaml", text).Model.Steps.Count);

    [Benchmark(Description = "Playbooks are generated")]
    public GeneratorDriver Generate() => new MadeProject(texts).Driver().RunGenerators(MadeProject.Compilation);

    [Benchmark(Description = "One is generated again after an edit")]
    public GeneratorDriver Edit() =>
        generated = project.Edit(generated, 7, MadePlaybooks.Make(7, $"Edited {edits++} times")).RunGenerators(MadeProject.Compilation);

    [Benchmark(Description = "An edit to C#")]
    public GeneratorDriver EditCSharp() => generated = generated.RunGenerators(MadeProject.Compilation.WithAssemblyName($"Edited{edits++}"));
}

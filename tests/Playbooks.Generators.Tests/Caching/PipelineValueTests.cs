using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Playbooks.Generators.Pipeline;
using Playbooks.Generators.Tests.Harness;

namespace Playbooks.Generators.Tests.Caching;

/// <summary>What flows through the pipeline keeps nothing of the compiler alive and can be compared.</summary>
public sealed class PipelineValueTests
{
    private static readonly Lazy<List<(string Step, object Value)>> Known = new(Values);

    [Fact]
    public void A_text_is_read_once_for_generator_and_analyzer_but_not_for_another_path()
    {
        const string Yaml = "id: a\nsteps:\n  - { action: wait_for, selector: '#a' }\n";
        var source = SourceText.From(Yaml, System.Text.Encoding.UTF8);
        var file = PlaybookText.Read(new TestText("/shop/a.playbook.yaml", source), CancellationToken.None);

        Assert.Same(file, PlaybookText.Read(new TestText("/shop/a.playbook.yaml", source), CancellationToken.None));
        Assert.Equal("/shop/b.playbook.yaml", PlaybookText.Read(new TestText("/shop/b.playbook.yaml", source), CancellationToken.None).Path);
    }

    [Fact]
    public void No_step_keeps_an_object_of_the_compiler()
    {
        foreach (var (step, value) in Known.Value)
        {
            var found = CompilerObjects(value, new(ReferenceEqualityComparer.Instance), step).FirstOrDefault();
            Assert.True(found is null, found);
        }
    }

    [Fact]
    public void The_walk_finds_an_object_of_the_compiler_wherever_it_hides()
    {
        Assert.Equal("x.[0].Hidden: SourceText", CompilerObjects(new List<object> { new { Hidden = SourceText.From("text") } }, new(ReferenceEqualityComparer.Instance), "x").Single());
    }

    [Fact]
    public void Every_step_gives_equal_values_for_equal_inputs()
    {
        foreach (var ((step, first), (_, second)) in Known.Value.Zip(Values()))
        {
            Assert.NotSame(first, second);
            Assert.True(Equals(first, second), step);
            Assert.Equal(first.GetHashCode(), second.GetHashCode());
        }
    }

    private static List<(string Step, object Value)> Values()
    {
        var project = Corpus.Names.Where(static name => !Corpus.IsRepetitive(name)).Aggregate(new TestProject(), (known, name) => known.WithCorpus("/shop/", name));
        var steps = project.Driver().RunGenerators(project.Compile()).GetRunResult().Results.Single().TrackedSteps;
        return StepNames.All.SelectMany(name => steps[name].SelectMany(step => step.Outputs).Select(output => (Step: name, output.Value))).ToList();
    }

    private static IEnumerable<string> CompilerObjects(object? value, HashSet<object> seen, string path)
    {
        if (value is null or string || value.GetType() is { IsPrimitive: true } or { IsEnum: true } || !seen.Add(value))
        {
            yield break;
        }

        if (value is Compilation or ISymbol or SyntaxNode or SyntaxTree or SourceText or AdditionalText or Location or Diagnostic or DiagnosticDescriptor
            or AnalyzerConfigOptions or AnalyzerConfigOptionsProvider)
        {
            yield return path + ": " + Names(value.GetType());
            yield break;
        }

        var children = value is IEnumerable items and not IDictionary
            ? items.Cast<object?>().Select((item, index) => ("[" + index + "]", item))
            : Fields(value.GetType()).Select(field => (field.Name.Trim('<').Split('>')[0], field.GetValue(value)));
        foreach (var found in children.SelectMany(child => CompilerObjects(child.Item2, seen, path + "." + child.Item1)))
        {
            yield return found;
        }
    }

    private static string Names(Type type) => typeof(SourceText).IsAssignableFrom(type) ? nameof(SourceText) : type.Name;

    private static IEnumerable<FieldInfo> Fields(Type? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                yield return field;
            }
        }
    }
}

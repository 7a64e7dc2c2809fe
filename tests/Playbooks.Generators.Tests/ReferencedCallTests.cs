using Microsoft.CodeAnalysis;
using Playbooks.Generators.Tests.Harness;

namespace Playbooks.Generators.Tests;

/// <summary>Playbooks call those of referenced projects, whose signatures are in the metadata of their assemblies.</summary>
public sealed class ReferencedCallTests
{
    private const string Called = """
        id: called
        parameters:
          - { name: text }
          - { name: word, secret: true }
          - { name: number, type: int, default: 5 }
          - { name: day, type: date, required: false }
          - { name: state, choices: [open, "shipped, or not"], default: open }
          - { name: ids, type: list, items: int, default: [1, 2] }
          - { name: code, pattern: '\d{3}', default: "" , required: false }
        steps:
          - action: goto
            params: { url: "/{text}{number}{day}{state}{ids}{code}" }
          - { action: key_press, selector: a, params: { text: "{word}" } }
          - { action: extract, selector: a, params: { as: decimal }, store_as: total }
          - { action: extract, selector: a, store_as: name }
          - { action: llm_extract, prompt: a, params: { shape: { number: string, paid_on: date } }, store_as: order }
        """;

    private const string Caller = """
        id: caller
        parameters: [{ name: secret_word, secret: true }]
        steps:
          - run: called
            with: { text: a, word: "{secret_word}", number: 7, day: 2024-02-29, state: "shipped, or not", ids: [3], code: "123" }
            store: { total: amount, order: newest }
          - { action: goto, params: { url: "/{amount}?{newest}" } }
        """;

    private static readonly TestProject Library = (new TestProject { AssemblyName = "Shop.Flows", Options = TestOptions.Default.With("RootNamespace", "Shop.Flows").With("ProjectDir", "/flows/") })
        .With("/flows/Playbooks/called.playbook.yaml", Called.Replace(", default: \"\" ", string.Empty, StringComparison.Ordinal));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Call_of_a_referenced_project_compiles_to_typed_C_sharp(bool isFile)
    {
        var run = Referencing(isFile, Caller).Run();

        Assert.Empty(run.Findings);
        run.ShouldCompile();
        var caller = run.Sources.Values.Single(static source => source.Contains("class Caller", StringComparison.Ordinal));
        Assert.Contains("new global::Shop.Flows.", caller, StringComparison.Ordinal);
        Assert.Contains("public global::Shop.Flows.Playbooks.Called.OrderAnswer? Newest { get; init; }", caller, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("run: caled", "PB0209", "There is no playbook 'caled' in the project or its references. Did you mean 'called'?")]
    [InlineData("{ run: called, with: { text: a } }", "PB0210", "'word'")]
    [InlineData("{ run: called, with: { text: a, word: \"{secret_word}\", number: many } }", "PB0210", "many")]
    [InlineData("{ run: called, with: { text: a, word: \"{secret_word}\", state: closed } }", "PB0210", "closed")]
    [InlineData("{ run: called, with: { text: a, word: \"{secret_word}\", code: 12 } }", "PB0210", "12")]
    [InlineData("{ run: called, with: { text: a, word: \"{secret_word}\" }, store: { totl: x } }", "PB0211", "Did you mean 'total'?")]
    public void Call_is_checked_against_the_signature(string step, string id, string message)
    {
        var run = Referencing(isFile: true, $"id: caller\nparameters: [{{ name: secret_word, secret: true }}]\nsteps:\n  - {step}\n  - {{ action: key_press, selector: a, params: {{ text: \"{{secret_word}}\" }}, verify: {{ expect_element_visible: b }} }}\n").Run();

        var finding = Assert.Single(run.Findings);
        Assert.Equal(id, finding.Id);
        Assert.Contains(message, finding.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public void Playbook_of_the_project_takes_precedence_over_one_of_a_reference()
    {
        var run = (Referencing(isFile: true, "id: caller\nsteps: [{ run: called }]").With("/shop/Playbooks/called.playbook.yaml", "id: called\nsteps: [{ action: hover, selector: a }]")).Run();

        Assert.Empty(run.Findings);
        run.ShouldCompile();
        Assert.Contains("new global::Shop.Tests.Playbooks.Called()", run.Sources.Values.Single(static source => source.Contains("class Caller", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void Edit_of_a_playbook_reads_no_reference_again()
    {
        var project = Referencing(isFile: true, Caller);
        var compilation = project.Compile();
        var driver = project.Driver().RunGenerators(compilation);

        driver = driver.ReplaceAdditionalText(project.Playbooks[0], new TestText(project.Playbooks[0].Path, Caller.Replace("text: a", "text: b", StringComparison.Ordinal))).RunGenerators(compilation);

        var steps = driver.GetRunResult().Results.Single().TrackedSteps;
        Assert.NotEmpty(steps[StepNames.Reference]);
        Assert.All(steps[StepNames.Reference].Concat(steps[StepNames.Referenced]), static step => Assert.All(step.Outputs, static output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason)));
    }

    [Fact]
    public void Assembly_that_a_later_version_has_written_has_no_playbooks_that_can_be_called()
    {
        var library = (new TestProject { AssemblyName = "Shop.Flows" }).Compile().AddSyntaxTrees(Microsoft.CodeAnalysis.CSharp.CSharpSyntaxTree.ParseText(
            "[assembly: Playbooks.Generated.PlaybookSignature(\"called\", \"global::Shop.Called\", \"something new\")]", TestProject.Parsing));
        using var image = new MemoryStream();
        Assert.True(library.Emit(image).Success);

        var run = (TestProject.Of("id: caller\nsteps: [{ run: called }]") with { OtherReferences = [MetadataReference.CreateFromImage(image.ToArray())] }).Run();

        Assert.Equal("PB0209", Assert.Single(run.Findings).Id);
    }

    private static TestProject Referencing(bool isFile, string playbook)
    {
        var library = Library.Run().Compilation;
        using var image = new MemoryStream();
        Assert.True(library.Emit(image).Success, string.Join('\n', library.GetDiagnostics()));
        MetadataReference reference = isFile ? MetadataReference.CreateFromImage(image.ToArray()) : library.ToMetadataReference();
        return TestProject.Of(playbook) with { OtherReferences = [reference] };
    }
}

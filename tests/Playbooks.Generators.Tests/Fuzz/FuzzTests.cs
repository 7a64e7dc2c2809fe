using System.Collections.Immutable;
using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Playbooks.Generators.Tests.Harness;

namespace Playbooks.Generators.Tests.Fuzz;

/// <summary>No playbook, however broken, stops the generator or the analyzer, or gives C# that does not compile.</summary>
/// <remarks>PLAYBOOKS_FUZZ_SECONDS makes the mutations go on for that long, from a seed of the moment, which a failure names.</remarks>
public sealed class FuzzTests
{
    // Compiling costs far more than generating, so many playbooks are compiled as one project.
    private const int Batch = 60;

    private static readonly string[] Words =
        ["class", "string", "a", "a1", "a_1", "to_string", "parameters", "steps", "outputs", "definition", "info", "value", "field", "run", "equals", "text", "x__y", "_a", "1a", "ä", "A", ""];

    private static readonly string[] Values =
        ["a", "''", "1", "-0", "1.50", "99999999999", "true", "2024-02-30", "2024-02-29", "[a, b]", "[]", "{ x: y }", "~", "\"*/ \\\" \\0 {a}\"", "'{a} {{x}}'", "\"\\u2028 {a:raw}\"", "|\n      x\n      {a}"];

    // A step by itself, and inside of everything that can hold it. {0} is an id, {1} an action, {2} a name, and {3} a value.
    private static readonly string[] Shapes =
    [
        "  - id: {0}\n    {1}", "  - id: {0}\n    {1}", "  - id: {0}\n    {1}",
        "  - when: {{ equals: [\"{{{2}}}\", {3}] }}\n    id: {0}\n    then:\n      - {{ action: hover, selector: a, description: \"{{{2}}}\" }}\n    else: []\n",
        "  - for_each: {2}\n    in: {3}\n    id: {0}\n    steps:\n      - {{ action: extract, selector: \"{{{2}}}\", store_as: a, default: x }}\n",
        "  - repeat: {{ while: {{ text_on_page: {3} }}, at_most: 2 }}\n    id: {0}\n    steps:\n      - {{ action: extract, selector: a, store_as: {2} }}\n",
        "  - attempt: {{ times: 2 }}\n    id: {0}\n    steps:\n      - {{ id: {2}, action: goto, params: {{ url: /{{{2}}} }} }}\n",
        "  - run: {2}\n    id: {0}\n    with:\n      {0}: {3}\n    store: {{ {0}: {2} }}\n",
        "  - code: {2}\n    id: {0}\n    with:\n      {0}: {3}\n    as: int\n    store_as: {2}\n",
        "  - action: api_request\n    id: {0}\n    request:\n      url: /a\n      json:\n        {2}: {3}\n    store_as: {2}\n",
        "  - action: llm_extract\n    id: {0}\n    prompt: a\n    params: {{ shape: {{ {0}: int, {2}: string }} }}\n    store_as: {2}\n",
    ];

    [Fact]
    public async Task Broken_playbooks_become_findings_and_C_sharp_that_compiles()
    {
        var seconds = int.TryParse(Environment.GetEnvironmentVariable("PLAYBOOKS_FUZZ_SECONDS"), CultureInfo.InvariantCulture, out var asked) ? asked : 0;
        var seed = seconds > 0 ? Environment.TickCount : 20250101;
        var mutations = new Mutations(seed, [.. Corpus.Names.Select(Corpus.Text)]);
        var start = TimeProvider.System.GetTimestamp();
        for (var round = 0; round < 6 || TimeProvider.System.GetElapsedTime(start).TotalSeconds < seconds; round++)
        {
            await ShouldSurvive([.. Enumerable.Range(0, Batch).Select(_ => mutations.Next())], $"seed {seed}, round {round}");
        }
    }

    [Fact]
    public async Task Playbooks_made_of_any_names_types_and_values_become_findings_and_C_sharp_that_compiles()
    {
        var samples = Playbook.Sample(6 * Batch, new Rnd(2025, 1), 10);
        foreach (var batch in samples.Chunk(Batch))
        {
            await ShouldSurvive(batch, "generated");
        }
    }

    private static Gen<string> Playbook =>
        from id in Gen.Elements(Words)
        from parameters in Parameter.ListOf()
        from steps in Step.NonEmptyListOf()
        from name in Gen.Elements(Values)
        from tested in Gen.Elements(Words)
        from value in Gen.Elements(Values)
        select $"id: {id}\nname: {name}\nparameters:\n{string.Concat(parameters)}\nsteps:\n{string.Concat(steps)}\ncases:\n  - name: {name}\n    with:\n      {tested}: {value}\n";

    private static Gen<string> Parameter =>
        from name in Gen.Elements(Words)
        from type in Gen.Elements("string", "int", "decimal", "bool", "date", "selector_text", "list", "list\n    items: int", "list\n    items: date", "nothing")
        from extra in Gen.Elements("", "required: false", "secret: true", "choices: [a, b]", "choices: [1, 2.0]", "choices: [\"\", \" \", \"*/\"]", "pattern: '['", "pattern: '[a-z1-9]*'")
        from fallback in Gen.Elements(Values)
        from hasDefault in Gen.Elements(true, false)
        select $"  - name: {name}\n    type: {type}\n{(extra.Length > 0 ? $"    {extra}\n" : "")}{(hasDefault ? $"    default: {fallback}\n" : "")}";

    private static Gen<string> Step =>
        from id in Gen.Elements(Words)
        from action in Gen.Elements(Language.Grammar.ActionTable.All.Select(action => action.Name).Append("fly").ToArray())
        from key in Gen.Elements("selector", "description", "failure_message", "store_as", "prompt", "verify", "timeout_ms", "nothing")
        from value in Gen.Elements(Values.Concat(Words).ToArray())
        from param in Gen.Elements(Language.Grammar.ActionTable.All.SelectMany(action => action.Params).Select(param => param.Name).Distinct().ToArray())
        from given in Gen.Elements(Values.Concat(Words).ToArray())
        from name in Gen.Elements(Words)
        from shape in Gen.Elements(Shapes)
        select string.Format(CultureInfo.InvariantCulture, shape, id, $"action: {action}\n    {key}: {value}\n    params:\n      {param}: {given}\n", name, given);

    private static async Task ShouldSurvive(string[] texts, string origin)
    {
        var project = new TestProject
        {
            Playbooks = [.. texts.Select((text, index) => (AdditionalText)new TestText($"/shop/P{index}/p{index}.playbook.yaml", text))],
        };
        var run = project.Run();
        var analyzed = await run.Compilation
            .WithAnalyzers([new PlaybookAnalyzer()], new AnalyzerOptions(project.Playbooks, project.Options))
            .GetAnalyzerDiagnosticsAsync();

        // Nobody writes the methods of these steps, which C# reports.
        var complaints = string.Join('\n', run.ComplaintsBeside("CS8795"), string.Join('\n', Broken(run.Findings).Concat(Broken(analyzed))), run.Result.Exception);
        if (complaints.Trim().Length > 0)
        {
            var index = texts.Select((_, i) => i).FirstOrDefault(i => complaints.Contains($"P{i}/", StringComparison.Ordinal), -1);
            Assert.Fail($"{origin}:\n{complaints}\n--- text {index}:\n{(index < 0 ? "?" : texts[index])}");
        }

        Assert.Equal(
            run.Findings.Where(finding => finding.Id != "PB0006").Select(finding => finding.ToString()).Order(StringComparer.Ordinal),
            analyzed.Select(finding => finding.ToString()).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Broken(ImmutableArray<Diagnostic> diagnostics) =>
        diagnostics.Where(diagnostic => diagnostic.Id is "PB0901" or "AD0001" or "CS8785").Select(diagnostic => diagnostic.ToString());
}

using System.Text.Json.Nodes;
using Json.Schema;
using Playbooks.Cli.Schema;
using Playbooks.Language.Grammar;

namespace Playbooks.Cli.Tests.Schema;

public sealed class SchemaTests
{
    /// <summary>What a schema can see: keys, kinds of values, words, ranges, and what an action takes.</summary>
    private static readonly string[] Visible = ["PB0002", "PB0003", "PB0004", "PB0009", "PB0201", "PB0202", "PB0203", "PB0204", "PB0206"];

    private static readonly JsonSchema Schema = JsonSchema.FromText(PlaybookSchema.Write());

    public static TheoryData<string> Playbooks => [.. Examples.CorpusNames];

    [Theory]
    [MemberData(nameof(Playbooks))]
    public void A_good_playbook_is_valid(string name) => Assert.Equal(string.Empty, Errors(Examples.CorpusText(name)));

    [Fact]
    public void The_right_examples_of_findings_are_valid() =>
        Assert.All(Examples.OfFindings("right"), example => Assert.Equal(string.Empty, Errors(example.Text)));

    [Fact]
    public void The_wrong_examples_of_findings_that_a_schema_can_see_are_invalid()
    {
        var wrong = Examples.OfFindings("wrong").Where(example => Visible.Contains(example.Id)).ToList();

        Assert.Equal(Visible, wrong.Select(example => example.Id).Distinct());
        Assert.All(wrong, example => Assert.NotEqual(string.Empty, Errors(example.Text)));
    }

    [Fact]
    public void Every_mapping_is_closed()
    {
        Assert.All(Objects(PlaybookSchema.Create()).Where(node => node.ContainsKey("properties") && !node.ContainsKey("if") && node["required"]?[0]?.ToString() != "action" && node["properties"]!.AsObject().Count > 1), node =>
            Assert.True(node["additionalProperties"] is JsonValue closed && !(bool)closed, node.ToJsonString()));
    }

    [Theory]
    [InlineData("{ action: clik, selector: a }", "/steps/0/action")]
    [InlineData("{ action: click }", "/steps/0")]
    [InlineData("{ action: hover, selector: a, params: { count: 1 } }", "/steps/0/params")]
    [InlineData("{ action: extract, selector: a, params: { attribute: href } }", "/steps/0/params")]
    [InlineData("{ action: click, selector: a, selektor: b }", "/steps/0/selektor")]
    [InlineData("{ action: click, selector: a, params: { url: / } }", "/steps/0/params/url")]
    [InlineData("{ action: goto, selector: a, params: { url: / } }", "/steps/0/selector")]
    [InlineData("{ action: goto, params: { url: [a] } }", "/steps/0/params/url")]
    [InlineData("{ action: click, selector: a, params: { count: 4 } }", "/steps/0/params/count")]
    [InlineData("{ action: select, selector: a, params: { value: b, label: c } }", "/steps/0/params")]
    [InlineData("{ run: login, selector: a }", "/steps/0/selector")]
    [InlineData("{ when: { url_contain: a }, then: [{ action: hover, selector: a }] }", "/steps/0/when/url_contain")]
    [InlineData("{ for_each: x, in: [a], steps: [{ action: hovr, selector: a }] }", "/steps/0/steps/0/action")]
    public void A_mistake_is_reported_at_its_place_and_nowhere_else(string step, string place) =>
        Assert.Equal(place, Errors($"id: a\nsteps:\n  - {step}\n"));

    [Fact]
    public void Every_key_and_every_action_has_a_description_and_an_example()
    {
        var definitions = PlaybookSchema.Create()["definitions"]!.AsObject();

        var keys = definitions.Where(one => one.Key is not (SchemaDefinitions.Step or SchemaDefinitions.Condition)).ToList();
        Assert.NotEmpty(keys);
        Assert.All(keys, one =>
        {
            Assert.True(one.Value!["description"]?.ToString().Length > 0, $"{one.Key} has no description.");
            Assert.True(one.Value!["examples"]?.AsArray() is [not null], $"{one.Key} has no example.");
        });
        Assert.All(ActionTable.All, action => Assert.NotEmpty(action.Documentation));
    }

    [Fact]
    public void The_package_has_the_schema_of_the_grammar()
    {
        var path = RepositoryFolder.Of("src", "Playbooks", "schema", PlaybookSchema.FileName);
        if (Environment.GetEnvironmentVariable("PLAYBOOKS_ACCEPT_SNAPSHOTS") == "1")
        {
            File.WriteAllText(path, PlaybookSchema.Write());
        }

        Assert.Equal(PlaybookSchema.Write(), File.ReadAllText(path));
    }

    /// <summary>Places of the errors, without those that only say that one deeper is there.</summary>
    private static string Errors(string yaml)
    {
        var places = Places(Schema.Evaluate(YamlJson.Parse(yaml), new EvaluationOptions { OutputFormat = OutputFormat.Hierarchical })).Distinct().ToList();
        return string.Join(' ', places.Where(place => !places.Any(other => other.StartsWith(place + "/", StringComparison.Ordinal))));
    }

    // A condition that does not hold is no error, and neither is an alternative where another one holds.
    private static IEnumerable<string> Places(EvaluationResults result)
    {
        if (result.IsValid || result.EvaluationPath.ToString().EndsWith("/if", StringComparison.Ordinal))
        {
            return [];
        }

        var inside = (result.Details ?? []).SelectMany(Places).ToList();
        return inside.Count > 0 ? inside : [result.InstanceLocation.ToString() is { Length: > 0 } place ? place : "/"];
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject one => one.SelectMany(pair => Objects(pair.Value)).Prepend(one),
        JsonArray list => list.SelectMany(Objects),
        _ => [],
    };
}

using System.Globalization;
using System.Reflection;
using Playbooks.Language.Grammar;
using Playbooks.Language.Model;
using Playbooks.Language.Tests.Markup;
using Playbooks.Language.Tests.Sources;
using Playbooks.Shared;

namespace Playbooks.Language.Tests.Grammar;

/// <summary>The grammar is complete, and no rule knows a key by its text.</summary>
public sealed class GrammarTests
{
    /// <summary>Words that are not keys there: actions of other tools, and elements of HTML.</summary>
    private static readonly string[] FilesOfOtherWords = ["src/Playbooks.Language/Rules/Steps/ForeignActions.cs", "src/Playbooks.Language/Rules/AlwaysHolds.cs"];

    private static readonly HashSet<string> KeyNames = new(AllKeys().Select(key => key.Name), StringComparer.Ordinal);

    [Fact]
    public void Every_action_that_the_runtime_knows_can_be_written()
    {
        var known =
            from property in typeof(ActionFacts).GetProperties()
            where property.PropertyType == typeof(ActionFacts)
            select ((ActionFacts)property.GetValue(null)!).Name;

        Assert.Equal(known, ActionTable.All.Select(action => action.Name));
    }

    [Fact]
    public void Every_key_is_in_a_mapping() =>
        Assert.Empty(Declared().Except(AllKeys()).Select(key => key.Name));

    [Fact]
    public void Every_key_says_what_it_means()
    {
        Assert.All(AllKeys(), key => Assert.Matches(@"\A[A-Z`0-9].*\.\z", key.Documentation));
        Assert.All(ActionTable.All, action => Assert.Matches(@"\A[A-Z].*\.\z", action.Documentation));
        Assert.All(ActionTable.All, action => Assert.Equal(action.Output == OutputKind.None, action.OutputDocumentation is null));
    }

    [Fact]
    public void A_kind_has_what_it_needs() => Assert.All(AllKeys(), key =>
    {
        Assert.Equal(key.Kind is KeyKind.Int or KeyKind.Number or KeyKind.Numbers or KeyKind.NumberOrNumbers, key.Maximum > 0);
        Assert.Equal(key.Kind is KeyKind.Word or KeyKind.Words or KeyKind.WordMap or KeyKind.Device, key.Words.Count > 0);
        Assert.Equal(key.Kind is KeyKind.Mapping or KeyKind.Mappings or KeyKind.Steps or KeyKind.SelectorChain or KeyKind.FramedSelector, key.Mapping is not null);
        Assert.True(key.WordSet is null || key.Words.Count > 0, key.Name);
    });

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_can_be_written_as_it_is(string mapping, string key)
    {
        var definition = AllMappings().Single(one => one.Name == mapping).Find(key)!;

        var text = Example(mapping, definition);

        Assert.Equal(string.Empty, MarkupText.Describe(PlaybookReader.Read("example.playbook.yaml", text).Findings.Where(finding => finding.Rule.Severity == FindingSeverity.Error)) + Missing(text, definition));
    }

    public static TheoryData<string, string> Examples
    {
        get
        {
            var examples = new TheoryData<string, string>();
            foreach (var mapping in AllMappings())
            {
                foreach (var key in mapping.Names)
                {
                    examples.Add(mapping.Name, key);
                }
            }

            return examples;
        }
    }

    [Fact]
    public void A_default_in_the_documentation_is_the_model_s()
    {
        var model = new GuardrailsModel();
        foreach (var property in typeof(GuardrailKeys).GetProperties().Where(property => property.PropertyType == typeof(KeyDefinition)))
        {
            var key = (KeyDefinition)property.GetValue(null)!;
            var value = typeof(GuardrailsModel).GetProperty(property.Name)!.GetValue(model);
            if (key.Kind == KeyKind.Int)
            {
                Assert.Equal(key.DefaultNumber, value);
            }
            else if (key.Kind == KeyKind.Bool)
            {
                Assert.Equal(key.Default, "`" + value!.ToString()!.ToLowerInvariant() + "`");
            }
        }

        var step = (ActionStepModel)PlaybookReader.Read("x", "id: a\nsteps: [{ action: hover, selector: a }]\n").Model.Steps[0];
        Assert.Equal((RetryKeys.Attempts.DefaultNumber, RetryKeys.DelayMs.DefaultNumber), (step.Attempts.Value, step.RetryDelayMs.Value));
        Assert.Equal(VerifyKeys.TimeoutMs.DefaultNumber, new VerifyModel { KeySpan = default }.TimeoutMs.Value);
        Assert.Equal(
            StepKeys.TimeoutMs.Default,
            string.Join(", ", ActionTable.All.GroupBy(action => action.DefaultTimeoutMs).OrderBy(group => group.Key).Select(group =>
                group.Key == 10000 ? "10000" : string.Join(", ", group.Select(action => string.Create(CultureInfo.InvariantCulture, $"`{action.Name}` {group.Key}"))))));
    }

    [Fact]
    public void No_rule_knows_a_key_by_its_text() =>
        Assert.DoesNotContain(KeysIn(SourceLiterals.Below("src", "Playbooks.Language", "Rules")), literal => !FilesOfOtherWords.Contains(literal.File));

    [Fact]
    public void A_rule_that_knew_a_key_by_its_text_would_be_found() =>
        Assert.Equal(
            ["store_as", "at_least"],
            KeysIn(SourceLiterals.In("""class A { string[] known = ["store_as", "nothing"]; bool B(string key) => key is "at_least" or $"{key}"; }""").Select(text => ("A.cs", text))).Select(literal => literal.Text));

    private static IEnumerable<(string File, string Text)> KeysIn(IEnumerable<(string File, string Text)> literals) =>
        literals.Where(literal => KeyNames.Contains(literal.Text));

    private static IEnumerable<MappingDefinition> AllMappings() => KeyInventory.Mappings.Concat(ActionTable.All.Select(action => action.ParamMapping));

    private static IEnumerable<KeyDefinition> AllKeys() => AllMappings().SelectMany(mapping => mapping.Keys).Distinct();

    /// <summary>The keys that the classes of the grammar declare.</summary>
    private static IEnumerable<KeyDefinition> Declared() =>
        from type in typeof(KeyDefinition).Assembly.GetTypes()
        where type.Namespace == typeof(KeyDefinition).Namespace && !type.ContainsGenericParameters
        from property in type.GetProperties(BindingFlags.Static | BindingFlags.Public)
        where property.PropertyType == typeof(KeyDefinition)
        select (KeyDefinition)property.GetValue(null)!;

    private static string Missing(string text, KeyDefinition key) =>
        text.Contains($"{key.Name}: {key.Example}", StringComparison.Ordinal) ? string.Empty : "The example is not in the text.";

    /// <summary>A whole playbook that holds the key with its example.</summary>
    private static string Example(string mapping, KeyDefinition key)
    {
        var entry = $"{key.Name}: {key.Example}";
        return mapping switch
        {
            "playbook" => string.Join("\n", With("id: a", "parameters: [{ name: order_id, required: false }]", "steps: [{ action: hover, selector: '#{order_id}' }]")) + "\n",
            "parameter" => Playbook($"[{{ {Flow(key == ParameterKeys.Items ? ["name: p", "type: list"] : ["name: p"])} }}]", "action: key_press, selector: a, params: { text: a }"),
            "step" => Playbook("[]", Flow(StepWith(key))),
            "code" => Playbook("[]", Flow(key == StepKeys.StoreAs || key == StepKeys.Default ? ["code: pay", "as: string", "store_as: b"] : ["code: pay"])),
            "run" => Playbook("[]", Flow("run: login")),
            "when" => Playbook("[]", Flow("when: { url_contains: /a }", "then: [{ action: hover, selector: a }]")),
            "for_each" => Playbook("[]", Flow("for_each: order", "in: [a]", "steps: [{ action: hover, selector: a }]")),
            "repeated steps" => Playbook("[]", Flow("repeat: { while: { url_contains: /a }, at_most: 2 }", "steps: [{ action: hover, selector: a }]")),
            "repeat" => Playbook("[]", $"repeat: {{ {Flow("while: { url_contains: /a }", "at_most: 2")} }}, steps: [{{ action: hover, selector: a }}]"),
            "attempted steps" => Playbook("[]", Flow("attempt: { times: 2 }", "steps: [{ action: hover, selector: a }]")),
            "attempt" => Playbook("[]", $"attempt: {{ {Flow("times: 2")} }}, steps: [{{ action: hover, selector: a }}]"),
            "condition" => $"id: a\nsteps: [{{ action: extract, selector: a, store_as: status }}, {{ when: {{ {entry} }}, then: [{{ action: hover, selector: a }}] }}]\n",
            "retry" => Step($"retry: {{ {entry} }}"),
            "selector" => Playbook("[]", $"action: hover, selector: {{ {Flow("primary: '#a'")} }}"),
            "selector of verify" => Step($"verify: {{ expect_element_visible: {{ {Flow("primary: '#a'")} }} }}"),
            "verify" => Step($"verify: {{ {entry} }}"),
            "dialog" => Step($"dialog: {{ {entry} }}"),
            "expect_value" or "expect_count" or "expect_attribute" or "expect_text" or "expect_aria" or "expect_screenshot" or "expect_download" => Step($"verify: {{ {mapping}: {{ {Flow(ExpectationWith(mapping, key))} }} }}"),
            "request" => Playbook("[]", $"action: api_request, request: {{ {Flow("url: /")} }}"),
            "response" => Playbook("[]", $"action: api_request, request: {{ url: /, response: {{ {Flow(key.OnlyWith is { } other ? [$"{other.Key}: {other.Word}"] : [])} }} }}"),
            "browser" => $"id: a\nbrowser: {{ {entry} }}\nsteps: [{{ action: hover, selector: a }}]\n",
            "viewport" => $"id: a\nbrowser: {{ viewport: {{ {Flow("width: 1", "height: 1")} }} }}\nsteps: [{{ action: hover, selector: a }}]\n",
            "geolocation" => $"id: a\nbrowser: {{ geolocation: {{ {Flow("latitude: 1", "longitude: 1")} }} }}\nsteps: [{{ action: hover, selector: a }}]\n",
            "route" => $"id: a\nroutes: [{{ {Flow(RouteKeys.Answers.Contains(key) ? ["url: '**/a'"] : ["url: '**/a'", "body: x"])} }}]\nsteps: [{{ action: hover, selector: a }}]\n",
            "guardrails" => $"id: a\nguardrails: {{ {entry} }}\nsteps: [{{ action: hover, selector: a }}]\n",
            "auth" => Session("auth: { " + Flow(key == AuthKeys.Playbook ? ["success: { url_contains: /a }"] : ["login_url: /login", "success: { url_contains: /a }"]) + " }"),
            "success" => Session($"auth: {{ login_url: /login, success: {{ {entry} }} }}"),
            "capture" => Session($"capture: {{ {entry} }}"),
            "cookie" => Session("capture: { cookies: [{ " + Flow("name: a", "store_as: b") + " }] }"),
            "storage" => Session("capture: { storage: [{ " + Flow("key: a", "store_as: b") + " }] }"),
            "case" => Case(Flow("name: b")),
            "expect" => Case($"name: b, expect: {{ {entry} }}"),
            _ => Playbook("[]", ActionWith(ActionTable.Find(mapping)!, key, entry)),
        };

        IEnumerable<string> With(params string[] others) => others.Where(other => !other.StartsWith(key.Name + ":", StringComparison.Ordinal)).Append(entry);

        string Flow(params string[] others) => string.Join(", ", With(others));
    }

    private static string Playbook(string parameters, string step) => $"id: a\nparameters: {parameters}\nsteps: [{{ {step} }}]\n";

    private static string Session(string head) =>
        "id: a\nparameters: [{ name: user, required: false }, { name: secret_word, secret: true, required: false }]\n" + head + "\nsteps: [{ action: key_press, selector: '#{user}', params: { text: '{secret_word}' } }]\n";

    private static string Step(string keys) => Playbook("[]", "action: click, selector: a, " + keys);

    private static string Case(string keys) =>
        "id: a\nparameters: [{ name: order_id, type: int, required: false }]\nsteps: [{ id: search, action: extract, selector: '#{order_id}', store_as: order_status }]\ncases: [{ " + keys + " }]\n";

    /// <summary>The other keys that a step with this key needs.</summary>
    private static string[] StepWith(KeyDefinition key) =>
        key == StepKeys.Action ? ["selector: a"]
        : key == StepKeys.Selector ? ["action: hover"]
        : key == StepKeys.Prompt ? ["action: llm_extract"]
        : key == StepKeys.Default ? ["action: extract", "selector: a", "store_as: b"]
        : key == StepKeys.Request ? ["action: api_request"]
        : key == StepKeys.StoreAs ? ["action: extract", "selector: a"]
        : ["action: click", "selector: a"];

    /// <summary>The other keys that an expectation with this key needs.</summary>
    private static string[] ExpectationWith(string mapping, KeyDefinition key) =>
    [
        .. AllMappings().Single(one => one.Name == mapping).Keys.Where(other => other.Required).Select(other => $"{other.Name}: {other.Example}"),
        .. key.Required && mapping is not ("expect_value" or "expect_aria" or "expect_screenshot") ? ["equals: 1"] : Array.Empty<string>(),
        .. mapping == "expect_screenshot" && !key.Name.StartsWith("max_", StringComparison.Ordinal) ? ["max_different_pixels: 1"] : Array.Empty<string>(),
    ];

    private static string ActionWith(ActionDefinition action, KeyDefinition key, string entry)
    {
        var others = action.Params.Where(other => other.Required && other != key).Select(other => $"{other.Name}: {other.Example}")
            .Concat(key.OnlyWith is { } condition ? [$"{condition.Key}: {condition.Word}"] : [])
            .Concat(key.OnlyBeside is { } companion ? [$"{companion}: {companion.Example}"] : []);
        return $"action: {action.Name}, {(action.Selector == Presence.Required ? "selector: a, " : "")}{(action.NeedsPrompt ? "prompt: a, " : "")}{(action.NeedsRequest ? "request: { url: / }, " : "")}params: {{ {string.Join(", ", others.Append(entry))} }}";
    }
}

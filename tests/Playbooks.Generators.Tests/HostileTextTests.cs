using System.Reflection;
using Playbooks.Generators.Tests.Harness;
using Playbooks.Steps;

namespace Playbooks.Generators.Tests;

/// <summary>Texts that could break out of generated code come back unharmed when it runs.</summary>
public sealed class HostileTextTests
{
    public static TheoryData<string> Texts =>
    [
        "\"quoted\" and 'single'",
        "\"\"\" raw \"\"\"\"",
        "*/ // /* #if false #line 1 \"x\"",
        "{{braces}} }} {{{{ $@",
        "back\\slash \\u0041 \\n \\x41",
        "new\nline\r\nand\rmore",
        "\u2028line\u2029paragraph\u0085next\u000bvertical\u000cfeed",
        "nul\0inside\0",
        "0\03 after nul",
        "\ud800 lone high",
        "lone low \udc00",
        "\ud83d\ude00 emoji \ud83d",
        "\ufeffbom \u200b zero \u202e turned \u00ad soft",
        "<c>&amp;</c> ]]> --> &#0; <summary>",
        "\u0001\u001f\u007f\u009f control",
        "\ufffe\uffff noncharacters",
        "</code></summary> ]]>",
        "",
        " ",
        "tab\tin\tit",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task A_hostile_text_comes_back_unharmed_from_every_place(string text)
    {
        // YAML knows no escape for a lone surrogate: as text of a document it cannot stand there, but a file may hold it.
        var yaml = string.Concat(text.Select(c => char.IsSurrogate(c) ? c.ToString() : $"\\u{(int)c:x4}"));
        var bound = yaml.Replace("\\u007b", "\\u007b\\u007b", StringComparison.Ordinal).Replace("\\u007d", "\\u007d\\u007d", StringComparison.Ordinal);
        var source = $$"""
            id: hostile
            name: "x{{yaml}}"
            description: "x{{yaml}}"
            tags: ["x{{yaml}}"]
            parameters:
              - { name: given, description: "x{{yaml}}", default: "x{{yaml}}" }
            steps:
              - id: press
                action: key_press
                description: "x{{bound}}"
                params: { text: "x{{bound}}{given}" }
              - action: evaluate
                params: { script: "x{{yaml}}", args: { "a": "x{{bound}}" } }
            cases:
              - name: "x{{yaml}}"
                with: { given: "x{{yaml}}" }
                skip: "x{{yaml}}"
            """;

        using var assembly = TestProject.Of(source).Run().ShouldCompile().Load();

        var expected = "x" + text;
        var definition = assembly.Definition("Shop.Tests.Playbooks.Hostile");
        Assert.Equal(source, definition.Source.ReadText());
        Assert.Equal(expected, definition.Name);
        Assert.Equal(expected, definition.Description);
        Assert.Equal(expected, Assert.Single(definition.Tags));
        Assert.Equal(expected, Assert.Single(definition.Parameters).Default);
        var steps = await BoundSteps.OfAsync((Playbook)Activator.CreateInstance(assembly.Assembly.GetType("Shop.Tests.Playbooks.Hostile")!)!, static _ => string.Empty);
        var press = Assert.IsType<KeyPressStep>(steps[0], exactMatch: false);
        Assert.Equal(expected + expected, press.Text);
        Assert.Equal(expected, press.Description);
        var evaluate = Assert.IsType<EvaluateStep>(steps[1]);
        Assert.Equal(expected, evaluate.Script);
        Assert.Equal(expected, evaluate.Args["a"]);
        var test = assembly.Assembly.GetType("Shop.Tests.Playbooks.HostileTests")!
            .GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly).Single();
        var fact = test.GetCustomAttribute<FactAttribute>()!;
        Assert.Equal($"{expected}: {expected}", fact.DisplayName);
        Assert.Equal(expected, fact.Skip);
    }
}

using Playbooks.Healing;

namespace Playbooks.Tests.Healing;

public sealed class SelectorEditTests
{
    [Theory]
    [InlineData(
        "  - action: click\n    selector: \"#old\" # a note\n    verify: { expect_title_contains: x }\n",
        "  - action: click\n    selector: { primary: 'role=button[name=\"It''s\"]', fallbacks: ['#old'] } # a note\n    verify: { expect_title_contains: x }\n")]
    [InlineData(
        "  - action: click\n    selector: .old\n",
        "  - action: click\n    selector: { primary: 'role=button[name=\"It''s\"]', fallbacks: ['#old'] }\n")]
    [InlineData(
        "  - action: click\n    selector: { primary: \"#old\", fallbacks: ['text=\"a, b\"'] }\n",
        "  - action: click\n    selector: { primary: 'role=button[name=\"It''s\"]', fallbacks: ['#old', 'text=\"a, b\"'] }\n")]
    [InlineData(
        "  - action: click\n    selector: { primary: \"#old\" }\n",
        "  - action: click\n    selector: { primary: 'role=button[name=\"It''s\"]', fallbacks: ['#old'] }\n")]
    [InlineData(
        "  - action: click\n    selector:\n      primary: \"#old\"\n      fallbacks:\n        - a\n        - b\n    retry: { attempts: 3 }\n",
        "  - action: click\n    selector:\n      primary: 'role=button[name=\"It''s\"]'\n      fallbacks:\n        - '#old'\n        - a\n        - b\n    retry: { attempts: 3 }\n")]
    [InlineData(
        "  - action: click\r\n    selector:\r\n      primary: \"#old\" # why\r\n      description: The button\r\n",
        "  - action: click\r\n    selector:\r\n      primary: 'role=button[name=\"It''s\"]' # why\r\n      fallbacks: ['#old']\r\n      description: The button\r\n")]
    [InlineData(
        "  - { action: click, selector: \"#old\", verify: { expect_value: { selector: \"#x\", value: y } } }\n",
        "  - { action: click, selector: { primary: 'role=button[name=\"It''s\"]', fallbacks: ['#old'] }, verify: { expect_value: { selector: \"#x\", value: y } } }\n")]
    public void New_selector_comes_first_and_the_old_one_is_kept(string before, string after)
    {
        before = "id: x\nsteps:\n" + before;
        var selectors = YamlScanner.FindSelectors(before);

        var changed = SelectorEdit.Apply(before, Assert.Single(selectors), "role=button[name=\"It's\"]", "#old");

        Assert.Equal("id: x\nsteps:\n" + after, changed);
        Assert.Equal(YamlScanner.WithoutSelectors(before), YamlScanner.WithoutSelectors(changed!));
    }

    [Fact]
    public void Selector_that_is_in_the_chain_already_changes_nothing()
    {
        const string Text = "steps:\n  - action: click\n    selector: { primary: a, fallbacks: ['#new'] }\n";

        Assert.Null(SelectorEdit.Apply(Text, Assert.Single(YamlScanner.FindSelectors(Text)), "#new", "a"));
    }

    [Theory]
    [InlineData("steps:\n  - action: evaluate\n    params:\n      script: |\n        selector: x\n        action: y\n")]
    [InlineData("steps:\n  - action: click\n    description: \"a\n      selector: x\n      \"\n")]
    [InlineData("steps:\n  - action: click\n    verify:\n      expect_value:\n        selector: x\n        value: y\n")]
    [InlineData("steps:\n  - action: click # selector: x\n")]
    [InlineData("steps:\n  - when: { visible: \"#a\" }\n    then:\n      - run: other\n        with: { selector: x }\n")]
    public void What_is_no_selector_of_a_step_is_not_found(string text) => Assert.Empty(YamlScanner.FindSelectors(text));

    [Fact]
    public void Selectors_of_nested_steps_are_found_on_their_lines()
    {
        const string Text = """
            id: x
            steps:
              - when: { visible: "#banner" }
                then:
                  - action: click
                    selector: "#close"
              - selector: 'a: "b"'
                action: click
            finally:
              - { selector: c, action: click }
            """;

        Assert.Equal([(6, "\"#close\""), (7, "'a: \"b\"'"), (10, "c")], YamlScanner.FindSelectors(Text).Select(one => (one.Line, Text[one.Start..one.End])));
    }
}

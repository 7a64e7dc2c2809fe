using Playbooks.Language.Tests.Markup;

namespace Playbooks.Language.Tests.Rules;

/// <summary>A character that only looks like the right one is named by its code point, whatever reads the value.</summary>
public sealed class LookAlikeTests
{
    [Theory]
    [InlineData("optional: {|PB0004:tru\u0435|}", "Did you mean 'true'? It contains U+0435 (looks like 'e').")]
    [InlineData("timeout_ms: {|PB0004:\uff11\uff10|}", "Did you mean '10'? It contains U+FF11 (looks like '1').")]
    [InlineData("timeout_ms: {|PB0004:1\u00a0000|}", "Did you mean '1000'? It contains U+00A0 (looks like a space).")]
    [InlineData("id: {|PB0007:p\u0430|}", "Write 'pa'. It contains U+0430 (looks like 'a').")]
    [InlineData("id: {|PB0007:a\u200bb|}", "Write 'ab'. It contains U+200B (invisible).")]
    public void In_a_value_of_a_step(string key, string message) => Check.Step(key, message);

    [Theory]
    [InlineData("\"role=butt\u043en\"", "Did you mean 'button'? It contains U+043E (looks like 'o').")]
    [InlineData("\"role=button[n\u0430me='x']\"", "Did you mean 'name'? It contains U+0430 (looks like 'a').")]
    [InlineData("\"r\u043ele=button\"", "It contains U+043E (looks like 'o').")]
    public void In_a_selector(string selector, string message) => Check.Steps($"- {{ action: hover, selector: {{|PB0301:{selector}|}} }}", message);

    [Fact]
    public void Words_of_another_script_are_not_named()
    {
        var finding = Assert.Single(PlaybookReader.Read("a", "id: test\nsteps: [{ action: hover, selector: 'text=\u041d\u0435\u0442 >> [[' }]\n").Findings);
        Assert.DoesNotContain("U+", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void In_a_key_of_the_keyboard() => Check.Steps(
        "- { action: key_press, params: { key: {|PB0204:\u0415nter|} }, verify: { expect_title_contains: a } }", "Did you mean 'Enter'? It contains U+0415 (looks like 'E').");

    [Theory]
    [InlineData("bool", "tru\u0435", "U+0435 (looks like 'e')")]
    [InlineData("date", "2024\u201101\u201101", "U+2011 (looks like '-')")]
    public void In_a_default(string type, string value, string message) => Check.File(
        $"id: test\nparameters: [{{ name: a, type: {type}, default: {{|PB0502:{value}|}} }}]\nsteps: [{{ action: goto, params: {{ url: '/{{a}}' }} }}]\n", $"It contains {message}.");

    [Fact]
    public void In_a_URL() => Check.Steps(
        "- { action: goto, params: { url: {|PB0205:\u201c/x\u201d|} } }", "Not a URL: it begins with U+201C (looks like '\"'), which is not a quote in YAML.");

    [Fact]
    public void In_the_id_of_a_playbook()
    {
        var file = PlaybookReader.Read("a", "id: test\nsteps: [{ run: l\u043egin }]\n");
        var linked = PlaybookReader.ReadLinked(file, new(default, new(["login"])));

        Assert.Contains("U+043E (looks like 'o')", Assert.Single(linked.Findings).Message, StringComparison.Ordinal);
    }
}

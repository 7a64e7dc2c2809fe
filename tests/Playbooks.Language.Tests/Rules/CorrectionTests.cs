using System.Text.RegularExpressions;
using Playbooks.Language.Tests.Markup;

namespace Playbooks.Language.Tests.Rules;

/// <summary>What a message shows instead of a value of the wrong kind is put in, and compiles; where nothing does, nothing is shown.</summary>
public sealed partial class CorrectionTests
{
    private const string Goto = "\nsteps:\n  - { action: goto, params: { url: /x } }\n";
    private const string Hover = "id: test\nsteps:\n  - action: hover\n    selector: a\n    ";

    [Theory]
    [InlineData("id: test\n{|PB0004:description|}:" + Goto, "'description' must be text, but is empty. If you mean empty text, write \"\".")]
    [InlineData("id: test\ndescription: {|PB0004:~|}" + Goto, "'description' must be text, but is empty. Put '~' in quotes if you mean this text.")]
    [InlineData("id: test\ntags: [a, {|PB0004:~|}]" + Goto, "Each item of 'tags' must be text, but is empty. Put '~' in quotes if you mean this text.")]
    [InlineData("id: test\ntags: [a, {|PB0004:[d]|}]" + Goto, "Each item of 'tags' must be text, not a list. Put it in quotes: \"[d]\"")]
    [InlineData("id: test\ntags:\n  - {|PB0004:[d]|}" + Goto, "Each item of 'tags' must be text, not a list. Put it in quotes: - \"[d]\"")]
    [InlineData("id: test\ntags: {|PB0004:x|}" + Goto, "'tags' must be a list, not text. Write it as tags: [x]")]
    [InlineData("id: test\nname: {|PB0004:&foo|}" + Goto, "'name' must be text, but '&foo' is an anchor in YAML. Put it in quotes: name: \"&foo\"")]
    [InlineData("id: test\ntags: [a, {|PB0004:&foo|}]" + Goto, "Each item of 'tags' must be text, but '&foo' is an anchor in YAML. Put it in quotes: \"&foo\"")]
    [InlineData("id: test\nname: {|PB0004:&amp; more|}" + Goto, "'&amp;' is an anchor in YAML, so the text is just 'more'. Put it in quotes: name: \"&amp; more\"")]
    [InlineData("id: test\ntags: [{|PB0004:a: b|}, c]" + Goto, "Each item of 'tags' must be text, not a mapping. Put it in quotes: \"a: b\"")]
    [InlineData("id: test\ntags:\n  - a\n  - {|PB0004:#b|}" + Goto, "An item of 'tags' is empty, because '#' begins a comment. Put it in quotes: - \"#b\"")]
    [InlineData("id: test\nstart_url: {|PB0004:[/x]|}" + Goto, "'start_url' must be text, not a list. Write it without brackets: start_url: /x")]
    [InlineData("id: test\nsteps:\n  - action: {|PB0004:[goto]|}\n    params: { url: /x }\n", "'action' must be text, not a list. Write it without brackets: action: goto")]
    [InlineData("id: test\nsteps:\n  - { action: goto, params: { url: {|PB0004:[/x]|} } }\n", "'url' must be text, not a list. Write it without brackets: url: /x")]
    [InlineData("id: test\nsteps:\n  - { action: goto, params: { url: {|PB0004:{{run_id}}|} } }\n", "'url' must be text, not a mapping. Put it in quotes: url: \"{run_id}\"")]
    [InlineData(Hover + "description: {|PB0004:{ run_id }|}\n", "'description' must be text, not a mapping. Put it in quotes: description: \"{run_id}\"")]
    [InlineData("id: test\nsteps:\n  - action: hover\n    selector: {|PB0004:[data-x]|}\n", "'selector' must be text, not a list. Put it in quotes: selector: \"[data-x]\"")]
    [InlineData("id: test\nsteps:\n  - action: hover\n    selector:\n      {|PB0004:- a|}\n", "'selector' must be text, not a list. Write it without a dash: selector: a")]
    [InlineData("id: test\nsteps:\n  - action: hover\n    selector:\n      {|PB0004:- a\n      - b|}\n", "'selector' must be text, not a list. Write several selectors as selector: { primary: a, fallbacks: [b] }")]
    [InlineData("id: test\nsteps:\n  - run: {|PB0004:[login]|}\n", "'run' must be text, not a list. Write it without brackets: run: login")]
    [InlineData("id: test\nsteps:\n  - { action: upload, selector: a, params: { files: [{|PB0004:[a]|}] }, verify: { expect_title_contains: a } }\n", "Each item of 'files' must be text, not a list. Write it without brackets: a")]
    public void What_a_message_shows_compiles(string markup, string message)
    {
        Check.Exactly(markup, message);
        var text = MarkupText.Parse(markup).Text;
        var finding = Assert.Single(PlaybookReader.Read("a", text).Findings);
        var shown = Shown().Match(finding.Message).Groups["value"].Value;
        var (start, end) = (finding.Span.Start, finding.Span.End);
        if (shown.Length == 0)
        {
            (shown, start) = finding.Message.Contains("'~'", StringComparison.Ordinal) ? ("'~'", start) : (": \"\"", end);
            end += shown[0] == ':' ? 1 : 0;
        }

        Assert.Empty(PlaybookReader.Read("a", text[..start] + shown + text[end..]).Findings);
    }

    [Theory]
    [InlineData("{|PB0004:id|}:" + Goto, "'id' must be text, but is empty.")]
    [InlineData("id: {|PB0004:~|}" + Goto, "'id' must be text, but is empty.")]
    [InlineData("{|PB0004:id|}: # the id" + Goto, "'id' is empty, because '#' begins a comment.")]
    [InlineData("id: test\n{|PB0004:start_url|}:" + Goto, "'start_url' must be text, but is empty.")]
    [InlineData("id: test\n{|PB0004:cases_from|}:" + Goto, "'cases_from' must be text, but is empty.")]
    [InlineData("id: test\ncases: {|PB0004:x|}" + Goto, "'cases' must be a list, not text.")]
    [InlineData("id: test\nsteps: {|PB0004:x|}\n", "'steps' must be a list, not text.")]
    [InlineData("id: test\nsteps:\n  - {|PB0004:action|}:\n    selector: a\n", "'action' must be text, but is empty.")]
    [InlineData("id: test\nsteps:\n  - {|PB0004:run|}:\n", "'run' must be text, but is empty.")]
    [InlineData("id: test\nsteps:\n  - {|PB0004:code|}:\n", "'code' must be text, but is empty.")]
    [InlineData("id: test\nsteps:\n  - { action: goto, params: { {|PB0004:url|}: } }\n", "'url' must be text, but is empty.")]
    [InlineData("id: test\nsteps:\n  - { action: extract, selector: a, {|PB0004:store_as|}: }\n", "'store_as' must be text, but is empty.")]
    [InlineData("id: test\nsteps:\n  - action: hover\n    selector: {|PB0004:~|}\n", "'selector' must be text, but is empty.")]
    [InlineData("id: test\nsteps:\n  - action: hover\n    selector: {|PB0004:[]|}\n", "'selector' must be text, not a list. Write a single text value.")]
    [InlineData("id: test\nsteps:\n  - when: { {|PB0004:element_visible|}: }\n    then: [{ action: hover, selector: a }]\n", "'element_visible' must be text, but is empty.")]
    [InlineData(Hover + "timeout_ms: {|PB0004:{run_id}|}\n", "'timeout_ms' must be a whole number, not a mapping.")]
    [InlineData(Hover + "timeout_ms: {|PB0004:{ run_id }|}\n", "'timeout_ms' must be a whole number, not a mapping.")]
    [InlineData("id: test\nparameters: [{ name: a, type: int, {|PB0004:default|}: }]\nsteps: [{ action: goto, params: { url: \"/{a}\" } }]\n", "The default must be a whole number, but is empty.")]
    [InlineData("id: test\nparameters: [{ name: a, type: bool, default: {|PB0004:[b]|} }]\nsteps: [{ action: goto, params: { url: \"/{a}\" } }]\n", "The default must be true or false, not a list.")]
    [InlineData("id: test\nparameters: [{ name: a, type: int }]\ncases: [{ name: x, with: { {|PB0004:a|}: } }]\nsteps: [{ action: goto, params: { url: \"/{a}\" } }]\n", "'a' must be a whole number, but is empty.")]
    public void Nothing_is_shown_that_would_be_a_second_mistake(string markup, string message) => Check.Exactly(markup, message);

    [Fact]
    public void A_file_of_cases_in_brackets_is_shown_without_them() => Check.File(
        "id: test\ncases_from: {|PB0004:[a.cases.csv]|}" + Goto, "Write it without brackets: cases_from: a.cases.csv");

    [Theory]
    [InlineData("parameters: [{|PB0004:foo|}]", "Each item of 'parameters' must be a mapping, not text.")]
    [InlineData("cases: [{|PB0004:ee|}]", "Each item of 'cases' must be a mapping, not text.")]
    [InlineData("routes: [{|PB0004:foo|}]", "Each item of 'routes' must be a mapping, not text.")]
    public void An_item_is_not_named_as_its_list(string head, string message) => Check.Head(head, message);

    [Fact]
    public void A_step_is_not_named_as_its_list() => Check.Exactly("id: test\nsteps: [{|PB0004:click|}]\n", "Each item of 'steps' must be a mapping, not text.");

    [Fact]
    public void Many_corrections_of_one_file_are_each_checked() => Check.File("""
        id: test
        start_url: {|PB0004:[/x]|}
        {|PB0004:description|}:
        tags: [{|PB0004:~|}, {|PB0004:[d]|}]
        steps:
          - action: {|PB0004:[goto]|}
          - { action: goto, params: { url: {|PB0004:{{run_id}}|} } }
        """,
        "start_url: /x", "If you mean empty text, write \"\".", "'~' in quotes", "\"[d]\"", "action: goto", "\"{run_id}\"");

    [Fact]
    public void A_path_into_a_document_starts_without_its_dollar_sign_and_dot()
    {
        const string Steps = "id: test\nsteps:\n  - { action: api_request, request: { url: /, response: { mode: json_path, path: PATH } }, store_as: x }\n";
        var finding = Assert.Single(PlaybookReader.Read("a", Steps.Replace("PATH", "\"$.a[0]\"", StringComparison.Ordinal)).Findings);
        Assert.Equal("Not a path: a path starts inside the document. Leave out '$.'.", finding.Message);
        Assert.Empty(PlaybookReader.Read("a", Steps.Replace("PATH", "\"a[0]\"", StringComparison.Ordinal)).Findings);
    }

    [GeneratedRegex("(?:in quotes|without brackets|without a dash|Write it as|selectors as)(?: [a-z_]+)?: (?:[a-z_]+: |- )?(?<value>.+)$")]
    private static partial Regex Shown();
}

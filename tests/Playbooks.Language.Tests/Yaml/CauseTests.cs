using System.Globalization;
using System.Text.RegularExpressions;
using Playbooks.Language.Tests.Markup;

namespace Playbooks.Language.Tests.Yaml;

/// <summary>PB0001 is reported at its cause; the line that its message shows is put in, and compiles.</summary>
public sealed partial class CauseTests
{
    private const string Head = "id: test\nparameters: [{ name: order_id }]\nsteps:\n  - { action: goto, params: { url: \"/{order_id}\" } }\n";

    [Theory]
    [InlineData("  - {|PB0001:{|} action: hover, selector: \"#a\"\n  - { action: extract, selector: a, store_as: o }", "The '{' that opens here is not closed. The line should read: - { action: hover, selector: \"#a\" }")]
    [InlineData("  - {|PB0001:{|} action: goto, params: { url: \"/x\" }", "not closed. The line should read: - { action: goto, params: { url: \"/x\" } }")]
    [InlineData("  - { action: goto, params: {|PB0001:{|} url: /x, description: b }", "The '{' that opens here is not closed. The line should read: - { action: goto, params: { url: /x }, description: b }")]
    [InlineData("  - action: goto\n    params: {|PB0001:{|}url: /x", "The line should read: params: {url: /x}")]
    [InlineData("  - { action: hover {|PB0001:s|}elector: \"#a\" }", "A ',' is missing before 'selector'. The line should read: - { action: hover, selector: \"#a\" }")]
    [InlineData("  - { action: hover, selector: \"#a\" {|PB0001:d|}escription: x }", "A ',' is missing before 'description'. The line should read: - { action: hover, selector: \"#a\", description: x }")]
    [InlineData("  - { action: goto, params: { url: /x } {|PB0001:d|}escription: x }", "A ',' is missing before 'description'.")]
    [InlineData("  - { action: hover, selector: \"#a\" } {|PB0001:}|}", "Remove the '}' after the closing '}'. The line should read: - { action: hover, selector: \"#a\" }")]
    [InlineData("  - action: click\n    selector: a\n    verify: { expect_element_visible: a }\n    params: { modifiers: {|PB0001:[|}Alt, Shift }", "The '[' that opens here is not closed. The line should read: params: { modifiers: [Alt, Shift] }")]
    [InlineData("  - { action: goto, params: { url: /x }, description: {|PB0001:@|}x }", "unquoted '@'; with quotes, it reads: - { action: goto, params: { url: /x }, description: \"@x\" }")]
    [InlineData("  - { action: goto, params: { url: /x }, description: {|PB0001:%|}x }", "description: \"%x\" }")]
    [InlineData("  - { action: goto, params: { url: /x }, description: {|PB0001:`|}x }", "description: \"`x\" }")]
    [InlineData("  - { action: goto, params: { url: /x }, description: {|PB0001:>|} x }", "description: \"> x\" }")]
    [InlineData("  - { action: goto, params: { url: /x }, description: Go{|PB0001::|} there }", "unquoted ': '; with quotes, it reads: - { action: goto, params: { url: /x }, description: \"Go: there\" }")]
    [InlineData("  - { action: goto, params: { url: /x }, description: {|PB0001:{|}order_id} lost }", "description: \"{order_id} lost\" }")]
    [InlineData("  - { action: hover, selector: {|PB0001:[|}data-x] b }", "selector: \"[data-x] b\" }")]
    [InlineData("  - { action: hover, selector: \"#a\" {|PB0001:>|} b }", "There is text after the closing quote. The line should read: - { action: hover, selector: \"#a > b\" }")]
    [InlineData("  - action: hover\n    selector: a\n    verify: { expect_text_on_page: {|PB0001:>|} 5 }", "verify: { expect_text_on_page: \"> 5\" }")]
    [InlineData("  - action: hover\n    selector: a\n    verify: { expect_text_on_page: Total{|PB0001::|} 5 }", "verify: { expect_text_on_page: \"Total: 5\" }")]
    [InlineData("  - action: hover\n    selector: a\n    verify: { expect_text_on_page: {|PB0001:@|}a, expect_title_contains: %b }", "verify: { expect_text_on_page: \"@a\", expect_title_contains: \"%b\" }")]
    [InlineData("  - action{|PB0001::|}goto\n    params: { url: /x }", "A space is missing after ':'. The line should read: - action: goto")]
    [InlineData("  - action: goto\n    description{|PB0001::|}hello\n    params: { url: /x }", "A space is missing after ':'. The line should read: description: hello")]
    [InlineData("  {|PB0001:-|}action: goto\n    params: { url: /x }", "A space is missing after '-'. The line should read: - action: goto")]
    [InlineData("  - action {|PB0001:=|} goto\n    params: { url: /x }", "A key must be followed by ': ', not by '='. The line should read: - action: goto")]
    [InlineData("  - action: goto\n {|PB0001:p|}arams: { url: /x }", "Indent it by 4 spaces.")]
    [InlineData("  - action: goto\n  {|PB0001:p|}arams: { url: /x }", "Indent it by 4 spaces.")]
    [InlineData("  - action: goto\n   {|PB0001:p|}arams: { url: /x }", "Indent it by 4 spaces.")]
    [InlineData("  - action: goto\n     {|PB0001:p|}arams: { url: /x }", "Indent it by 4 spaces.")]
    [InlineData("  - action: goto\n          {|PB0001:p|}arams: { url: /x }", "Indent it by 4 spaces.")]
    [InlineData("  - action: goto\n{|PB0001:\t|}params: { url: /x }", "YAML does not allow tabs for indentation. Indent it by 4 spaces.")]
    [InlineData("  - action: goto\n    params: { url: /x }{|PB0001:;|}", "Remove the ';' after the closing '}'. The line should read: params: { url: /x }")]
    [InlineData("  - action: goto\n    params: { url: /x }{|PB0001:,|}", "Remove the ',' after the closing '}'.")]
    [InlineData("  - action: goto\n    params: { url: {|PB0001:\"|}/x }", "The quote that opens here is not closed. The line should read: params: { url: \"/x\" }")]
    [InlineData("  - action: goto\n    params: { url: {|PB0001:{|}order_id}/x }", "unquoted '{'; with quotes, it reads: params: { url: \"{order_id}/x\" }")]
    [InlineData("  - action: hover\n    selector: \"#a\" {|PB0001:> |}b", "There is text after the closing quote. The line should read: selector: \"#a > b\"")]
    [InlineData("  - action: hover\n    selector: a\n    description: 'it'{|PB0001:s'|}", "The line should read: description: \"it's\"")]
    [InlineData("  - action: hover\n    description: {|PB0001:\"|}it\n    selector: \"a\"", "not closed. The line should read: description: \"it\"")]
    [InlineData("  - action: hover\n    selector: a\n    description: Note{|PB0001::|} lost # a comment", "description: \"Note: lost\" # a comment")]
    [InlineData("  - action: hover\n    selector{|PB0001:;|} a\n    description: x", "A key must be followed by ': ', not by ';'. The line should read: selector: a")]
    [InlineData("  - action: hover\n    selecto{|PB0001:r|} a\n    description: x", "A ':' is missing after 'selector'. The line should read: selector: a")]
    [InlineData("  - actio{|PB0001:n|} hover\n    selector: a", "A ':' is missing after 'action'. The line should read: - action: hover")]
    [InlineData("  - action: hover\n    selector: \"a\"{|PB0001:;|}", "Remove the ';' after the closing quote. The line should read: selector: \"a\"")]
    [InlineData("  - action: hover\n    selector: a\n    description: \"He said \"{|PB0001:hi\"\"|}", "The line should read: description: 'He said \"hi\"'")]
    [InlineData("  - action: hover\n    selector: \"[data-x=\"{|PB0001:y\"]\"|}", "The line should read: selector: '[data-x=\"y\"]'")]
    [InlineData("  - action: hover\n    selector: a\n    description: \"a\" {|PB0001:and \"b\"|}", "The line should read: description: '\"a\" and \"b\"'")]
    [InlineData("  - action: hover\n    selector: a\n    description: {|PB0001:-|} x", "unquoted '- '; with quotes, it reads: description: \"- x\"")]
    [InlineData("  - { action: hover, selector: a {|PB0001:d|}escription: b timeout_ms: 5 }", "The line should read: - { action: hover, selector: a, description: b, timeout_ms: 5 }")]
    [InlineData("  - { action: hover, selector: a, description: Go there{|PB0001::|} }", "unquoted ':'; with quotes, it reads: - { action: hover, selector: a, description: \"Go there:\" }")]
    [InlineData("  - { action: hover; {|PB0001:s|}elector: a }", "The line should read: - { action: hover, selector: a }")]
    [InlineData("  {|PB0001:{|} action: hover, selector: a }", "A '- ' is missing before this item. The line should read: - { action: hover, selector: a }")]
    [InlineData("  - action: hover\n    selector: a\n    verify: {\n      expect_element_visible: {|PB0001:b|}\n      timeout_ms: 5\n    }", "A ',' is missing at the end of the line. The line should read: expect_element_visible: b,")]
    [InlineData("  - { action: hover, selector: \"role=button[name=\"{|PB0001:S|}ave\"]\" }", "There is text after the closing quote. The line should read: - { action: hover, selector: 'role=button[name=\"Save\"]' }")]
    [InlineData("  - { action: hover, selector: a, verify: { expect_element_visible: \"role=button[name=\"{|PB0001:S|}ave\"]\" } }", "expect_element_visible: 'role=button[name=\"Save\"]' } }")]
    [InlineData("  - { action: hover, selector: { primary: a, fallbacks: [\"x[y=\"{|PB0001:z|}\"]\", \"b\"] } }", "fallbacks: ['x[y=\"z\"]', \"b\"] } }")]
    [InlineData("  - { action: goto, params{|PB0001::|}{ url: /x } }", "A space is missing after ':'. The line should read: - { action: goto, params: { url: /x } }")]
    [InlineData("  - { action: click, selector: a, params{|PB0001::|}{ modifiers:[Alt] }, verify: { expect_text_on_page: x } }", "params: { modifiers: [Alt] }, verify: { expect_text_on_page: x } }")]
    [InlineData("  - { action: hover, selector: {|PB0001:\"|}#a, description: x }", "The quote that opens here is not closed. The line should read: - { action: hover, selector: \"#a\", description: x }")]
    [InlineData("  - { action: key_press, selector: {|PB0001:\"|}#a, params: { text: \"x\" }, verify: { expect_text_on_page: x } }", "selector: \"#a\", params: { text: \"x\" }, verify: { expect_text_on_page: x } }")]
    [InlineData("  {|PB0001:-|}{ action: hover, selector: a }", "A space is missing after '-'. The line should read: - { action: hover, selector: a }")]
    [InlineData("  - action: hover\n    selector: \"Save\" {|PB0001:>|}> b", "The line should read: selector: '\"Save\" >> b'")]
    public void The_cause_in_a_step_is_corrected(string steps, string message) => AssertCorrected(Head + steps + "\n", message);

    [Theory]
    [InlineData("id{|PB0001::|}p4\nname: x", "A space is missing after ':'. The line should read: id: p4")]
    [InlineData("id: test\nname{|PB0001::|}x", "A space is missing after ':'. The line should read: name: x")]
    [InlineData("id: test\ntags: {|PB0001:[|}a, b", "The '[' that opens here is not closed. The line should read: tags: [a, b]")]
    [InlineData("id: test\nname: {|PB0001:,|}x", "unquoted ','; with quotes, it reads: name: \",x\"")]
    [InlineData("id: test\nname: {|PB0001:}|}x", "This '}' has no matching opening bracket. The line should read: name: x")]
    [InlineData(" {|PB0001:i|}d: test\nname: x\ntags: [a]", "The first key is indented by 1 space, unlike the lines below it. Start it at the beginning of the line.")]
    [InlineData("id: test\n  {|PB0001:n|}ame: x", "The text is indented by 2 spaces, unlike the lines above it. Start it at the beginning of the line.")]
    [InlineData("id: test\ntags: [a, {|PB0001:,|} b]", "There is nothing before this ','. The line should read: tags: [a, b]")]
    [InlineData("id: test\ntags: [a, b{|PB0001:}|}", "This '}' must be a ']', because the '[' is not closed. The line should read: tags: [a, b]")]
    public void The_cause_in_the_head_is_corrected(string head, string message) =>
        AssertCorrected(head + "\nsteps:\n  - { action: goto, params: { url: /x } }\n", message);

    [Theory]
    [InlineData("tags: [a, {|PB0001:,|} ~]", "There is nothing before this ','.")]
    [InlineData("tags: {|PB0001:{|}a: b", "The '{' that opens here is not closed.")]
    [InlineData("guardrails: { max_duration_ms: 5000 } {|PB0001:x|}", "There is text after the closing '}'.")]
    [InlineData("tags: {|PB0001:[|}\n  a,\n  b", "The '[' that opens here is not closed.")]
    [InlineData("guardrails: {|PB0001:{|} max_duration_ms: 5000, zzzzzzzz: 1", "The '{' that opens here is not closed.")]
    [InlineData("description: {|PB0001:| |}text\n  more", "Only an indentation number, '+', or '-' can follow '|' or '>' on the same line.")]
    [InlineData("parameters: {|PB0001:[|}\n  { name: a },\n  { name: b }", "The '[' that opens here is not closed.")]
    public void Only_the_cause_is_named_where_no_line_would_compile(string head, string message) =>
        Check.Exactly("id: test\n" + head + "\nsteps:\n  - { action: goto, params: { url: /x } }\n", message);

    [Theory]
    [InlineData(" {|PB0001:-|} action: goto\n    params: { url: /x }\n  - { action: hover, selector: a }", "The item is indented by 1 space, unlike the next one. Indent it by 2 spaces.")]
    [InlineData("   {|PB0001:-|} action: goto\n    params: { url: /x }\n  - { action: hover, selector: a }", "The item is indented by 3 spaces, unlike the next one. Indent it by 2 spaces.")]
    [InlineData("  - action: goto\n    params: { url: /x }\n   {|PB0001:a|}ction: hover\n    selector: a", "A '- ' is missing before this item. The line should read: - action: hover")]
    public void One_item_with_another_indentation_is_one_finding(string steps, string message) => Check.Exactly("id: test\nsteps:\n" + steps + "\n", message);

    [Fact]
    public void Each_line_with_a_cause_of_its_own_is_reported() => Check.File(Head + """
          - { action: hover, selector: a, description: a{|PB0001::|} b }
          - { action: hover, selector: a, description: {|PB0001:@|}c }
          - {|PB0001:{|} action: hover, selector: a
          - { action: hover, selector: a }
        """ + "\n");

    private static void AssertCorrected(string markup, string message)
    {
        Check.File(markup, message);
        var text = MarkupText.Parse(markup).Text;
        var finding = Assert.Single(PlaybookReader.Read("a", text).Findings);
        var lines = text.Split('\n');
        var line = lines[finding.Span.StartLine];
        lines[finding.Span.StartLine] = finding.Message.EndsWith("Start it at the beginning of the line.", StringComparison.Ordinal) ? line.Trim()
            : ShownIndentation().Match(finding.Message) is { Success: true } spaces
            ? new string(' ', int.Parse(spaces.Groups["count"].Value, CultureInfo.InvariantCulture)) + line.Trim()
            : line[..^line.TrimStart().Length] + ShownLine().Match(finding.Message).Groups["line"].Value;

        Assert.Empty(PlaybookReader.Read("a", string.Join('\n', lines)).Findings);
    }

    [GeneratedRegex("Indent it by (?<count>\\d+) spaces?\\.$")]
    private static partial Regex ShownIndentation();

    [GeneratedRegex("(?:should read|it reads): (?<line>.+)$")]
    private static partial Regex ShownLine();
}

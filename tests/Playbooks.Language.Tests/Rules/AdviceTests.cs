using System.Text.RegularExpressions;

namespace Playbooks.Language.Tests.Rules;

/// <summary>Advice never makes a second mistake: each line and word that a message shows is put in, and compiles.</summary>
public sealed partial class AdviceTests
{
    private const string Head = """
        id: test
        parameters: [{ name: order_id }]
        steps:
          - { action: goto, params: { url: "/{order_id}" } }

        """;

    [Theory]
    [InlineData("- { action: hover, selector: #save }")]
    [InlineData("- { action: hover, selector: { primary: #a, fallbacks: [#b, #c-{order_id}] } }")]
    [InlineData("- action: hover\n    selector: #save")]
    [InlineData("- action: hover\n    selector: #save[title=\"a\"]")]
    [InlineData("- action: hover\n    selector: [data-x]")]
    [InlineData("- action: hover\n    selector: [data-x] b")]
    [InlineData("- action: hover\n    selector: [\"#a\", \"#b\"]")]
    [InlineData("- action: hover\n    selector: [a, \"b\", 'c']")]
    [InlineData("- action: hover\n    selector: ['a']")]
    [InlineData("- action: hover\n    selector: {order_id}")]
    [InlineData("- action: hover\n    selector: *")]
    [InlineData("- action: hover\n    selector:\u00a0a")]
    [InlineData("- action: hover\n    selector\uff1aa")]
    [InlineData("- action: hover\n    selector: a\n    description: {order_id} lost")]
    [InlineData("- action: hover\n    selector: a\n    description: Note: lost")]
    [InlineData("- action: hover\n    selector: a\n    description: @me")]
    [InlineData("- action: hover\n    selector: a\n    description: \"C:\\data\"")]
    [InlineData("- action: hover\n    selector: a\n    timeout_ms: \"5000\"")]
    [InlineData("- action: hover\n    selector: a\n    descriptоn: a")]
    [InlineData("- action: hover\n    selector: a\n    description: ${order_id}")]
    [InlineData("- action: hover\n    selector: a\n    description: '{{order_id}}'")]
    [InlineData("- action: hover\n    selector: a\n    description: '{params.order_id}'")]
    [InlineData("- action: hover\n    selector: a\n    description: 'a {order_id'")]
    [InlineData("- action: hover\n    selector: a\n    description: '{OrderId}'")]
    [InlineData("- action: hover\n    selector: a\n    failure_message: '<oder_id>'")]
    [InlineData("- action: hover\n    selector: a\n    failure_message: '{order_id'")]
    [InlineData("- action: hover\n    primary: a")]
    [InlineData("- action: hover\n    selector: a\n    expect_text_on_page: a, b")]
    [InlineData("- action: hover\n    selector: a\n    attempts: 3")]
    [InlineData("- action: goto\n    url: /a[1]")]
    [InlineData("- action: upload\n    selector: a\n    verify: { expect_text_on_page: a }\n    files: [a, 'b,c']")]
    [InlineData("- action: upload\n    selector: a\n    verify: { expect_text_on_page: a }\n    params: { files: a }", "files: a")]
    [InlineData("- action: goto\n    params: { url: www.x.test }")]
    [InlineData("- action: goto\n    params: { url: orders }")]
    [InlineData("- action: extract\n    selector: a\n    params: { culture: ed-DE }")]
    [InlineData("- action: extract\n    selector: a\n    on_failure: retri")]
    public void What_a_message_shows_compiles(string step, string? replaced = null)
    {
        var text = Head + "  " + step + "\n";
        var finding = Assert.Single(PlaybookReader.Read("a", text).Findings);

        var corrected = Correct(text, finding, replaced);

        Assert.Equal(string.Empty, string.Join("\n", PlaybookReader.Read("a", corrected).Findings.Select(other => $"{finding.Message} -> {other.Id} {other.Message} in {corrected}")));
    }

    private static string Correct(string text, Finding finding, string? replaced)
    {
        var start = finding.Span.Start;
        if (ShownWord().Match(finding.Message) is { Success: true } word)
        {
            var quote = finding.Message.EndsWith("Put the text in quotes.", StringComparison.Ordinal) ? "\"" : string.Empty;
            return text[..start] + quote + word.Groups["word"].Value + quote + text[finding.Span.End..];
        }

        var line = ShownLine().Match(finding.Message);
        Assert.True(line.Success, finding.Message);
        var shown = line.Groups["line"].Value;
        if (replaced is not null)
        {
            return text.Replace(replaced, shown, StringComparison.Ordinal);
        }

        var lineStart = text.LastIndexOf('\n', start - 1) + 1;
        var contentStart = lineStart + text[lineStart..].TakeWhile(character => character is ' ').Count();
        var lineEnd = text.IndexOf('\n', start);
        var key = shown.StartsWith('-') || !text[contentStart..].StartsWith('-') ? contentStart : contentStart + 2;
        return shown is [>= '0' and <= '9', ..] ? text[..start] + shown + text[finding.Span.End..] : text[..key] + shown + text[lineEnd..];
    }

    [GeneratedRegex("(?:[dD]id you mean '|Write '|; write ')(?<word>[^']+)'")]
    private static partial Regex ShownWord();

    [GeneratedRegex("(?:reads: |should read: |in quotes: |without quotes: |without brackets: |[wW]rite it as |selectors as |\\. Write (?!it |several ))(?<line>.+)$")]
    private static partial Regex ShownLine();
}

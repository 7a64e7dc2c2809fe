using System.Text;
using Playbooks.Language.Tests.Markup;

namespace Playbooks.Language.Tests.Yaml;

/// <summary>PB0001: texts that are no YAML.</summary>
public sealed class UnreadableTests
{
    [Theory]
    [InlineData("    description: {|PB0001:{|}order_id} lost\n", "unquoted '{'; with quotes, it reads: description: \"{order_id} lost\"")]
    [InlineData("    selector: {|PB0001:[|}data-x] b\n", "unquoted '['; with quotes, it reads: selector: \"[data-x] b\"")]
    [InlineData("    description: {|PB0001:@|}me\n", "unquoted '@'; with quotes, it reads: description: \"@me\"")]
    [InlineData("    description: {|PB0001:%|}s\n", "unquoted '%'; with quotes, it reads: description: \"%s\"")]
    [InlineData("    description: {|PB0001:>|} 5\n", "unquoted '>'; with quotes, it reads: description: \"> 5\"")]
    [InlineData("    description: {|PB0001:&|} b\n", "unquoted '&'")]
    [InlineData("    selector: {|PB0001:*|} b\n", "unquoted '*'; with quotes, it reads: selector: \"* b\"")]
    [InlineData("    description: Note{|PB0001::|} lost\n", "unquoted ': '; with quotes, it reads: description: \"Note: lost\"")]
    [InlineData("    params: { url: /x/{|PB0001:{|}order_id} }\n", "unquoted '{'; with quotes, it reads: params: { url: \"/x/{order_id}\" }")]
    public void A_line_that_is_no_yaml_is_shown_with_quotes(string line, string message) =>
        Check.File("id: test\nsteps:\n  - action: hover\n" + line + "    zzzz: not judged\n", message);

    [Theory]
    [InlineData("id: test\nsteps:\n{|PB0001:\t|}- action: hover\n", "tab")]
    [InlineData("id: test\nsteps:\n  - action: hover\n{|PB0001:\t|}  selector: a\n", "tab")]
    [InlineData("id: test\nname: {|PB0001:'|}x", "The quote that opens here is not closed. The line should read: name: 'x'")]
    [InlineData("id: test\nname: {|PB0001:\"|}\\d\"\n", "With single quotes, the line reads: name: '\\d'")]
    [InlineData("id: test\nname: {|PB0001:\"C:|}\\data\"\n", "unknown escape")]
    [InlineData("id: test\nname: {|PB0001:\"\\x|}ZZ\"\n", "hexadecimal")]
    [InlineData("id: test\nname: a{|PB0001:\0|}b\nid: x\n", "U+0000")]
    [InlineData("id: test\nname: \"a{|PB0001:\u001b|}b\"\n", "\\x1B")]
    [InlineData("id: test\nsteps:\n  - action: hover\n   {|PB0001:s|}elector: a\n", "Indent it by 4 spaces.")]
    [InlineData("id: test\n{|PB0001:name|}\nsteps: []\n", "key: value")]
    [InlineData("{|PB0001:}|}", "unquoted '}'")]
    [InlineData("id: test\nname: 'it'{|PB0001:s'|}\n", "There is text after the closing quote. The line should read: name: \"it's\"")]
    public void The_mistake_is_said_in_plain_words(string text, string message) => Check.File(text, message);

    [Theory]
    [InlineData("- { action: click, selector: {|PB0001:#|}save }", "The line should read: - { action: click, selector: \"#save\" }")]
    [InlineData("- { action: click, selector: a {|PB0001:#|}save }", "The line should read: - { action: click, selector: \"a #save\" }")]
    [InlineData("- { action: click, selector: {|PB0001:#|}save, description: '#1' }", "selector: \"#save\", description: '#1' }")]
    [InlineData("- { action: click, selector: {|PB0001:#|}save, description: #1 }", "selector: \"#save\", description: \"#1\" }")]
    [InlineData("- { action: click, selector: { primary: {|PB0001:#|}a, fallbacks: [#b, #c] } }", "{ primary: \"#a\", fallbacks: [\"#b\", \"#c\"] } }")]
    [InlineData("- { action: click, selector: {|PB0001:#|}row-{order_id} }", "selector: \"#row-{order_id}\" }")]
    [InlineData("- { action: click, selector: {|PB0001:#|}a[b=\"c\"] }", "selector: '#a[b=\"c\"]' }")]
    public void A_comment_that_cuts_a_flow_mapping_hides_nothing(string step, string message)
    {
        var file = Check.File($"""
            id: test
            {"{|PB0002:"}zzzzzz|{"}"}: 1
            parameters: [{"{ name: order_id }"}]
            steps:
              - {"{ action: hover, selector: 'a[title=\"{order_id}\"]' }"}
              {step}
              - {"{ action: hover, selector: {|PB0301:'[['|} }"}
              - {"{ action: click, selector: a, verify: { expect_element_gone: '#save' }, {|PB0002:yyyyyy|}: 1 }"}

            """, message);

        Assert.True(file.Model.HasErrors);
    }

    [Fact]
    public void Several_lines_with_known_mistakes_are_several_findings() => Check.File("""
        id: test
        steps:
          - { action: click, selector: {|PB0001:#|}save }
          - action: click
            selector: b
          - { action: click, selector: {|PB0001:#|}c, verify: { expect_element_visible: b } }
        """);

    [Theory]
    [InlineData("  - action:{|PB0001:\u00a0|}hover\n    selector: a\n", "U+00A0 (looks like a space). The line should read: - action: hover")]
    [InlineData("  - action: hover\n    selector:{|PB0001:\u00a0|}a\n", "The line should read: selector: a")]
    [InlineData("  - action: hover\n    selector{|PB0001:\uff1a|}a\n", "U+FF1A (looks like ':'). The line should read: selector: a")]
    [InlineData("  - action: hover\n    selector{|PB0001:\uff1a|} a\n", "The line should read: selector: a")]
    [InlineData("  - action: hover\n{|PB0001:\u00a0|}\u00a0\u00a0\u00a0selector: a\n", "The line should read: selector: a")]
    public void A_character_that_only_looks_right_is_named(string steps, string message) => Check.File("id: test\nsteps:\n" + steps, message);

    [Theory]
    [InlineData("description: Gr{|PB0001:\ufffd|}\ufffde\n{|PB0002:zzzzzz|}: 1", "not UTF-8")]
    [InlineData("# Gr{|PB0001:\ufffd|}e", "Windows-1252")]
    [InlineData("description: \"\\uFFFD\"", "")]
    public void A_byte_that_is_not_UTF_8_is_found(string head, string message) => Check.Head(head, message);

    [Theory]
    [InlineData("  - {|PB0001:\uff5b|} action: hover, selector: a \uff5d\n", "The line contains U+FF5B (looks like '{'). The line should read: - { action: hover, selector: a }")]
    [InlineData("  - { action: hover, selector: a {|PB0001:\uff5d|}\n", "The line contains U+FF5D (looks like '}'). The line should read: - { action: hover, selector: a }")]
    [InlineData("  - { action: hover{|PB0001:\uff0c|} selector: a }\n", "The line contains U+FF0C (looks like ','). The line should read: - { action: hover, selector: a }")]
    [InlineData("  - { action: hover, selector: a, description: b\uff0cc {|PB0001:\uff5d|}\n", "The line should read: - { action: hover, selector: a, description: b\uff0cc }")]
    [InlineData("  - { action: hover, selector: a, description: 'b\uff5d', retry: { attempts: 2 {|PB0001:\uff5d|} }\n", "description: 'b\uff5d', retry: { attempts: 2 } }")]
    [InlineData("  - action: click\n    selector: a\n    verify: { expect_element_visible: a }\n    params: { modifiers: [Alt, Shift{|PB0001:\uff3d|} }\n", "The line contains U+FF3D (looks like ']'). The line should read: params: { modifiers: [Alt, Shift] }")]
    public void A_full_width_bracket_or_comma_is_named(string steps, string message) =>
        Check.File("id: test\n{|PB0002:zzzzzz|}: 1\nsteps:\n" + steps, message);

    [Theory]
    [InlineData("tags: {|PB0004:\uff3ba, b\uff3d|}", "'tags' must be a list, not text. It contains U+FF3B (looks like '[').")]
    [InlineData("guardrails: {|PB0004:\uff5b\uff5d|}", "'guardrails' must be a mapping, not text. It contains U+FF5B (looks like '{').")]
    [InlineData("description: a\uff0cb\uff3bc\uff3d", "")]
    public void A_full_width_bracket_that_YAML_takes_for_text_is_named(string head, string message) => Check.Head(head, message);

    [Fact]
    public void A_full_width_comma_that_joins_two_words_is_named() => Check.Steps(
        "- { action: click, selector: a, params: { modifiers: [{|PB0204:Alt\uff0c Shift|}] }, verify: { expect_element_visible: a } }", "It contains U+FF0C (looks like ',').");

    [Fact]
    public void A_character_that_was_read_in_a_code_page_is_found()
    {
        const string text = "id: test\n# Gr\u00f6\u00dfe\nzzzzzz: 1\nsteps: [{ action: goto, params: { url: / } }]\n";
        var file = PlaybookReader.Read("x", text, Encoding.Latin1, default);

        Assert.Equal(["PB0001", "PB0002"], file.Findings.Select(finding => finding.Id));
        Assert.Equal("The file is not UTF-8: it was read as iso-8859-1. Save it as UTF-8.", file.Findings[0].Message);
        Assert.Equal((text.IndexOf('\u00f6', StringComparison.Ordinal), 1, 1, 4), (file.Findings[0].Span.Start, file.Findings[0].Span.Length, file.Findings[0].Span.StartLine, file.Findings[0].Span.StartColumn));
        Assert.True(file.Model.HasErrors);
    }

    public static TheoryData<Encoding?, string> Readable => new()
    {
        { null, "Gr\u00f6\u00dfe" },
        { Encoding.UTF8, "Gr\u00f6\u00dfe" },
        { Encoding.Unicode, "Gr\u00f6\u00dfe" },
        { Encoding.BigEndianUnicode, "Gr\u00f6\u00dfe" },
        { Encoding.UTF32, "Gr\u00f6\u00dfe" },
        { Encoding.Latin1, "Groesse\u007f" },
        { Encoding.ASCII, "Groesse" },
    };

    [Theory]
    [MemberData(nameof(Readable))]
    public void A_text_in_Unicode_or_in_ASCII_characters_is_read(Encoding? encoding, string name) =>
        Assert.Empty(PlaybookReader.Read("x", $"id: test\nname: {name}\nsteps: [{{ action: goto, params: {{ url: / }} }}]\n", encoding, default).Findings);

    [Fact]
    public void A_file_in_UTF_16_without_a_mark_is_named() => Check.File("i{|PB0001:\0|}d\0:\0", "UTF-16");

    [Theory]
    [InlineData("id: test\nparameters: [{ name: a }]\ndescription: a: b\nsteps:\n  - { action: extract, selector: \"{a}\", store_as: b }\n")]
    [InlineData("description: a: b\nid: test\nparameters: [{ name: a }]\nsteps:\n  - { action: extract, selector: \"{a}\", store_as: b }\n  - @\n  - %\n")]
    [InlineData("id: test\nname: \"a\nparameters: [{ name: a }]\nsteps:\n  - { action: extract, selector: x, store_as: b }\n")]
    public void The_types_of_an_unreadable_file_are_kept(string text)
    {
        var file = PlaybookReader.Read("other.playbook.yaml", text);

        Assert.All(file.Findings, finding => Assert.Equal("PB0001", finding.Id));
        Assert.Equal("Test", file.Model.ClassName);
        Assert.Equal(["a"], file.Model.Parameters.Select(parameter => parameter.Name));
        Assert.Equal(["b"], file.Model.StoredValues.Select(value => value.Name));
        Assert.True(file.Model.HasErrors);
        Assert.Equal(text, file.Model.SourceText);
    }

    [Theory]
    [InlineData("cancel_order.playbook.yaml", "cancel_order", "CancelOrder")]
    [InlineData("/a b/Cancel Order-2.playbook.yml", "cancel_order_2", "CancelOrder2")]
    [InlineData("C:\\x\\1.playbook.yaml", "playbook", "Playbook")]
    [InlineData("", "playbook", "Playbook")]
    public void A_file_without_an_id_is_named_after_the_file(string path, string id, string className)
    {
        foreach (var text in new[] { "", "@", "- a", "id: ''" })
        {
            var model = PlaybookReader.Read(path, text).Model;

            Assert.Equal(id, model.Id);
            Assert.Equal(className, model.ClassName);
            Assert.True(model.HasErrors);
        }
    }
}

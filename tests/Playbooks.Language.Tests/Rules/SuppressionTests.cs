using Playbooks.Language.Tests.Markup;

namespace Playbooks.Language.Tests.Rules;

public sealed class SuppressionTests
{
    [Fact]
    public void A_comment_switches_a_finding_off_on_its_line_or_the_next() => Check.File("""
        id: test
        zzzzzzzz: 1 # playbooks: disable PB0002
        # playbooks: disable PB0002
        yyyyyyyy: 1
        {|PB0002:xxxxxxxx|}: 1
        parameters:
          # playbooks: disable PB0104
          # playbooks: disable PB0007, PB0105
          - name: A # a comment
          - name: {|PB0104:b|}
        steps:
          - action: click # playbooks: disable PB0402 because it is checked by hand
            selector: a
        """);

    [Theory]
    [InlineData("# playbooks: disable PB0102\n    description: >\n      a b\n      {foo} c\n    failure_message: '{|PB0101:{foo}|}'")]
    [InlineData("# playbooks: disable PB0102\n    description: |-\n\n      {foo}\n\n      {bar} c")]
    [InlineData("# playbooks: disable PB0102\n    description: \"a b\n      {foo} c\"")]
    [InlineData("# playbooks: disable PB0102\n    description:\n      a b\n      {foo} c")]
    [InlineData("description: > # playbooks: disable PB0102\n      a b\n      {foo} c")]
    [InlineData("# playbooks: disable PB0102\n    verify:\n      expect_text_on_page: >\n        {|PB0102:{foo}|} c")]
    public void A_comment_above_a_text_of_several_lines_holds_for_all_of_it(string keys) =>
        Check.File("id: test\nsteps:\n  - action: hover\n    selector: a\n    " + keys + "\n");

    [Fact]
    public void A_comment_above_an_item_of_several_lines_holds_for_all_of_it() => Check.File("""
        id: test
        steps:
          - when:
              equals:
                # playbooks: disable PB0102
                - |
                  a
                  {foo}
                - "{run_id}"
            then: [{ action: hover, selector: a }]
        """);

    [Theory]
    [InlineData("description: '{|PB0102:{foo}|}'", "add the comment '# playbooks: disable PB0102'.")]
    [InlineData("description: >\n      a\n      {|PB0102:{foo}|}", "add the comment '# playbooks: disable PB0102' on the line above the key.")]
    [InlineData("description: >\n      a\n      {|PB0113:${run_id}|}", "add the comment '# playbooks: disable PB0113' on the line above the key.")]
    public void The_advice_to_add_a_comment_can_be_followed(string keys, string message) =>
        Check.File("id: test\nsteps:\n  - action: hover\n    selector: a\n    " + keys + "\n", message);

    [Fact]
    public void A_comment_before_the_first_key_holds_for_the_file()
    {
        var file = Check.File("""
            # The shop.
            # playbooks: disable PB0104, PB0402
            # playbooks: disable PB0002
            id: test
            zzzzzzzz: 1
            parameters: [{ name: a }, { name: b, type: {|PB0004:x|} }]
            steps:
              - { action: click, selector: a }
            """);

        Assert.Equal(["PB0104", "PB0402", "PB0002"], file.Suppressions.FileWide);
        Assert.True(file.Model.HasErrors);
    }

    [Fact]
    public void A_comment_behind_a_value_says_nothing_about_the_next_line() => Check.File("""
        id: test
        name: x # playbooks: disable PB0002
        {|PB0002:zzzzzzzz|}: 1
        steps: [{ action: goto, params: { url: / } }]
        """);

    [Theory]
    [InlineData("# playbooks: disable {|PB0002:PB0140|}", "Did you mean 'PB0104'?")]
    [InlineData("# playbooks: disable PB0104, {|PB0002:PB9999|}", "Unknown finding 'PB9999'")]
    [InlineData("# playbooks: disable PB0104 {|PB0002:PB0114|}", "'PB0114'")]
    [InlineData("# playbooks: disable {|PB0002:all|}", "'all'")]
    [InlineData("# playbooks: disable PB0001, PB0901", "")]
    [InlineData("# playbooks: disable", "")]
    [InlineData("# playbooks: other PB9999", "")]
    [InlineData("#playbooks:disable PB0104", "")]
    public void An_unknown_id_is_an_unknown_key(string comment, string message) => Check.File(
        comment + "\nid: test\nsteps: [{ action: goto, params: { url: / } }]\n", message);

    [Fact]
    public void What_looks_like_a_comment_in_a_text_is_none() => Check.File("""
        id: test
        name: "# playbooks: disable PB0002"
        description: |
          # playbooks: disable PB0002
        {|PB0002:zzzzzzzz|}: 1
        steps: [{ action: goto, params: { url: / } }]
        """);

    [Theory]
    [InlineData("zzzzzzzz: 1 # playbooks: disable PB0002", false)]
    [InlineData("descripton: 1 # playbooks: disable PB0002", true)]
    [InlineData("tags: x # playbooks: disable PB0004", true)]
    [InlineData("start_url: x # playbooks: disable PB0205", false)]
    public void A_playbook_runs_if_nothing_was_left_out_for_what_is_switched_off(string head, bool hasErrors) =>
        Assert.Equal(hasErrors, Check.Head(head).Model.HasErrors);

    [Fact]
    public void An_unreadable_file_cannot_be_silenced() => Check.File("# playbooks: disable PB0001\nid: {|PB0001:@|}\n");
}

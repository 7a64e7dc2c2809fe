using Playbooks.Cli.Formatting;

namespace Playbooks.Cli.Tests.Formatting;

public sealed class FormatTests
{
    public static TheoryData<string> Playbooks => [.. Examples.CorpusNames];

    [Fact]
    public void Indentation_spaces_and_blank_lines_are_normalized_and_comments_stay()
    {
        const string Written = """


            # yaml-language-server: $schema=playbook.schema.json
            id:   cancel_order   # the id
            tags:
            - orders
            # about smoke
            -   smoke
            parameters:
                -   name: order_id
                    # what it is
                    type:  int


                -   { name: reason,required: false   ,  choices: [ a,b ] }
            steps:
            -
                action: goto
                params: {url: "/orders?q={order_id}&r={reason}"}
                # the end of the step
            - action: evaluate
              params:
                    script: |
                        a => {
                          return 1;

                        }
                    args: {}
            - action: wait_for
              selector:
                  "#a"
              description: >-
                  Two
                  lines
              failure_message: "Three
                words   here"
            # the end of the file

            """;
        const string Expected = """
            # yaml-language-server: $schema=playbook.schema.json
            id: cancel_order   # the id
            tags:
              - orders
              # about smoke
              - smoke
            parameters:
              - name: order_id
                # what it is
                type: int

              - { name: reason, required: false, choices: [a, b] }
            steps:
              -
                action: goto
                params: { url: "/orders?q={order_id}&r={reason}" }
                # the end of the step
              - action: evaluate
                params:
                  script: |
                      a => {
                        return 1;

                      }
                  args: {}
              - action: wait_for
                selector:
                  "#a"
                description: >-
                    Two
                    lines
                failure_message: "Three
                  words   here"
            # the end of the file

            """;

        var formatted = PlaybookFormatter.Format(Written, out var problem);

        Assert.Null(problem);
        Assert.Equal(Expected, formatted);
        Assert.Equal(Expected, PlaybookFormatter.Format(formatted, out _));
    }

    [Theory]
    [MemberData(nameof(Playbooks))]
    public void Formatting_twice_changes_nothing_and_no_comment_is_lost(string name)
    {
        var text = Examples.CorpusText(name);

        var once = PlaybookFormatter.Format(text, out var problem);

        Assert.Null(problem);
        Assert.Equal(once, PlaybookFormatter.Format(once, out _));
        Assert.Equal(text.Count(character => character == '#'), once.Count(character => character == '#'));
        Assert.Equal(text.Contains('\r', StringComparison.Ordinal), once.Contains('\r', StringComparison.Ordinal));
    }

    [Fact]
    public void A_text_that_keeps_its_last_blank_lines_keeps_them()
    {
        const string Text = "id: a\ndescription: |+\n  one\n\n\nsteps: []\n";

        Assert.Equal(Text, PlaybookFormatter.Format(Text, out _));
    }

    [Fact]
    public void A_file_that_cannot_be_read_stays_as_it_is_and_says_why()
    {
        const string Text = "id:   [\n";

        Assert.Equal(Text, PlaybookFormatter.Format(Text, out var problem));
        Assert.NotNull(problem);
    }

    [Fact]
    public async Task The_byte_order_mark_and_the_line_ends_of_a_file_stay()
    {
        using var tool = new Tool().With("a.playbook.yaml", "\uFEFFid:  a\r\nsteps:\r\n- {action: wait_for, selector: b}\r\n");

        await tool.RunAsync("format", "a.playbook.yaml");

        Assert.Equal("\uFEFFid: a\r\nsteps:\r\n  - { action: wait_for, selector: b }\r\n"u8.ToArray(), await File.ReadAllBytesAsync(tool.PathOf("a.playbook.yaml")));
    }
}

using Playbooks.Language.Tests.Markup;

namespace Playbooks.Language.Tests.Rules;

/// <summary>PB0008: what a file may not be.</summary>
public sealed class LimitTests
{
    private const string Rest = "\nsteps:\n  - { action: goto, params: { url: / } }\n";

    [Fact]
    public void An_alias_ends_the_reading() => Check.File("""
        id: test
        name: &x foo
        description: {|PB0008:*x|}
        zzzz: not read
        """, "'*x'");

    [Fact]
    public void A_selector_that_looks_like_an_alias_is_one() => Check.File("id: test\nsteps:\n  - action: hover\n    selector: {|PB0008:*:hover|}\n", "put it in quotes");

    [Theory]
    [InlineData("{|PB0008:!env|} x")]
    [InlineData("{|PB0008:!|} Attention")]
    [InlineData("{|PB0008:!!binary|} aGk=")]
    [InlineData("&a {|PB0008:!env|} x")]
    [InlineData("{|PB0008:!env|} [a]")]
    public void A_custom_tag_ends_the_reading(string value) => Check.File("id: test\nname: " + value + Rest);

    [Fact]
    public void A_second_document_is_too_many() => Check.File("id: test" + Rest + "{|PB0008:---|}\nid: Other\n");

    [Fact]
    public void A_document_may_be_marked() => Check.File("%YAML 1.2\n---\nid: test" + Rest + "...\n");

    [Fact]
    public void A_thousand_and_one_steps_are_too_many()
    {
        var steps = string.Concat(Enumerable.Repeat("  - { action: goto, params: { url: / } }\n", 1000));
        Check.File("id: test\nsteps:\n" + steps);
        Check.File("id: test\nsteps:\n" + steps + "  - {|PB0008:{|} action: zzzz }\n", "1,000 steps");
        Check.File("id: test\nsteps:\n" + steps + "  - {|PB0008:a|}ction: zzzz\n");
    }

    [Fact]
    public void Sixty_four_levels_are_deep_enough()
    {
        Check.File("id: test" + Rest + "{|PB0002:zzzz|}: " + new string('[', 63) + new string(']', 63) + "\n");
        Check.File("id: test" + Rest + "{|PB0002:zzzz|}: " + new string('[', 63) + "{|PB0008:[|}" + new string(']', 64) + "\n", "64 levels");
    }

    [Fact]
    public void Depth_beyond_all_measure_is_still_one_finding()
    {
        var file = PlaybookReader.Read("x", "id: test\nzzzz: " + new string('[', 1_000_000));

        Assert.Equal("PB0008", file.Findings[file.Findings.Count - 1].Id);
    }

    [Fact]
    public void One_mebibyte_is_long_enough()
    {
        var head = "id: test" + Rest;
        Check.File(head + "#" + new string('x', (1024 * 1024) - head.Length - 1));
        Check.File(head + "#" + new string('x', (1024 * 1024) - head.Length - 1) + "{|PB0008:x|}\n", "1 MiB");
        Check.File(head + "#" + new string('é', ((1024 * 1024) - head.Length - 1) / 2) + "x{|PB0008:x|}\n".Replace("x{", (head.Length % 2 == 0 ? "x" : "") + "{", StringComparison.Ordinal));
    }

    [Fact]
    public void What_was_read_before_is_judged_and_what_lacks_is_not() => Check.File("""
        id: Test
        parameters:
          - { name: unused, type: {|PB0004:zzzzzz|} }
        steps:
          - action: click
            selector: a
            description: "{unknown}"
            on_failure: llm_recover
          - action: click
            selector: {|PB0008:*a|}
        """.Replace("id: Test", "id: {|PB0007:Test|}", StringComparison.Ordinal));

    [Fact]
    public void The_types_of_what_was_read_are_kept()
    {
        var file = PlaybookReader.Read("x", "id: test\nparameters: [{ name: a }]\nsteps:\n  - { action: hover, selector: a }\n  - *a\n");

        Assert.Equal("test", file.Model.Id);
        Assert.Single(file.Model.Parameters);
        Assert.Single(file.Model.Steps);
        Assert.True(file.Model.HasErrors);
    }
}

using Playbooks.Language.Tests.Markup;

namespace Playbooks.Language.Tests.Yaml;

/// <summary>Places inside every style of scalar.</summary>
public sealed class ScalarPlaceTests
{
    private const string Head = "id: test\nsteps:\n  - action: hover\n    selector: a\n";

    [Theory]
    [InlineData("    description: a {|PB0102:{ run_id }|} b\n")]
    [InlineData("    description: a\n      b\n\n      c {|PB0102:{RunId}|} d\n      {|PB0102:{run-id}|}\n")]
    [InlineData("    description:\n      a {|PB0102:{RunId}|}\n")]
    [InlineData("    description: 'it''s {|PB0102:{RunId}|} ''{|PB0102:{RunId}|}'''\n")]
    [InlineData("    description: 'a\n      b {|PB0102:{RunId}|}\n\n      {|PB0102:{RunId}|}'\n")]
    [InlineData("    description: \"\\u00e9\\x41\\U0001F600\\ud83d\\ude00\\n\\t\\\\ {|PB0102:{RunId}|} \\\"{|PB0102:{RunId}|}\\\"\"\n")]
    [InlineData("    description: \"a \\\n      b\\\n        {|PB0102:{RunId}|}\n\n      c {|PB0102:{RunId}|}\"\n")]
    [InlineData("    description: \"{|PB0102:\\x7bRunId\\x7d|}\"\n")]
    [InlineData("    description: \"{|PB0102:{Run\\x49d}|} {|PB0102:{\\u0052unId}|}\"\n")]
    [InlineData("    description: |\n      a {|PB0102:{RunId}|}\n        b {|PB0102:{RunId}|}\n\n      {|PB0102:{RunId}|}\n")]
    [InlineData("    description: |2-\n          a {|PB0102:{RunId}|}\n      b {|PB0102:{RunId}|}\n")]
    [InlineData("    description: | # a comment with {RunId}\n      a {|PB0102:{RunId}|}\n")]
    [InlineData("    description: |+\n\n\n      a {|PB0102:{RunId}|}\n\n\n")]
    [InlineData("    description: >\n      a {|PB0102:{RunId}|}\n      b {|PB0102:{RunId}|}\n\n        c {|PB0102:{RunId}|}\n      d\n\n\n      {|PB0102:{RunId}|}\n")]
    [InlineData("    description: >-\n\n      a\n      {|PB0102:{RunId}|}")]
    [InlineData("    description: &anchor a {|PB0102:{RunId}|}\n")]
    [InlineData("    description: !!str 'a {|PB0102:{RunId}|}'\n")]
    [InlineData("    description: !!str &anchor\n      a {|PB0102:{RunId}|}\n")]
    [InlineData("    description: \ud83d\ude00 {|PB0102:{RunId}|} \ud83d\ude00{|PB0102:{RunId}|}\n")]
    [InlineData("    description: a\tb\t{|PB0102:{RunId}|}\n")]
    [InlineData("    description: \"a\u2028b {|PB0102:{RunId}|}\u2029\u0085{|PB0102:{RunId}|}\"\n")]
    [InlineData("    description: a\u2028b {|PB0102:{RunId}|}\u2029\u0085{|PB0102:{RunId}|}\n")]
    public void A_placeholder_is_found_where_it_is_written(string keys)
    {
        Check.File(Head + keys);
        Check.File("\uFEFF" + Head + keys);
        Check.File((Head + keys).Replace("\n", "\r\n", StringComparison.Ordinal));
        Check.File((Head + keys).Replace("\n", "\r", StringComparison.Ordinal));
        Check.File("\uFEFF# é \ud83d\ude00\r\n" + (Head + keys).Replace("\n", "\r\n", StringComparison.Ordinal) + "\r\n\r\n");
    }

    [Fact]
    public void A_placeholder_may_be_broken_over_lines() =>
        Check.File(Head + "    failure_message: >\n      {|PB0108:{run\n      id}|} x\n");

    [Fact]
    public void A_flow_mapping_holds_places() =>
        Check.File("{ id: test, steps: [ { action: hover, selector: a, \"description\": \"{|PB0102:{RunId}|}\" , 'failure_message' : x {|PB0004:y|}: } ] }".Replace(" x {|PB0004:y|}:", " {|PB0004:[ x ]|}", StringComparison.Ordinal));

    [Fact]
    public void A_key_and_value_on_lines_of_their_own() => Check.File("? id\n: {|PB0007:Test|}\n? steps\n: - ? action\n    : {|PB0201:zzzzzzzz|}\n");

    [Fact]
    public void A_value_is_marked_from_quote_to_quote() => Check.File("id: {|PB0007:\"Te\\x73t\"|} # x\nsteps:\n- {action: hover,selector: a,timeout_ms: {|PB0004:'5'|}}\n- action: hover\n  selector: a\n  timeout_ms: {|PB0004:|\n    5|}\n");

    [Theory]
    [InlineData("a\u2028b")]
    [InlineData("a\u0085b")]
    [InlineData("\"a\u2029 b\"")]
    [InlineData("\"a\\u2028\\0\\N\\P\\_ b\"")]
    [InlineData("'\uE000\u2028\uE001'")]
    public void A_line_separator_is_a_character_like_others(string value)
    {
        var file = Check.Head("name: " + value);
        var expected = value.Trim('"', '\'').Replace("\\u2028", "\u2028", StringComparison.Ordinal).Replace("\\0", "\0", StringComparison.Ordinal)
            .Replace("\\N", "\u0085", StringComparison.Ordinal).Replace("\\P", "\u2029", StringComparison.Ordinal).Replace("\\_", "\u00A0", StringComparison.Ordinal);

        Assert.Equal(expected, file.Model.Name);
    }
}

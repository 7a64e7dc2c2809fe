using Playbooks.Language.Model;
using Playbooks.Language.Tests.Markup;

namespace Playbooks.Language.Tests.Rules;

/// <summary>The JSON of a request: YAML by its core schema, with placeholders in its texts.</summary>
public sealed class RequestJsonTests
{
    [Theory]
    [InlineData("\"12\"", "'12'")]
    [InlineData("'true'", "'true'")]
    [InlineData("plain text", "'plain text'")]
    [InlineData("12", "12")]
    [InlineData("-7", "-7")]
    [InlineData("+7", "7")]
    [InlineData("0", "0")]
    [InlineData("12345678901234567890123", "12345678901234567890123")]
    [InlineData("12.50", "12.50")]
    [InlineData(".5", "0.5")]
    [InlineData("-5.", "-5")]
    [InlineData("1e3", "1e3")]
    [InlineData("1.5E-3", "1.5E-3")]
    [InlineData("0x1F", "31")]
    [InlineData("0xFFFFFFFFFFFFFFFFFF", "4722366482869645213695")]
    [InlineData("0o17", "15")]
    [InlineData("true", "true")]
    [InlineData("FALSE", "false")]
    [InlineData("null", "null")]
    [InlineData("~", "null")]
    [InlineData("Null", "null")]
    [InlineData("no", "'no'")]
    [InlineData("2024-01-31", "'2024-01-31'")]
    [InlineData("1_000", "'1_000'")]
    [InlineData("0x", "'0x'")]
    [InlineData("+", "'+'")]
    [InlineData(".", "'.'")]
    [InlineData("e5", "'e5'")]
    [InlineData("1.2.3", "'1.2.3'")]
    [InlineData("[]", "[]")]
    [InlineData("{}", "{}")]
    [InlineData("{ b: }", "{b:null}")]
    [InlineData("[1, [a, { b: c }], ~]", "[1,['a',{b:'c'}],null]")]
    [InlineData("{ order: { id: 5, tags: [new] }, 1: x, \"\": y }", "{order:{id:5,tags:['new']},1:'x',:'y'}")]
    [InlineData("\"{run_id}\"", "<run_id>")]
    [InlineData("\"{run_id:raw}\"", "'{run_id:raw}'")]
    [InlineData("\"{run_id} \"", "'{run_id} '")]
    [InlineData("\"{{run_id}}\"", "'{{run_id}}'")]
    public void A_value_is_read_as_YAML_means_it(string yaml, string json)
    {
        var isForeign = yaml.Contains("{{", StringComparison.Ordinal);
        var file = Check.Steps($"- {{ action: api_request, request: {{ url: /, json: {{ a: {(isForeign ? "\"{|PB0113:{{run_id}}|}\"" : yaml)} }} }} }}");

        Assert.Equal("{a:" + json + "}", Shown(file));
    }

    [Theory]
    [InlineData("a: {|PB0004:007|}", "A JSON number cannot start with 0, as in '007'. Put it in quotes if it is text: \"007\"")]
    [InlineData("a: {|PB0004:-00.5|}", "cannot start with 0")]
    [InlineData("a: {|PB0004:.inf|}", "'.inf' is not a JSON number.")]
    [InlineData("a: {|PB0004:.NaN|}", "'.NaN' is not a JSON number.")]
    [InlineData("a: {|PB0004:{run_id}|}", "Put it in quotes: a: \"{run_id}\"")]
    [InlineData("a: 1, {|PB0005:a|}: 2", "repeated")]
    [InlineData("{|PB0002:[x]|}: 1", "A key must be a plain word")]
    [InlineData("a: \"{|PB0102:{nobody}|}\"", "nobody")]
    public void A_value_cannot_be_JSON(string json, string message) =>
        Check.Steps($"- {{ action: api_request, request: {{ url: /, json: {{ {json} }} }} }}", message);

    [Fact]
    public void A_comment_that_looks_like_a_value_is_noticed() => Check.Steps("""
        - action: api_request
          request:
            url: /
            json:
              {|PB0004:color|}: #fff
              count: 5 {|PB0011:#|}6
              nothing:
              none: # a remark
        """, "'#' begins a comment");

    [Fact]
    public void A_body_of_nothing_is_a_mistake() =>
        Check.Steps("- { action: api_request, request: { url: /, {|PB0004:json|}: } }", "'json' must be text, but is empty.");

    [Fact]
    public void A_whole_body_may_be_any_value()
    {
        Assert.Equal("[1]", Shown(Check.Steps("- { action: api_request, request: { url: /, json: [1] } }")));
        Assert.Equal("5", Shown(Check.Steps("- { action: api_request, request: { url: /, json: 5 } }")));
    }

    private static string Shown(PlaybookFile file) => Shown(Assert.IsType<JsonBodyModel>(((ActionStepModel)file.Model.Steps[0]).Request!.Body).Value);

    private static string Shown(JsonModel json) => json switch
    {
        JsonTextModel text => $"'{text.Text.Raw}'",
        JsonPlaceholderModel placeholder => $"<{placeholder.Name}>",
        JsonLiteralModel literal => literal.Json,
        JsonListModel list => $"[{string.Join(',', list.Items.Select(Shown))}]",
        JsonObjectModel members => "{" + string.Join(',', members.Members.Select(member => $"{member.Name}:{Shown(member.Value)}")) + "}",
        _ => throw new NotSupportedException(),
    };
}

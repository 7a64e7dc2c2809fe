using Playbooks.Language.Model;
using Playbooks.Language.Tests.Markup;

namespace Playbooks.Language.Tests.Rules;

/// <summary>The request of api_request: what it may hold, and what is reported where.</summary>
public sealed class RequestTests
{
    [Fact]
    public void A_request_is_read_with_all_that_it_says()
    {
        var file = Check.File("""
            id: test
            parameters:
              - { name: email }
              - { name: token, secret: true }
            steps:
              - action: api_request
                request:
                  method: PUT
                  url: "/api/invoices/{email}"
                  query: { email: "{email}", page: 2 }
                  headers: { X-Token: "{token}", Accept: text/plain }
                  form: { mail: "{email}" }
                  expect_status: [200, 404, 200]
                  response: { mode: json_path, path: "items[0].total" }
                params: { as: decimal, culture: de-DE }
                store_as: total
            """);

        var step = Assert.IsType<ActionStepModel>(file.Model.Steps[0]);
        var request = step.Request!;
        Assert.Equal(("PUT", "/api/invoices/{email}", "json_path", "items[0].total"), (request.Method, request.Url.Raw, request.ResponseMode, request.ResponsePath));
        Assert.Equal(["email={email}", "page=2"], request.Query.Select(Text));
        Assert.Equal(["X-Token={token}", "Accept=text/plain"], request.Headers.Select(Text));
        Assert.Equal(["mail={email}"], Assert.IsType<FormBodyModel>(request.Body).Fields.Select(Text));
        Assert.Equal([200, 404], request.ExpectStatus.Select(status => status.Value));
        Assert.Equal(Model.ValueType.Decimal, file.Model.StoredValues[0].Type);
        Assert.IsType<EncodedPart>(request.Url.Parts[1]);
        static string Text(NamedText one) => $"{one.Key}={one.Text.Raw}";
    }

    [Fact]
    public void Only_the_url_is_required()
    {
        var file = Check.Steps("- { action: api_request, request: { url: /api/invoices }, store_as: invoices }");

        var request = ((ActionStepModel)file.Model.Steps[0]).Request!;
        Assert.Equal(("GET", "json", (string?)null, 0, (RequestBodyModel?)null), (request.Method, request.ResponseMode, request.ResponsePath, request.ExpectStatus.Count, request.Body));
        Assert.Equal(Model.ValueType.String, file.Model.StoredValues[0].Type);
    }

    [Fact]
    public void The_action_requires_a_request_and_no_other_takes_one() => Check.Steps("""
        - action: {|PB0202:api_request|}
          retry: { repeat_action: true }
        - { action: api_request, {|PB0003:request|}: {} }
        - { action: api_request, {|PB0002:requst|}: { url: / } }
        - { action: api_request, request: {|PB0004:/api|} }
        - { action: hover, selector: a, {|PB0203:request|}: { url: "[[", method: x } }
        - { action: api_request, {|PB0203:selector|}: a, {|PB0203:prompt|}: x, request: { url: / }, params: { {|PB0203:mode|}: text } }
        """, "The action api_request requires a request.", "The request is missing the required key 'url'.", "The action hover takes no request.", "The action api_request takes no selector.");

    [Fact]
    public void A_key_in_the_wrong_mapping_is_told_where_it_belongs() => Check.Steps("""
        - { action: api_request, {|PB0002:url|}: /api }
        - { action: api_request, params: { {|PB0203:url|}: /api } }
        - { action: api_request, params: { {|PB0203:request|}: { url: /api } } }
        - { action: api_request, request: { url: / }, {|PB0002:as|}: int }
        - { action: hover, selector: a, {|PB0002:url|}: /api }
        """, "It belongs in 'request'. Write request: { url: /api }", "The action api_request takes no param 'url' here. It belongs in 'request', which is a key next to 'action'.", "Unknown key 'url'. ");

    [Theory]
    [InlineData("method: {|PB0004:get|}", "Did you mean 'GET'?")]
    [InlineData("method: {|PB0004:TRACE|}", "'TRACE' is not a valid value for 'method'. Use one of: GET, HEAD, POST, PUT, PATCH, DELETE.")]
    [InlineData("method: {|PB0004:[GET]|}", "text")]
    [InlineData("query: {|PB0004:a=1|}", "'query' must be a mapping")]
    [InlineData("query: { a: {|PB0004:[1, 2]|} }", "'a' must be text")]
    [InlineData("query: { a: 1, {|PB0005:a|}: 2 }", "repeated")]
    [InlineData("expect_status: {|PB0004:200|}", "Write it as expect_status: [200]")]
    [InlineData("expect_status: [200, {|PB0009:99|}, {|PB0009:600|}]", "'expect_status' must be from 100 to 599, not 99.")]
    [InlineData("expect_status: [{|PB0004:ok|}]", "whole number")]
    [InlineData("expect_status: {|PB0004:[]|}", "Leave it out to accept any 2xx.")]
    [InlineData("{|PB0002:expect_statu|}: [200]", "Did you mean 'expect_status'?")]
    [InlineData("response: {|PB0004:json|}", "'response' must be a mapping")]
    [InlineData("response: { mode: {|PB0004:txt|} }", "Did you mean 'text'?")]
    [InlineData("response: { {|PB0203:path|}: a }", "'path' can only be used with mode: json_path.")]
    [InlineData("response: { mode: text, {|PB0203:path|}: a }", "'path' can only be used with mode: json_path.")]
    [InlineData("response: { mode: json_path, path: {|PB0004:items.|} }", "Not a path: at character 7, a key is expected.")]
    [InlineData("response: { mode: json_path, path: {|PB0004:\"items[x]\"|} }", "an index from 0 is expected")]
    [InlineData("response: { mode: json_path, path: {|PB0004:\"items.{run_id}\"|} }", "A path takes no placeholders.")]
    [InlineData("response: { mode: json_path, path: {|PB0004:$.items|} }", "Leave out '$.'.")]
    public void A_value_is_not_allowed(string key, string message) => Check.Steps($$"""- { action: api_request, request: { url: /, {{key}} } }""", message);

    [Fact]
    public void A_path_is_required_by_its_mode() =>
        Check.Steps("- { action: {|PB0202:api_request|}, request: { url: /, response: { mode: json_path } } }", "The action api_request requires 'path' with mode: json_path.");

    [Fact]
    public void A_request_has_one_body() => Check.Steps("""
        - { action: api_request, request: { method: POST, url: /, json: { a: 1 }, {|PB0203:form|}: { a: "{nobody}" }, {|PB0203:body|}: a } }
        """, "A request can have only one of json, form, body; 'json' is already set.");

    [Theory]
    [InlineData("{|PB0205:www.x.de|}", "https://www.x.de")]
    [InlineData("{|PB0205:about:blank|}", "The URL of a request must start with")]
    [InlineData("{|PB0205:\"data:text/plain,x\"|}", "The URL of a request must start with")]
    [InlineData("{|PB0205:\"about:\"|}", "expected")]
    public void A_request_goes_to_a_server(string url, string message) => Check.Steps($"- {{ action: api_request, request: {{ url: {url} }} }}", message);

    [Fact]
    public void The_guardrails_apply_to_its_url() => Check.File("""
        id: test
        guardrails: { blocked_domains: [evil.test] }
        steps:
          - { action: api_request, request: { url: {|PB0601:"https://evil.test/x"|} } }
          - { action: api_request, request: { url: {|PB0601:"http://10.0.0.5/x"|} } }
          - { action: api_request, request: { url: "https://good.test/x" } }
        """, "block 'evil.test'", "private address");

    [Fact]
    public void A_request_is_no_change_of_the_page_that_a_check_would_have_to_follow() =>
        Check.Steps("- { action: api_request, request: { method: POST, url: / } }");

    [Theory]
    [InlineData("method: POST", true)]
    [InlineData("method: DELETE", true)]
    [InlineData("method: GET", false)]
    [InlineData("method: HEAD", false)]
    [InlineData("query: { a: 1 }", false)]
    public void An_action_of_its_own_acts_again_only_where_that_says_something(string key, bool isAllowed) => Check.Steps(
        $$"""- { action: api_request, request: { url: /, {{key}} }, retry: { {{(isAllowed ? "repeat_action" : "{|PB0203:repeat_action|}")}}: true } }""");

    [Fact]
    public void A_parameter_may_be_put_into_each_of_its_texts() => Check.File("""
        id: test
        parameters:
          - { name: a, required: false, inject_into: steps.0.request.url }
          - { name: b, required: false, inject_into: steps.0.request.query.b }
          - { name: c, required: false, inject_into: steps.0.request.headers.X-Auth-Token }
          - { name: d, required: false, inject_into: steps.0.request.json.list.0.d }
          - { name: e, required: false, inject_into: {|PB0503:steps.0.request.json.number|} }
        steps:
          - action: api_request
            request: { method: POST, url: /, query: { b: x }, headers: { X-Auth-Token: none }, json: { list: [{ d: x }], number: 1 } }
        """);
}

using Playbooks.Language.Tests.Markup;

namespace Playbooks.Language.Tests.Rules;

/// <summary>Credentials in a request: never in the file, and never where a server logs them.</summary>
public sealed class RequestSecretTests
{
    [Theory]
    [InlineData("Authorization")]
    [InlineData("proxy-authorization")]
    [InlineData("Cookie")]
    [InlineData("X-Api-Key")]
    [InlineData("X-Auth-Token")]
    public void A_credential_is_not_written_in_the_file(string header) => Check.Steps($$"""
        - { action: api_request, request: { url: /, headers: { {{header}}: {|PB0112:Bearer 123|} } } }
        - { action: api_request, request: { url: /, headers: { {{header}}: {|PB0112:"{run_id}123"|} } } }
        - { action: api_request, request: { url: /, headers: { {{header}}: "" } } }
        """, $"The value of the header '{header}' does not belong in the file. Use a parameter with secret: true, such as \"{{token}}\".");

    [Fact]
    public void A_credential_comes_from_a_parameter_or_an_earlier_step() => Check.File("""
        id: test
        parameters:
          - { name: token, secret: true }
        steps:
          - { action: extract, selector: "#key", store_as: key }
          - { action: api_request, request: { url: /, headers: { Authorization: "Bearer {token}", X-Api-Key: "{key}", X-Token: "{{|PB0102:tokn|}}" } } }
        """.Replace("{{|PB0102:tokn|}}", "{|PB0102:{tokn}|}", StringComparison.Ordinal));

    [Fact]
    public void A_secret_may_be_in_headers_and_in_the_body() => Check.File("""
        id: test
        parameters:
          - { name: token, secret: true }
        steps:
          - { action: api_request, request: { method: POST, url: /, headers: { X-Any: "{token}" }, json: { deep: [{ token: "{token}" }] } } }
          - { action: api_request, request: { method: POST, url: /, form: { token: "{token}" } } }
          - { action: api_request, request: { method: POST, url: /, body: "token={token}" } }
        """);

    [Fact]
    public void A_secret_must_not_be_in_the_url_or_the_query() => Check.File("""
        id: test
        parameters:
          - { name: token, secret: true }
        steps:
          - { action: api_request, request: { url: "/x/{|PB0109:{token}|}?t={|PB0109:{token}|}", query: { t: "{|PB0109:{token}|}" } } }
        """, "'token' is a secret, and would be shown here; remove it.");

    [Theory]
    [InlineData("{|PB0004:\"X Token\"|}: a", "'X Token' is not a valid header name, because it contains whitespace.")]
    [InlineData("{|PB0004:\"X:\"|}: a", "contains ':'")]
    [InlineData("{|PB0004:Größe|}: a", "contains 'ö'")]
    [InlineData("{|PB0004:\"\"|}: a", "The name of a header is empty.")]
    [InlineData("{|PB0004:Content-Length|}: \"3\"", "The header 'Content-Length' is derived from the body. Remove it.")]
    [InlineData("X-A: {|PB0004:\"a\\nb\"|}", "The value of the header 'X-A' must be one line.")]
    [InlineData("X-A: {|PB0004:5 €|}", "The value of the header 'X-A' contains a character that HTTP does not allow in a header (U+20AC).")]
    [InlineData("X-A: a, {|PB0005:x-a|}: b", "The header 'x-a' is repeated; header names are case-insensitive.")]
    [InlineData("X-A: {|PB0004:[a]|}", "'X-A' must be text")]
    public void A_header_is_as_HTTP_allows(string header, string message) =>
        Check.Steps($"- {{ action: api_request, request: {{ url: /, headers: {{ {header} }} }} }}", message);
}

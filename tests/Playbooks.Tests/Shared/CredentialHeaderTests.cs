using Playbooks.Shared;

namespace Playbooks.Tests.Shared;

public sealed class CredentialHeaderTests
{
    [Theory]
    [InlineData("Authorization")]
    [InlineData("proxy-authorization")]
    [InlineData("Cookie")]
    [InlineData("Set-Cookie")]
    [InlineData("X-Api-Key")]
    [InlineData("X_API_KEY")]
    [InlineData("ApiKey")]
    [InlineData("X-Auth-Token")]
    [InlineData("X-Token")]
    [InlineData("Private-Token")]
    [InlineData("X-Goog-Api-Key")]
    [InlineData("Ocp-Apim-Subscription-Key")]
    [InlineData("X-Client-Secret")]
    [InlineData("X-Password")]
    public void A_header_with_a_credential_is_recognized_by_its_name(string name) => Assert.True(CredentialHeader.Is(name));

    [Theory]
    [InlineData("Accept")]
    [InlineData("Content-Type")]
    [InlineData("Idempotency-Key")]
    [InlineData("Key")]
    [InlineData("X-CSRF-Token")]
    [InlineData("X-XSRF-TOKEN")]
    [InlineData("X-Continuation-Token")]
    [InlineData("WWW-Authenticate")]
    [InlineData("X-Tokens-Left")]
    [InlineData("")]
    public void Other_headers_carry_none(string name) => Assert.False(CredentialHeader.Is(name));
}

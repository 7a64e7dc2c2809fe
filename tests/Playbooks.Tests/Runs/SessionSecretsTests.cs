using Playbooks.Execution.Login;

namespace Playbooks.Tests.Runs;

public sealed class SessionSecretsTests
{
    private const string State = """
        {
          "cookies": [{ "name": "session", "value": "0123456789abcdef", "domain": "shop.test-with-a-long-name", "path": "/" }, { "name": "theme", "value": "dark" }],
          "origins": [{
            "origin": "https://shop.test-with-a-long-name",
            "localStorage": [{ "name": "token", "value": "fedcba9876543210" }, { "name": "language", "value": "en" }],
            "indexedDB": [{ "name": "a-database-with-a-very-long-name-indeed", "stores": [{ "records": [{ "value": { "key": "0123456789abcdef0123456789abcdef", "who": "somebody@shop.test" } }] }] }]
          }]
        }
        """;

    [Fact]
    public void Tokens_of_a_session_are_found_and_words_are_not() => Assert.Equal(
        ["0123456789abcdef", "fedcba9876543210", "tab-0123456789abc", "0123456789abcdef0123456789abcdef"],
        SessionSecrets.Find(State, new Dictionary<string, string> { ["tab"] = "tab-0123456789abc", ["step"] = "2" }));

    [Fact]
    public void A_session_without_anything_has_no_secrets() => Assert.Empty(SessionSecrets.Find("{}", new Dictionary<string, string>()));
}

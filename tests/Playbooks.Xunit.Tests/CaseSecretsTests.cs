namespace Playbooks.Xunit.Tests;

public class CaseSecretsTests
{
    [Fact]
    public void A_secret_that_a_case_leaves_out_comes_from_the_environment()
    {
        Environment.SetEnvironmentVariable("PLAYBOOKS_CREDENTIALS__API_TOKEN_1", "s3cret");
        var secret = CaseSecrets.Get("api_token_1");
        Assert.Equal("s3cret", secret.Reveal());
        Assert.Equal("***", secret.ToString());
    }

    [Fact]
    public void A_secret_that_is_nowhere_is_an_error_that_says_what_to_set()
    {
        var error = Assert.Throws<PlaybookException>(() => CaseSecrets.Get("nowhere"));
        Assert.Contains("PLAYBOOKS_CREDENTIALS__NOWHERE", error.Message, StringComparison.Ordinal);
    }
}

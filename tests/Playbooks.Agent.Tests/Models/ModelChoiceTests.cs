using Playbooks.Agent.Models;

namespace Playbooks.Agent.Tests.Models;

public sealed class ModelChoiceTests
{
    private static readonly Dictionary<string, string?> Keys = new() { ["ANTHROPIC_API_KEY"] = "a", ["OPENAI_API_KEY"] = " o " };

    [Theory]
    [InlineData("anthropic:claude-x", "anthropic", "claude-x", "a")]
    [InlineData(" openai : org/model:tag ", "openai", "org/model:tag", "o")]
    public void Variable_names_provider_and_model(string value, string provider, string model, string key)
    {
        var choice = Read(value);

        Assert.Equal((provider, model, key, null), (choice.Provider.Name, choice.Model, choice.Key, choice.Url));
    }

    [Theory]
    [InlineData(null, "The environment variable PLAYBOOKS_MODEL is not set. Set it to the model of the recovery agent, anthropic:MODEL (such as ")]
    [InlineData("claude", "The environment variable PLAYBOOKS_MODEL is 'claude', which names no provider. Write anthropic:MODEL")]
    [InlineData("antropic:claude", "The environment variable PLAYBOOKS_MODEL is 'antropic:claude', which names no provider. Did you mean 'anthropic:claude'?")]
    [InlineData("openai:", "The environment variable PLAYBOOKS_MODEL is 'openai:', which names no model. Write openai:MODEL, such as openai:")]
    public void Value_that_names_no_model_is_refused_with_what_to_write(string? value, string message)
    {
        var error = Assert.Throws<PlaybookException>(() => Read(value));

        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
        Assert.Equal(ErrorCode.LlmError, error.Code);
    }

    [Fact]
    public void Missing_key_is_named() => Assert.Equal(
        "The environment variable PLAYBOOKS_MODEL is 'openai:m', but OPENAI_API_KEY is not set. Set it to your key.",
        Assert.Throws<PlaybookException>(() => Read("openai:m", ("OPENAI_API_KEY", null))).Message);

    [Fact]
    public void Url_of_the_endpoint_comes_from_the_variable_of_the_provider()
    {
        Assert.Equal("http://127.0.0.1:11434/v1", Read("openai:m", ("OPENAI_BASE_URL", "http://127.0.0.1:11434/v1")).Url!.AbsoluteUri);
        Assert.Equal(
            "The environment variable ANTHROPIC_BASE_URL is 'localhost', which is not an absolute http or https URL.",
            Assert.Throws<PlaybookException>(() => Read("anthropic:m", ("ANTHROPIC_BASE_URL", "localhost"))).Message);
    }

    [Fact]
    public void Option_takes_precedence_over_the_variable() =>
        Assert.Equal("mine", ModelChoice.Read("openai:mine", Keys.GetValueOrDefault).Model);

    private static ModelChoice Read(string? value, params (string Name, string? Value)[] others)
    {
        var environment = new Dictionary<string, string?>(Keys) { [AgentOptions.ModelVariable] = value };
        foreach (var (name, other) in others)
        {
            environment[name] = other;
        }

        return ModelChoice.Read(null, environment.GetValueOrDefault);
    }
}

namespace Playbooks.Agent.Models;

/// <summary>A provider with the names of its environment variables.</summary>
/// <param name="Name">The name in <see cref="AgentOptions.ModelVariable"/>.</param>
/// <param name="KeyVariable">The provider's own variable for the key.</param>
/// <param name="UrlVariable">The provider's own variable for the URL of its API.</param>
/// <param name="Example">The name of a model, for messages.</param>
internal sealed record ModelProvider(string Name, string KeyVariable, string UrlVariable, string Example)
{
    public static ModelProvider Anthropic { get; } = new("anthropic", "ANTHROPIC_API_KEY", "ANTHROPIC_BASE_URL", "claude-sonnet-4-5");

    public static ModelProvider OpenAI { get; } = new("openai", "OPENAI_API_KEY", "OPENAI_BASE_URL", "gpt-5");

    public static IReadOnlyList<ModelProvider> All { get; } = [Anthropic, OpenAI];
}

/// <summary>The model that the environment chooses.</summary>
/// <param name="Provider">The provider.</param>
/// <param name="Model">The provider's name of the model.</param>
/// <param name="Key">The key.</param>
/// <param name="Url">The URL of the API, or null for the provider's own.</param>
internal sealed record ModelChoice(ModelProvider Provider, string Model, string Key, Uri? Url)
{
    /// <summary>Reads the choice.</summary>
    /// <param name="model">The model, or null to read it from the environment.</param>
    /// <param name="environment">Returns the value of an environment variable, or null.</param>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.LlmError"/>: the value or the key is missing or invalid. The message says what to set.</exception>
    public static ModelChoice Read(string? model, Func<string, string?> environment)
    {
        var written = model ?? environment(AgentOptions.ModelVariable);
        var source = model is null ? $"The environment variable {AgentOptions.ModelVariable}" : "The option Model";
        if (string.IsNullOrWhiteSpace(written))
        {
            throw Invalid($"{source} is not set. Set it to the model of the recovery agent, {Forms()}.");
        }

        var colon = written.IndexOf(':', StringComparison.Ordinal);
        var (name, rest) = colon < 0 ? (written.Trim(), string.Empty) : (written[..colon].Trim(), written[(colon + 1)..].Trim());
        var provider = ModelProvider.All.FirstOrDefault(one => one.Name == name);
        if (provider is null)
        {
            var near = Shared.NearestName.Find(name, ModelProvider.All.Select(static one => one.Name));
            throw Invalid(near is null
                ? $"{source} is '{written}', which names no provider. Write {Forms()}."
                : $"{source} is '{written}', which names no provider. Did you mean '{near}:{rest}'?");
        }

        if (rest.Length == 0)
        {
            throw Invalid($"{source} is '{written}', which names no model. Write {provider.Name}:MODEL, such as {provider.Name}:{provider.Example}.");
        }

        var url = environment(provider.UrlVariable);
        Uri? api = null;
        if (!string.IsNullOrWhiteSpace(url) && (!Uri.TryCreate(url, UriKind.Absolute, out api) || api.Scheme is not ("http" or "https")))
        {
            throw Invalid($"The environment variable {provider.UrlVariable} is '{url}', which is not an absolute http or https URL.");
        }

        return environment(provider.KeyVariable) is { } key && !string.IsNullOrWhiteSpace(key)
            ? new(provider, rest, key.Trim(), api)
            : throw Invalid($"{source} is '{written}', but {provider.KeyVariable} is not set. Set it to your key{(api is null ? string.Empty : ", or to any text if the endpoint needs none")}.");
    }

    private static string Forms() => string.Join(" or ", ModelProvider.All.Select(static one => $"{one.Name}:MODEL (such as {one.Name}:{one.Example})"));

    private static PlaybookException Invalid(string sentence) => new(ErrorCode.LlmError, sentence);
}

namespace Playbooks;

/// <summary>Says what makes runs fail although all of their steps came to a good end.</summary>
internal static class FailOnWords
{
    private static readonly Dictionary<string, FailOn> Words = new(StringComparer.Ordinal)
    {
        ["flaky"] = FailOn.Flaky,
        ["recovered"] = FailOn.Recovered,
        ["drift"] = FailOn.Drift,
    };

    /// <summary>What the options say, else the environment, else nothing.</summary>
    /// <exception cref="PlaybookException">The environment has another word: a typo there must not let a suite pass.</exception>
    public static FailOn From(RunOptions options, Func<string, string?> variable) => options.FailOn ?? Parse(variable(RunOptions.FailOnVariable) ?? string.Empty);

    private static FailOn Parse(string text)
    {
        var all = FailOn.None;
        foreach (var word in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            all |= Words.TryGetValue(word, out var one)
                ? one
                : throw new PlaybookException(
                    ErrorCode.InvalidRequest,
                    $"The environment variable {RunOptions.FailOnVariable} has the word '{word}'. Set it to any of {string.Join(", ", Words.Keys)}, separated by commas, or remove it.");
        }

        return all;
    }
}

namespace Playbooks;

/// <summary>Determines what makes runs fail although all of their steps succeeded.</summary>
internal static class FailOnWords
{
    private static readonly Dictionary<string, FailOn> Words = new(StringComparer.Ordinal)
    {
        ["flaky"] = FailOn.Flaky,
        ["recovered"] = FailOn.Recovered,
        ["drift"] = FailOn.Drift,
    };

    /// <summary>Returns the value of the options, else of the environment variable, else <see cref="FailOn.None"/>.</summary>
    /// <exception cref="PlaybookException">The environment variable contains an unknown word. It is rejected because a typo must not let a suite pass.</exception>
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
                    $"The environment variable {RunOptions.FailOnVariable} contains the unknown word '{word}'. Set it to any of {string.Join(", ", Words.Keys)}, separated by commas, or remove it.");
        }

        return all;
    }
}

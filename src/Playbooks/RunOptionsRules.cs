using Playbooks.Guarding.Urls;

namespace Playbooks;

/// <summary>The rules for options that a type alone does not enforce.</summary>
internal static class RunOptionsRules
{
    /// <summary>Returns a sentence for each mistake.</summary>
    public static IEnumerable<string> FindMistakes(RunOptions options)
    {
        if (options.BaseUrl is { Length: > 0 } url && WebOrigin.Read(url) is null)
        {
            yield return $"The option BaseUrl '{url}' is not an absolute http or https URL, such as http://localhost:5000.";
        }

        if (options.Timeout is { } timeout && timeout <= TimeSpan.Zero)
        {
            yield return "The option Timeout must be greater than zero. Omit it to run without a time limit.";
        }
    }
}

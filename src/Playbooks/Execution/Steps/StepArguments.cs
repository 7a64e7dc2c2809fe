using Playbooks.Guarding.Secrets;
using Playbooks.Steps;

namespace Playbooks.Execution.Steps;

/// <summary>Returns the arguments of a step's action for display: masked, with long texts truncated.</summary>
internal static class StepArguments
{
    private const int LongestText = 500;

    /// <summary>Returns the texts by the names of the params.</summary>
    public static IReadOnlyDictionary<string, string> From(Step step, SecretMask mask)
    {
        var shown = new Dictionary<string, string>();
        foreach (var (name, text) in step.Inputs)
        {
            if (text is not null)
            {
                // Masked before truncating, because part of a secret is not recognized.
                shown[name] = mask.Apply(text).TruncateWithLength(LongestText);
            }
        }

        return shown;
    }
}

using System.Globalization;
using Playbooks.Guarding.Secrets;
using Playbooks.Steps;

namespace Playbooks.Execution.Steps;

/// <summary>What a step's action is given, as it may be shown: masked, and long texts cut.</summary>
internal static class StepArguments
{
    private const int LongestText = 500;

    /// <summary>The texts by the names of the params.</summary>
    public static IReadOnlyDictionary<string, string> Of(Step step, SecretMask mask)
    {
        var shown = new Dictionary<string, string>();
        foreach (var (name, text) in step.Inputs)
        {
            if (text is not null)
            {
                // Masked before it is cut: half a secret is not recognised.
                shown[name] = Cut(mask.Apply(text));
            }
        }

        return shown;
    }

    private static string Cut(string text)
    {
        if (text.Length <= LongestText)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText;
        return $"{text[..end]}… ({text.Length.ToString(CultureInfo.InvariantCulture)} characters)";
    }
}

using System.Text;

namespace Playbooks.Agent.Goals;

/// <summary>The id of a task, made of its words.</summary>
internal static class GoalId
{
    private const int Longest = 60;

    /// <summary>Returns the id, which is valid for a playbook: <c>Cancel order 12345</c> is <c>cancel_order_12345</c>.</summary>
    public static string Create(string goal)
    {
        var id = new StringBuilder();
        foreach (var character in goal.Normalize(NormalizationForm.FormKD).ToLowerInvariant())
        {
            if (char.IsAsciiLetterLower(character) || (char.IsAsciiDigit(character) && id.Length > 0))
            {
                id.Append(character);
            }
            else if (id.Length > 0 && id[^1] != '_' && !char.IsLetterOrDigit(character) && character is not (>= '\u0300' and <= '\u036f'))
            {
                if (id.Length >= Longest)
                {
                    break;
                }

                id.Append('_');
            }
        }

        var text = id.ToString().TrimEnd('_');
        return text.Length == 0 ? "task" : text.Length > Longest ? text[..Longest].TrimEnd('_') : text;
    }
}

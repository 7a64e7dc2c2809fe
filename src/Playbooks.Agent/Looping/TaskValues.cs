using System.Globalization;
using System.Text;

namespace Playbooks.Agent.Looping;

/// <summary>Lists the values of a task for the model. Secrets are <c>%name%</c>.</summary>
internal static class TaskValues
{
    /// <summary>Appends the list, if there are any values.</summary>
    public static void Append(StringBuilder text, IReadOnlyList<NamedValue> values)
    {
        if (values.Count > 0)
        {
            text.Append("\nValues:\n");
            foreach (var value in values)
            {
                text.Append(CultureInfo.InvariantCulture, $"- {value.Name} = {(value.Secret ? $"%{value.Name}% (a secret)" : value.Text)}\n");
            }
        }
    }
}

using Playbooks.Language;
using Playbooks.Language.Model;

namespace Playbooks.Generators.Emitting;

/// <summary>Turns a condition into a C# expression.</summary>
internal static class ConditionExpression
{
    public static string From(ConditionModel condition, TextExpression text)
    {
        var members = new List<string>();
        Add(nameof(condition.ElementVisible), condition.ElementVisible);
        Add(nameof(condition.ElementGone), condition.ElementGone);
        Add(nameof(condition.UrlContains), condition.UrlContains);
        Add(nameof(condition.TextOnPage), condition.TextOnPage);
        if (condition.Same is { } same)
        {
            members.Add(nameof(condition.Same) + " = (" + text.Of(same.Left) + ", " + text.Of(same.Right) + ")");
        }

        if (condition.Not is { } not)
        {
            members.Add(nameof(condition.Not) + " = " + From(not, text));
        }

        AddAll(nameof(condition.Any), condition.Any);
        AddAll(nameof(condition.All), condition.All);
        return "new() { " + string.Join(", ", members) + " }";

        void Add(string name, BoundText? bound)
        {
            if (bound is not null)
            {
                members.Add(name + " = " + text.Of(bound));
            }
        }

        void AddAll(string name, EquatableArray<ConditionModel> conditions)
        {
            if (conditions.Count > 0)
            {
                members.Add(name + " = [" + string.Join(", ", conditions.Select(one => From(one, text))) + "]");
            }
        }
    }
}

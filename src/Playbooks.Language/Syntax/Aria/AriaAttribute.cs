namespace Playbooks.Language.Syntax.Aria;

/// <summary>Checks an attribute of a node, such as <c>[level=1]</c>, as Playwright reads it.</summary>
internal static class AriaAttribute
{
    private const string Level = "level";
    private const string Mixed = "mixed";

    private static readonly string[] ThreeStates = ["checked", "pressed"];
    private static readonly string[] TwoStates = ["disabled", "expanded", "selected", "active"];
    private static readonly string[] All = [.. ThreeStates, .. TwoStates, Level, "invalid", "ref", "cursor", "box"];

    /// <summary>What is wrong with an attribute; null: nothing.</summary>
    /// <param name="content">What the brackets hold.</param>
    public static string? FindProblem(string content)
    {
        var equals = content.IndexOf('=');
        var name = (equals < 0 ? content : content.Substring(0, equals)).Trim();
        var value = equals < 0 ? string.Empty : content.Substring(equals + 1).Trim();
        if (content.IndexOf('{') >= 0)
        {
            return null;
        }

        if (!All.Contains(name))
        {
            var nearest = NearestName.Find(name, All);
            return $"'{name}' is not an attribute of a node." + (nearest is null ? $" Use one of: {string.Join(", ", All)}." : $" Did you mean '{nearest}'?");
        }

        return name == Level ? value.Length > 0 && value.All(static character => character is >= '0' and <= '9') ? null : "'level' must be a number, such as [level=1]."
            : TwoStates.Contains(name) && !IsState(value) ? $"'{name}' must be true or false, such as [{name}] or [{name}=false]."
            : ThreeStates.Contains(name) && !IsState(value) && value != Mixed ? $"'{name}' must be true, false, or mixed, such as [{name}] or [{name}=mixed]."
            : null;
    }

    private static bool IsState(string value) => value is "" or "true" or "false";
}

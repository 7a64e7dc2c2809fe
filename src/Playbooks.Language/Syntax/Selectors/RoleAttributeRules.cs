using System.Globalization;
using Playbooks.Language.Syntax.Text;

namespace Playbooks.Language.Syntax.Selectors;

/// <summary>Checks what is asked of a role: its name, for which roles, with what value.</summary>
internal static class RoleAttributeRules
{
    private static readonly string[] Names =
        ["name", "description", "checked", "disabled", "expanded", "include-hidden", "level", "pressed", "selected"];

    /// <summary>What is wrong; null: nothing.</summary>
    public static SelectorFault? Fault(FlatTemplate template, string role, RoleAttribute attribute)
    {
        if (attribute.Name.IndexOf(FlatTemplate.StandIn) >= 0)
        {
            return null;
        }

        if (Array.IndexOf(Names, attribute.Name) < 0)
        {
            var help = NearestName.Find(attribute.Name, Names) is { } near ? $". Did you mean '{near}'?" : $"; the known attributes are {string.Join(", ", Names)}";
            return new(attribute.Start, $"'{attribute.Name}' is not an attribute of a role selector{help}");
        }

        if (AriaRoles.WithState(attribute.Name) is { } roles
            && AriaRoles.Contains(role)
            && !roles.Contains(role.ToLowerInvariant()))
        {
            return new(attribute.Start, $"'{attribute.Name}' is valid only with the roles {string.Join(", ", roles)}");
        }

        if (template.HasValue(attribute.ValueStart, attribute.ValueEnd) && attribute.Kind == RoleValueKind.Bare)
        {
            return null;
        }

        var value = template.Text.Substring(attribute.ValueStart, attribute.ValueEnd - attribute.ValueStart);
        return attribute.Name switch
        {
            "name" or "description" => Text(attribute, value),
            "level" => Level(attribute, value),
            "checked" or "pressed" => Word(attribute, value, "mixed"),
            _ => Word(attribute, value, null),
        };
    }

    private static SelectorFault? Text(RoleAttribute attribute, string value) =>
        attribute.Kind == RoleValueKind.None ? new(attribute.Start, $"'{attribute.Name}' needs a value: [{attribute.Name}=\"…\"]")
        : attribute.Kind == RoleValueKind.Bare && value is "true" or "false" or "" ? new(attribute.ValueStart, "quoted text or a /pattern/ is expected")
        : null;

    private static SelectorFault? Level(RoleAttribute attribute, string value) =>
        attribute.Operator == "=" && attribute.Kind is RoleValueKind.Bare or RoleValueKind.Quoted
            && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
            ? null
            : new(attribute.Kind == RoleValueKind.None ? attribute.Start : attribute.ValueStart, "a number is expected: [level=2]");

    private static SelectorFault? Word(RoleAttribute attribute, string value, string? more)
    {
        if (attribute.Kind == RoleValueKind.None)
        {
            return null;
        }

        if (attribute.Operator != "=")
        {
            return new(attribute.Start, $"'=' is expected after '{attribute.Name}'");
        }

        var isBoolean = attribute.Kind == RoleValueKind.Bare && value is "true" or "false";
        var isWord = attribute.Kind != RoleValueKind.Pattern && value == more;
        return isBoolean || isWord
            ? null
            : new(attribute.ValueStart, $"true{(more is null ? " or" : ",")} false{(more is null ? string.Empty : " or " + more)} is expected, without quotes");
    }
}

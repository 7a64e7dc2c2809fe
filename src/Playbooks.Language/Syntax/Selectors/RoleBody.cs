using Playbooks.Language.Model;

namespace Playbooks.Language.Syntax.Selectors;

/// <summary>Reads the body of <c>role=</c>: a role, and what is asked of it in brackets.</summary>
internal static class RoleBody
{
    /// <summary>Checks the body and encodes its values.</summary>
    public static SelectorFault? Read(SelectorPart part, SelectorEdits edits)
    {
        var scan = new RoleScan(edits.Template, part.BodyStart, part.End);
        scan.Run();
        edits.Unquoted(part.BodyStart, scan.RoleEnd, ValueEncoding.CssIdentifier);
        foreach (var attribute in scan.Attributes)
        {
            Encode(attribute, edits);
        }

        return scan.Attributes.Select(attribute => RoleAttributeRules.Fault(edits.Template, scan.Role, attribute)).Prepend(RoleFault(scan, edits)).Append(scan.Fault)
            .FirstOrDefault(fault => fault is not null);
    }

    private static SelectorFault? RoleFault(RoleScan scan, SelectorEdits edits)
    {
        if (edits.Template.HasValue(scan.RoleStart, scan.RoleEnd))
        {
            return null;
        }

        if (scan.Role.Length == 0)
        {
            return new(scan.RoleStart, "an ARIA role is expected after 'role='");
        }

        if (AriaRoles.Contains(scan.Role))
        {
            return null;
        }

        var help = AriaRoles.NearestTo(scan.Role) is { } near ? $". Did you mean '{near}'?" : string.Empty;
        return new(scan.RoleStart, $"'{scan.Role.Truncate(40)}' is not an ARIA role{help}");
    }

    private static void Encode(RoleAttribute attribute, SelectorEdits edits)
    {
        switch (attribute.Kind)
        {
            case RoleValueKind.Quoted:
                edits.Quoted(attribute.ValueStart, attribute.ValueEnd, ValueEncoding.QuotedString);
                break;
            case RoleValueKind.Pattern:
                edits.Quoted(attribute.ValueStart, attribute.ValueEnd, ValueEncoding.RegexText);
                break;
            case RoleValueKind.Bare when attribute.TakesText && edits.HasUnquotedSelectorText(attribute.ValueStart, attribute.ValueEnd):
                edits.Group(attribute.ValueStart, attribute.ValueEnd, ValueEncoding.QuotedValue);
                break;
            case RoleValueKind.Bare:
                edits.Unquoted(attribute.ValueStart, attribute.ValueEnd, ValueEncoding.RegexText);
                break;
        }
    }
}

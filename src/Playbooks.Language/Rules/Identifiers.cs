using Playbooks.Language.Syntax.Text;
using Playbooks.Language.Syntax.Yaml;

namespace Playbooks.Language.Rules;

/// <summary>Checks the form of ids and names (PB0007).</summary>
internal static class Identifiers
{
    /// <summary>Whether a text is <c>[a-z][a-z0-9_]*</c>.</summary>
    public static bool IsValid(string text)
    {
        if (text.Length == 0 || text[0] is < 'a' or > 'z')
        {
            return false;
        }

        foreach (var character in text)
        {
            if (character is not ((>= 'a' and <= 'z') or (>= '0' and <= '9') or '_'))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a text could name it in braces: <c>[A-Za-z_][A-Za-z0-9_]*</c>.</summary>
    public static bool CanBePlaceholder(string text) =>
        text.Length > 0
        && text[0] is not (>= '0' and <= '9')
        && text.All(character => character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_');

    /// <summary>Reports a text that is none; returns whether it is one.</summary>
    public static bool Check(Slot slot, ScalarNode scalar, string what)
    {
        if (IsValid(scalar.Value))
        {
            return true;
        }

        // A letter that only looks plain is meant as the plain one, and an invisible character as none.
        var proposal = Propose(LookAlikes.Plain(scalar.Value));
        slot.Report(Rule.InvalidName, $"{what} must start with a-z and contain only a-z, 0-9 and _; '{Values.Shorten(scalar.Value)}' does not" + (proposal is null ? "." : $". Write '{proposal}'."));
        return false;
    }

    /// <summary>The nearest valid name; null: nothing of the text can be used.</summary>
    public static string? Propose(string text)
    {
        var name = new System.Text.StringBuilder();
        var gap = false;
        for (var i = 0; i < text.Length && name.Length < 60; i++)
        {
            var character = text[i];
            if (character is >= 'A' and <= 'Z')
            {
                gap |= i > 0 && text[i - 1] is (>= 'a' and <= 'z') or (>= '0' and <= '9');
                character = char.ToLowerInvariant(character);
            }

            if (character is (>= 'a' and <= 'z') or (>= '0' and <= '9') && (name.Length > 0 || character is >= 'a' and <= 'z'))
            {
                if (gap && name.Length > 0)
                {
                    name.Append('_');
                }

                name.Append(character);
                gap = false;
            }
            else
            {
                gap = true;
            }
        }

        return name.Length == 0 ? null : name.ToString();
    }
}

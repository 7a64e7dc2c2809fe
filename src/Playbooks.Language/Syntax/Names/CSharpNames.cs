using System.Globalization;
using System.Text;

namespace Playbooks.Language.Syntax.Names;

/// <summary>The C# names for the names of a playbook. Names that would not compile are changed by rule.</summary>
public static class CSharpNames
{
    // The compiler takes no more than 511 characters; generated suffixes need some of them.
    private const int LongestName = 400;
    private const int LongestReadableName = 100;

    /// <summary>The PascalCase of an id: <c>order_id</c> is <c>OrderId</c>. A text that is not an id still results in an identifier.</summary>
    public static string Pascal(string id)
    {
        var name = new StringBuilder();
        var upper = true;
        foreach (var character in id)
        {
            if (!IsPart(character) || character == '_')
            {
                upper = true;
                continue;
            }

            name.Append(upper ? char.ToUpperInvariant(character) : character);
            upper = false;
        }

        return Valid(name, LongestName);
    }

    /// <summary>A playbook's class; one that hid a member of its own gets the suffix <c>Playbook</c>.</summary>
    public static string ClassName(string id)
    {
        var name = Pascal(id);
        return ReservedNames.ForPlaybook(name) ? name + "Playbook" : name;
    }

    /// <summary>The class of the tests that a playbook's cases become.</summary>
    /// <param name="className">The playbook's class.</param>
    public static string TestClassName(string className) => className + "Tests";

    /// <summary>The class of a step with an id; one that hid a member gets the suffix <c>Step</c>.</summary>
    /// <param name="id">The step's id.</param>
    /// <param name="propertyNames">Names of the class's own properties.</param>
    public static string StepClassName(string id, IEnumerable<string> propertyNames)
    {
        var name = Pascal(id);
        return ReservedNames.ForStep(name) || propertyNames.Contains(name) ? name + "Step" : name;
    }

    /// <summary>The class of a step without an id: <c>Step03Click</c>.</summary>
    /// <param name="number">The step's running number, from 1.</param>
    /// <param name="action">The action's name.</param>
    public static string StepClassName(int number, string action)
    {
        var name = Pascal(action);
        return "Step" + number.ToString("00", CultureInfo.InvariantCulture) + (name == "_" ? string.Empty : name);
    }

    /// <summary>The method that carries out a step: <c>pay_by_card</c> is <c>PayByCardAsync</c>; one that hid a member of the playbook gets the suffix <c>Code</c>.</summary>
    public static string CodeMethodName(string code)
    {
        var name = Pascal(code);
        return ReservedNames.ForPlaybook(name + "Async") ? name + "CodeAsync" : name + "Async";
    }

    /// <summary>The record of a method's arguments: <c>pay_by_card</c> has <c>PayByCardArguments</c>.</summary>
    public static string CodeArgumentsName(string code) => Pascal(code) + "Arguments";

    /// <summary>The property of a parameter or a stored value; one that hid a record's member gets the suffix <c>Value</c>.</summary>
    public static string PropertyName(string name)
    {
        var property = Pascal(name);
        return ReservedNames.ForProperty(property) ? property + "Value" : property;
    }

    /// <summary>One identifier for each text, unique among them, in the order of the texts: <c>Extra Large</c> is <c>ExtraLarge</c>.</summary>
    public static EquatableArray<string> ChoiceMembers(IEnumerable<string> texts)
    {
        var taken = new UniqueNames([]);
        return texts.Select(text => taken.Take(ChoiceMember(text))).ToEquatableArray();
    }

    /// <summary>A test method's readable name: <c>cancels an open order</c> is <c>Cancels_an_open_order</c>.</summary>
    /// <param name="caseName">The case's name.</param>
    /// <param name="taken">Names that other members of the class have.</param>
    public static string MethodName(string caseName, IReadOnlyCollection<string> taken)
    {
        var name = new StringBuilder();
        foreach (var character in caseName)
        {
            if (IsPart(character))
            {
                name.Append(name.Length == 0 ? char.ToUpperInvariant(character) : character);
            }
            else if (name.Length > 0 && name[name.Length - 1] != '_')
            {
                name.Append('_');
            }
        }

        while (name.Length > 0 && name[name.Length - 1] == '_')
        {
            name.Length--;
        }

        if (name.Length == 0)
        {
            name.Append("Case");
        }

        var readable = Valid(name, LongestReadableName);
        return new UniqueNames(taken).Take(ReservedNames.OfObject(readable) ? readable + "_" : readable);
    }

    /// <summary>The namespace of a folder in a project: other characters become <c>_</c>, a keyword gets <c>@</c>.</summary>
    /// <param name="rootNamespace">The project's root namespace, already valid; may be empty.</param>
    /// <param name="folders">The folders from the project's root down.</param>
    public static string Namespace(string rootNamespace, IEnumerable<string> folders)
    {
        var names = folders
            .SelectMany(folder => folder.Split('.'))
            .Where(folder => folder.Length > 0)
            .Select(Folder);
        return string.Join(".", rootNamespace.Length == 0 ? names : names.Prepend(rootNamespace));
    }

    private static string Folder(string folder)
    {
        var name = new StringBuilder();
        foreach (var character in folder)
        {
            name.Append(IsPart(character) ? character : '_');
        }

        var valid = Valid(name, folder.Length);
        return ReservedNames.IsKeyword(valid) ? "@" + valid : valid;
    }

    private static string ChoiceMember(string text)
    {
        if (text.Length == 0)
        {
            return "Empty";
        }

        var name = Pascal(text.Length > LongestReadableName ? text.Substring(0, LongestReadableName) : text);
        return ReservedNames.OfObject(name) ? name + "Value" : name;
    }

    private static string Valid(StringBuilder name, int longest)
    {
        if (name.Length > longest)
        {
            name.Length = longest;
        }

        if (name.Length == 0 || !IsStart(name[0]))
        {
            name.Insert(0, '_');
        }

        return name.ToString();
    }

    // Surrogates are left out: C# takes no letters beyond the basic plane.
    private static bool IsStart(char character) =>
        character == '_' || CharUnicodeInfo.GetUnicodeCategory(character) is
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber;

    private static bool IsPart(char character) =>
        IsStart(character) || CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.DecimalDigitNumber;
}

namespace Playbooks.Language.Syntax.Names;

/// <summary>The C# names that a playbook's names give; what would not compile is renamed by rule.</summary>
public static class CSharpNames
{
    /// <summary>The PascalCase of an id: <c>order_id</c> is <c>OrderId</c>. A text that is no id still gives an identifier.</summary>
    public static string Pascal(string id) => id;

    /// <summary>A playbook's class.</summary>
    public static string ClassName(string id) => id;

    /// <summary>The class of a step with an id.</summary>
    /// <param name="id">The step's id.</param>
    /// <param name="propertyNames">Names of the class's own properties.</param>
    public static string StepClassName(string id, IEnumerable<string> propertyNames) => id;

    /// <summary>The class of a step without an id: <c>Step03Click</c>.</summary>
    /// <param name="number">The step's running number, from 1.</param>
    /// <param name="action">The action's name.</param>
    public static string StepClassName(int number, string action) => action;

    /// <summary>The property of a parameter or a stored value.</summary>
    public static string PropertyName(string name) => name;

    /// <summary>One identifier for each text, unique among them, in the order of the texts.</summary>
    public static EquatableArray<string> ChoiceMembers(IEnumerable<string> texts) => texts.ToEquatableArray();

    /// <summary>A test method's readable name.</summary>
    /// <param name="caseName">The case's name.</param>
    /// <param name="taken">Names that other members of the class have.</param>
    public static string MethodName(string caseName, IReadOnlyCollection<string> taken) => caseName;

    /// <summary>The namespace of a folder in a project.</summary>
    /// <param name="rootNamespace">The project's root namespace, already valid; may be empty.</param>
    /// <param name="folders">The folders from the project's root down.</param>
    public static string Namespace(string rootNamespace, IEnumerable<string> folders) => rootNamespace;
}

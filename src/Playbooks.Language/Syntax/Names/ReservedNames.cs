namespace Playbooks.Language.Syntax.Names;

/// <summary>Names that a generated member must not have.</summary>
internal static class ReservedNames
{
    private static readonly string[] ObjectMembers =
        ["Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString"];

    private static readonly HashSet<string> Playbook =
    [
        .. ObjectMembers, "Parameters", "Outputs", "Steps", "Configure", "Definition", "Info",
        "ConfigureHooks", "FromTexts", "GetBaseUrl", "GetStartUrl", "GetValues", "RunFinallyAsync", "RunStepsAsync", "StepInfos", "Store", "ToText",
    ];

    private static readonly HashSet<string> Step = [.. ObjectMembers, "Steps", "StepInfos"];

    private static readonly HashSet<string> Property =
        [.. ObjectMembers, "Parameters", "Outputs", "Clone", "Deconstruct", "EqualityContract", "PrintMembers"];

    private static readonly HashSet<string> Keyword =
    [
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue",
        "decimal", "default", "delegate", "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally",
        "fixed", "float", "for", "foreach", "goto", "if", "implicit", "in", "int", "interface", "internal", "is", "lock",
        "long", "namespace", "new", "null", "object", "operator", "out", "override", "params", "private", "protected",
        "public", "readonly", "ref", "return", "sbyte", "sealed", "short", "sizeof", "stackalloc", "static", "string",
        "struct", "switch", "this", "throw", "true", "try", "typeof", "uint", "ulong", "unchecked", "unsafe", "ushort",
        "using", "virtual", "void", "volatile", "while",
    ];

    /// <summary>Whether a playbook's class cannot have this name.</summary>
    public static bool ForPlaybook(string name) => Playbook.Contains(name);

    /// <summary>Whether a step's class cannot have this name.</summary>
    public static bool ForStep(string name) => Step.Contains(name);

    /// <summary>Whether a property of Parameters or Outputs cannot have this name.</summary>
    public static bool ForProperty(string name) => Property.Contains(name);

    /// <summary>Whether a member of any class would hide one of object with this name.</summary>
    public static bool OfObject(string name) => Array.IndexOf(ObjectMembers, name) >= 0;

    /// <summary>Whether the word is one of C#'s own.</summary>
    public static bool IsKeyword(string word) => Keyword.Contains(word);
}

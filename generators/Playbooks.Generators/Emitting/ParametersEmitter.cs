using Playbooks.Generators.Pipeline;
using Playbooks.Language.Model;
using ValueType = Playbooks.Language.Model.ValueType;

namespace Playbooks.Generators.Emitting;

/// <summary>Writes the record of a playbook's parameters: required ones first, each checked when it is made or changed.</summary>
internal static class ParametersEmitter
{
    // No other field ends like this: PascalCase keeps an underscore between digits only.
    private const string PatternSuffix = "_pattern";

    public static void Emit(CodeWriter code, PlaybookScope scope)
    {
        var ordered = scope.Model.Parameters.Where(parameter => parameter.Required)
            .Concat(scope.Model.Parameters.Where(parameter => !parameter.Required))
            .ToList();
        code.Line("/// <summary>The values that this playbook works with.</summary>");
        foreach (var parameter in ordered)
        {
            XmlDoc.Parameter(code, parameter.PropertyName, Describe(parameter));
        }

        var written = ordered.Where(IsWritten).ToList();
        Header(code, ordered.Select(parameter => Declare(scope, parameter)).ToList(), written.Count == 0 ? ");" : ")");
        if (written.Count == 0)
        {
            return;
        }

        code.Open();
        for (var i = 0; i < written.Count; i++)
        {
            if (i > 0)
            {
                code.Line();
            }

            Property(code, scope, written[i]);
        }

        code.Close();
    }

    private static void Header(CodeWriter code, List<string> declarations, string end)
    {
        const string Start = "public sealed record Parameters(";
        if (declarations.Count < 2)
        {
            code.Line(Start + string.Concat(declarations) + end);
            return;
        }

        code.Line(Start);
        for (var i = 0; i < declarations.Count; i++)
        {
            code.Line("    " + declarations[i] + (i + 1 < declarations.Count ? "," : end));
        }
    }

    // Where nothing is checked or filled in, the record's own property will do.
    private static bool IsWritten(ParameterModel parameter) => Checks(parameter) || FillsIn(parameter);

    private static bool Checks(ParameterModel parameter) => HasChoiceCheck(parameter) || HasPatternCheck(parameter);

    private static bool HasChoiceCheck(ParameterModel parameter) => parameter.Choices.Count > 0 && !ParameterTypes.HasEnum(parameter);

    // The members of an enum are known to match.
    private static bool HasPatternCheck(ParameterModel parameter) => parameter.Pattern is not null && !ParameterTypes.HasEnum(parameter);

    private static bool FillsIn(ParameterModel parameter) => parameter.Default is not null && !ParameterTypes.HasConstantDefault(parameter);

    private static string Declare(PlaybookScope scope, ParameterModel parameter)
    {
        var type = DeclaredType(scope, parameter);
        return parameter.Required ? type + " " + parameter.PropertyName
            : ParameterTypes.HasConstantDefault(parameter) ? type + " " + parameter.PropertyName + " = " + ParameterTypes.Write(scope, parameter, parameter.Default!)
            : type + " " + parameter.PropertyName + " = null";
    }

    private static string DeclaredType(PlaybookScope scope, ParameterModel parameter) =>
        ParameterTypes.From(scope, parameter) + (ParameterTypes.TakesNull(parameter) ? "?" : string.Empty);

    private static void Property(CodeWriter code, PlaybookScope scope, ParameterModel parameter)
    {
        var type = DeclaredType(scope, parameter);
        var field = FieldName(parameter);
        if (HasPatternCheck(parameter))
        {
            code.Line("private static readonly " + FrameworkNames.Regex + " " + field + PatternSuffix + " =");
            code.Line("    new(" + Literal.From(@"\A(?:" + parameter.Pattern + @")\z") + ", " + FrameworkNames.RegexCultureInvariant + ", " + DefinitionEmitter.Milliseconds(1000) + ");");
            code.Line();
        }

        code.Line("private readonly " + type + " " + Identifiers.Verbatim(field) + " = " + Checked(scope, parameter, parameter.PropertyName, field) + ";");
        code.Line();
        XmlDoc.Summary(code, Describe(parameter));
        code.Open("public " + type + " " + parameter.PropertyName);
        code.Line("get => this." + Identifiers.Verbatim(field) + ";");
        code.Line("init => this." + Identifiers.Verbatim(field) + " = " + Checked(scope, parameter, "value", field) + ";");
        code.Close();
    }

    private static string Checked(PlaybookScope scope, ParameterModel parameter, string value, string field)
    {
        var isList = parameter.Type == ValueType.List;
        var expression = FillsIn(parameter) ? value + " ?? " + ParameterTypes.Write(scope, parameter, parameter.Default!) : value;
        if (HasChoiceCheck(parameter))
        {
            expression = RuntimeNames.ParameterCheck + (isList ? ".Choices(" : ".Choice(") + Literal.From(parameter.Name) + ", " + expression + ", " +
                string.Join(", ", parameter.Choices.Select(choice => ParameterTypes.WriteItem(scope, parameter, choice.Text))) + ")";
        }

        if (HasPatternCheck(parameter))
        {
            expression = RuntimeNames.ParameterCheck + (isList ? ".Patterns(" : ".Pattern(") + Literal.From(parameter.Name) + ", " + expression + ", " + field + PatternSuffix + ")";
        }

        return isList && ParameterTypes.MayBeUnset(parameter) && Checks(parameter) ? value + " is null ? null : " + expression : expression;
    }

    // A name without cases would be the property's own.
    private static string FieldName(ParameterModel parameter)
    {
        var name = char.ToLowerInvariant(parameter.PropertyName[0]) + parameter.PropertyName.Substring(1);
        return name == parameter.PropertyName ? "_" + name : name;
    }

    private static string Describe(ParameterModel parameter) =>
        string.IsNullOrWhiteSpace(parameter.Description) ? "The parameter " + parameter.Name + "." : parameter.Description!;
}

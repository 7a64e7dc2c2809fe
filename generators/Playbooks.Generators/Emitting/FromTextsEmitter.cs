using Playbooks.Language.Model;
using ValueType = Playbooks.Language.Model.ValueType;

namespace Playbooks.Generators.Emitting;

/// <summary>Writes what makes a playbook of texts, for hosts that start playbooks by name.</summary>
internal static class FromTextsEmitter
{
    public static void Emit(CodeWriter code, PlaybookScope scope)
    {
        var model = scope.Model;
        var header = "internal static " + model.ClassName + " FromTexts(" + RuntimeNames.ParameterTexts + " values) =>";
        if (model.Parameters.Count == 0)
        {
            code.Line(header + " new();");
            return;
        }

        code.Line(header);
        code.Line("    new(new Parameters(");
        for (var i = 0; i < model.Parameters.Count; i++)
        {
            var parameter = model.Parameters[i];
            code.Line("        " + parameter.PropertyName + ": values." + Read(scope, parameter) + (i + 1 < model.Parameters.Count ? "," : "));"));
        }
    }

    private static string Read(PlaybookScope scope, ParameterModel parameter)
    {
        var isList = parameter.Type == ValueType.List;
        var hasEnum = ParameterTypes.HasEnum(parameter);
        var getter = (hasEnum ? "Choice" : ParameterTypes.IsSecret(parameter) ? "Secret" : Getter(ParameterTypes.ItemType(parameter))) +
            (isList ? "s" : string.Empty) + (ParameterTypes.TakesNull(parameter) ? "OrNull" : string.Empty);
        var arguments = Literal.From(parameter.Name);
        if (hasEnum)
        {
            arguments += ", " + Parse(scope, parameter);
        }

        // Where a value must be given, the default stands in for it nowhere.
        if (ParameterTypes.HasConstantDefault(parameter) && !parameter.Required)
        {
            arguments += ", " + ParameterTypes.Write(scope, parameter, parameter.Default!);
        }

        return getter + "(" + arguments + ")";
    }

    private static string Getter(ValueType type) => type == ValueType.SelectorText ? nameof(ValueType.String) : type.ToString();

    private static string Parse(PlaybookScope scope, ParameterModel parameter)
    {
        var type = ParameterTypes.OfItem(scope, parameter);
        return "static text => text switch { " +
            string.Concat(parameter.Choices.Select(choice => Literal.From(choice.Text) + " => " + type + "." + choice.MemberName + ", ")) +
            "_ => throw new " + FrameworkNames.OutOfRange + "(nameof(text), text, null) }";
    }
}

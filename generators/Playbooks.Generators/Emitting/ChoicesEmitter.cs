using Playbooks.Language.Model;
using ValueType = Playbooks.Language.Model.ValueType;

namespace Playbooks.Generators.Emitting;

/// <summary>Writes an enum for each parameter with text choices, and what turns its members into text.</summary>
internal static class ChoicesEmitter
{
    public static void Emit(CodeWriter code, PlaybookScope scope)
    {
        foreach (var parameter in scope.Model.Parameters.Where(ParameterTypes.HasEnum))
        {
            code.Line();
            Enum(code, scope, parameter);
            code.Line();
            ToText(code, scope, parameter);
        }
    }

    private static void Enum(CodeWriter code, PlaybookScope scope, ParameterModel parameter)
    {
        code.Line("/// <summary>The values that <c>" + XmlDoc.Inline(parameter.Name) + "</c> may have.</summary>");
        code.Open("public enum " + ParameterTypes.EnumName(scope.Model, parameter));
        for (var i = 0; i < parameter.Choices.Count; i++)
        {
            if (i > 0)
            {
                code.Line();
            }

            code.Line("/// <summary><c>" + XmlDoc.Inline(parameter.Choices[i].Text) + "</c></summary>");
            code.Line(parameter.Choices[i].MemberName + ",");
        }

        code.Close();
    }

    private static void ToText(CodeWriter code, PlaybookScope scope, ParameterModel parameter)
    {
        var type = ParameterTypes.OfItem(scope, parameter);
        code.Open("private static string ToText(" + type + "? choice) => choice switch");
        foreach (var choice in parameter.Choices)
        {
            code.Line(type + "." + choice.MemberName + " => " + Literal.From(choice.Text) + ",");
        }

        code.Line("null => \"\",");
        code.Line("_ => throw new " + FrameworkNames.OutOfRange + "(nameof(choice), choice, null),");
        code.Close("};");
        if (parameter.Type != ValueType.List)
        {
            return;
        }

        code.Line();
        code.Line("private static string ToText(" + FrameworkNames.List + "<" + type + ">? choices) =>");
        code.Line("    " + RuntimeNames.Bind + ".Strings(choices is null ? null : " + FrameworkNames.Select + "(choices, static choice => ToText(choice)));");
    }
}

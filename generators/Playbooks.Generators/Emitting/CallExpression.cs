using Playbooks.Language.Model;
using ValueType = Playbooks.Language.Model.ValueType;

namespace Playbooks.Generators.Emitting;

/// <summary>Turns a call into the C# expression of the called playbook with its parameters.</summary>
/// <param name="scope">The calling playbook.</param>
/// <param name="texts">Turns its texts into expressions.</param>
/// <param name="locals">The variables of the loops around the call.</param>
internal sealed class CallExpression(PlaybookScope scope, TextExpression texts, LoopLocals locals)
{
    /// <summary>The expression.</summary>
    public string Of(RunStepModel call)
    {
        var called = call.Called!;
        var signature = called.Signature;
        if (signature.Parameters.Count == 0)
        {
            return "new " + called.TypeName + "()";
        }

        var arguments = call.With.Select(argument => (Argument: argument, Parameter: signature.Parameters.First(parameter => parameter.Name == argument.Name)))
            .Select(pair => pair.Parameter.PropertyName + ": " + Value(called, pair.Parameter, pair.Argument));
        return "new " + called.TypeName + "(new " + called.TypeName + ".Parameters(" + string.Join(", ", arguments) + "))";
    }

    /// <summary>The expression of the playbook that logs in; its parameters are credentials, or what the login says in place of them.</summary>
    public string Of(LoginModel login)
    {
        var called = login.Called!;
        var parameters = called.Signature.Parameters.Where(static parameter => parameter.Type is ValueType.String or ValueType.SelectorText).ToList();
        return parameters.Count == 0
            ? "new " + called.TypeName + "()"
            : "new " + called.TypeName + "(new " + called.TypeName + ".Parameters(" + string.Join(", ", parameters.Select(parameter => parameter.PropertyName + ": " + Credential(login, parameter))) + "))";
    }

    private string Credential(LoginModel login, ParameterSignature parameter)
    {
        if (login.WrittenFor(parameter.Name) is { } written)
        {
            return FromText(login.Called!, parameter, texts.Of(written));
        }

        var name = "(" + Emitting.Literal.From(parameter.Name) + ")";
        return parameter.Required ? FromText(login.Called!, parameter, "credentials.Get" + name + (parameter.Secret ? string.Empty : ".Reveal()"))
            : parameter.Secret ? "credentials.Find" + name
            : "credentials.Find" + name + " is { } " + Local(parameter) + " ? " + FromText(login.Called!, parameter, Local(parameter) + ".Reveal()") + " : " + Unset(login.Called!, parameter);
    }

    private string Value(CallablePlaybook called, ParameterSignature parameter, ArgumentModel argument)
    {
        if (argument.Constant is { } constant)
        {
            return Literal(called, parameter, parameter.Type, constant.Items[0]);
        }

        if (argument.Text is { } text)
        {
            return FromText(called, parameter, texts.Of(text));
        }

        return argument.Value is { } name
            ? OfName(called, parameter, name)
            : "[" + string.Join(", ", argument.Items.Select(item => item.IsLiteral ? Literal(called, parameter, parameter.ItemType, ((LiteralPart)item.Parts[0]).Text) : texts.Of(item))) + "]";
    }

    private string OfName(CallablePlaybook called, ParameterSignature parameter, string name)
    {
        var own = locals.TextOf(name) is null ? scope.FindParameter(name) : null;
        if (parameter.Type == ValueType.List)
        {
            return OfList(called, parameter, own, name);
        }

        if (parameter.Secret && own is { Secret: true })
        {
            return TextExpression.Property(own) + (parameter.Required && ParameterTypes.MayBeUnset(own) ? " ?? string.Empty" : string.Empty);
        }

        if (parameter.Type is ValueType.String or ValueType.SelectorText)
        {
            var isUnset = own is not null && ParameterTypes.MayBeUnset(own) && !parameter.Required;
            var text = FromText(called, parameter, texts.OfName(name));
            return isUnset ? TextExpression.Property(own!) + " is null ? " + Unset(called, parameter) + " : " + text : text;
        }

        var value = locals.TextOf(name) is not null ? locals.Local(name)
            : own is not null ? TextExpression.Property(own)
            : scope.FindStored(name) is { } stored ? "steps.Outputs." + stored.PropertyName + "!.Value"
            : FrameworkNames.DateOnly + ".ParseExact(" + texts.OfName(name) + ", \"yyyy-MM-dd\", " + FrameworkNames.InvariantCulture + ")";
        return own is not null && ParameterTypes.MayBeUnset(own) && parameter.Default is { } standard && HasConstantDefault(parameter)
            ? value + " ?? " + Emitting.Literal.From(parameter.Type, standard.Items[0])
            : value;
    }

    private string OfList(CallablePlaybook called, ParameterSignature parameter, ParameterModel? own, string name)
    {
        var list = own is null
            ? "steps.Outputs." + scope.FindStored(name)!.PropertyName + "!"
            : TextExpression.Property(own) + (parameter.Required && ParameterTypes.MayBeUnset(own) ? " ?? []" : string.Empty);
        var hasEnum = own is not null && ParameterTypes.HasEnum(own);
        if (!HasEnum(parameter) && !hasEnum)
        {
            return list;
        }

        var text = hasEnum ? scope.Own("ToText") + "(item_)" : "item_";
        return "[.. " + FrameworkNames.Select + "(" + list + " ?? [], item_ => " + FromText(called, parameter, text) + ")]";
    }

    private static string Unset(CallablePlaybook called, ParameterSignature parameter) =>
        parameter.Default is { } standard && HasConstantDefault(parameter) ? Literal(called, parameter, parameter.Type, standard.Items[0]) : "null";

    // A text that is none of the choices must fail here, where the run can say so.
    private static string FromText(CallablePlaybook called, ParameterSignature parameter, string text) =>
        HasEnum(parameter)
            ? "(" + text + ") switch { " +
                string.Concat(parameter.Choices.Select(choice => Emitting.Literal.From(choice.Text) + " => " + EnumOf(called, parameter) + "." + choice.MemberName + ", ")) +
                "_ => throw new " + FrameworkNames.ArgumentException + "(" + Emitting.Literal.From("The value is not one of the choices of '" + parameter.Name + "'.") + ") }"
            : text;

    private static string Literal(CallablePlaybook called, ParameterSignature parameter, ValueType type, string text) =>
        HasEnum(parameter) ? EnumOf(called, parameter) + "." + parameter.Choices.First(choice => choice.Text == text).MemberName : Emitting.Literal.From(type, text);

    private static string EnumOf(CallablePlaybook called, ParameterSignature parameter) =>
        called.TypeName + "." + ParameterTypes.EnumName(called.Signature.ClassName, parameter.PropertyName);

    private static string Local(ParameterSignature parameter) => parameter.Name + "_";

    private static bool HasEnum(ParameterSignature parameter) => parameter.Choices.Count > 0 && !parameter.Secret
        && (parameter.Type == ValueType.List ? parameter.ItemType : parameter.Type) is ValueType.String or ValueType.SelectorText;

    private static bool HasConstantDefault(ParameterSignature parameter) => !parameter.Secret && parameter.Type is not (ValueType.Date or ValueType.List);
}

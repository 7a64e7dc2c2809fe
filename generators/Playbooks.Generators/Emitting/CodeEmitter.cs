using Playbooks.Language.Model;
using ValueType = Playbooks.Language.Model.ValueType;

namespace Playbooks.Generators.Emitting;

/// <summary>Writes the methods that the project implements for steps in C#, each with a record of its arguments.</summary>
internal sealed class CodeEmitter(PlaybookScope scope)
{
    /// <summary>The declarations: C# reports a method that nobody implements.</summary>
    public void Emit(CodeWriter code)
    {
        foreach (var step in scope.Steps.OfType<CodeStepModel>().GroupBy(step => step.MethodName).Select(same => same.First()))
        {
            code.Line();
            XmlDoc.Summary(code, "The arguments of " + MethodName(step) + ".");
            foreach (var argument in step.With)
            {
                XmlDoc.Parameter(code, argument.PropertyName, "The argument " + argument.Value.Name + ".");
            }

            code.Line("public sealed record " + ArgumentsName(step) + "(" + string.Join(", ", step.With.Select(argument => TypeOf(step, argument.Value) + " " + argument.PropertyName)) + ");");
            code.Line();
            XmlDoc.Summary(code, "Carries out the step " + step.Code + " of the playbook. Implement this method in a part of this class.");
            code.Line("/// <param name=\"arguments\">The values that the playbook passes.</param>");
            code.Line("/// <param name=\"context\">The page, and what belongs to the run.</param>");
            // A method that uses no instance data cannot be made static, as the analyzer asks: the declaration is not.
            code.Line("[" + FrameworkNames.SuppressMessage + "(\"Performance\", \"CA1822\", Justification = \"The declaration decides.\")]");
            code.Line("private partial " + TaskOf(step) + " " + MethodName(step) + "(" + ArgumentsName(step) + " arguments, " + RuntimeNames.CodeContext + " context);");
        }
    }

    /// <summary>The runtime's class of a step.</summary>
    public static string ClassOf(CodeStepModel step) =>
        RuntimeNames.Steps + "CodeStep" + (step.Output is { } output ? "<" + ParameterTypes.OfValue(output) + ">" : string.Empty);

    /// <summary>The type of what carries out a step.</summary>
    public static string FuncOf(CodeStepModel step) => FrameworkNames.Func + "<" + RuntimeNames.CodeContext + ", " + TaskOf(step) + ">";

    /// <summary>What makes a step: its info if it has no class of its own, its name, and the call of its method.</summary>
    public string Create(CodeStepModel step, TextExpression texts, LoopLocals locals)
    {
        var arguments = string.Join(", ", step.With.Select(argument => argument.PropertyName + ": " + ValueOf(argument.Value, texts, locals)));
        var call = "context_ => this." + MethodName(step) + "(new " + ArgumentsName(step) + "(" + arguments + "), context_)";
        return step.Id is null
            ? "new " + ClassOf(step) + "(" + StepInfosEmitter.NameOf(step) + ", " + Literal.From(step.Code) + ", " + call + ")"
            : "new Steps." + step.ClassName + "(" + call + ")";
    }

    /// <summary>The arguments as texts, for evidence.</summary>
    public IEnumerable<string> Shown(CodeStepModel step, TextExpression texts) => step.With.Select(argument =>
        "new(" + Literal.From(argument.Value.Name) + ", " + TextOf(argument.Value, texts) + ")" + (IsSecret(argument.Value) ? " { Secret = true }" : string.Empty));

    private string ArgumentsName(CodeStepModel step) => MemberName(step.ArgumentsName);

    private string MethodName(CodeStepModel step) => MemberName(step.MethodName);

    // A member cannot have the name of its class.
    private string MemberName(string name) => name == scope.Model.ClassName ? name + "Value" : name;

    private static string TaskOf(CodeStepModel step) => FrameworkNames.Task + (step.Output is { } output ? "<" + ParameterTypes.OfValue(output) + ">" : string.Empty);

    private string TypeOf(CodeStepModel step, ArgumentModel argument)
    {
        if (argument.Value is not { } name)
        {
            return argument.Text is null ? FrameworkNames.List + "<string>" : "string";
        }

        var item = scope.LoopsAround(step).FirstOrDefault(loop => loop.ItemName == name);
        return item is not null ? ItemTypeOf(item)
            : scope.LoopsAround(step).Any(loop => loop.IndexName == name) ? "int"
            : scope.FindParameter(name) is { } parameter ? ParameterTypes.From(scope, parameter) + (ParameterTypes.MayBeUnset(parameter) ? "?" : string.Empty)
            : scope.FindStored(name) is { } stored ? ParameterTypes.From(scope, stored)
            : "string";
    }

    private string ItemTypeOf(ForEachStepModel loop) =>
        loop.List is not { } name ? ParameterTypes.OfValue(loop.ItemType)
        : scope.FindParameter(name) is { } list ? ParameterTypes.OfItem(scope, list)
        : ParameterTypes.OfValue(scope.FindStored(name)!.ItemType);

    private string ValueOf(ArgumentModel argument, TextExpression texts, LoopLocals locals)
    {
        if (argument.Value is not { } name)
        {
            return argument.Text is { } text ? texts.Of(text) : "[" + string.Join(", ", argument.Items.Select(texts.Of)) + "]";
        }

        return locals.TextOf(name) is not null ? locals.Local(name)
            : scope.FindParameter(name) is { } parameter ? TextExpression.Property(parameter) + (ParameterTypes.MayBeUnset(parameter) || !ParameterTypes.TakesNull(parameter) ? string.Empty : "!")
            : scope.FindStored(name) is { } stored ? "steps.Outputs." + stored.PropertyName + (stored.Type is ValueType.String or ValueType.SelectorText or ValueType.List or ValueType.Record ? "!" : "!.Value")
            : texts.OfName(name);
    }

    private static string TextOf(ArgumentModel argument, TextExpression texts) =>
        argument.Value is { } name ? texts.OfName(name)
        : argument.Text is { } text ? texts.Of(text)
        : RuntimeNames.Bind + ".Strings([" + string.Join(", ", argument.Items.Select(texts.Of)) + "])";

    private bool IsSecret(ArgumentModel argument) => argument.Value is { } name && (scope.FindParameter(name) is { Secret: true } || scope.FindStored(name) is { IsSecret: true });
}

using Playbooks.Language;
using Playbooks.Language.Grammar;
using Playbooks.Language.Model;

namespace Playbooks.Generators.Emitting;

/// <summary>Writes a class for each step that has an id, for hooks to name; a step without one is an instance of the runtime's class.</summary>
internal static class StepClassesEmitter
{
    public static void Emit(CodeWriter code, PlaybookScope scope)
    {
        var named = scope.Steps.OfType<ActingStepModel>().Where(step => step.Id is not null).ToList();
        if (named.Count == 0)
        {
            return;
        }

        code.Line();
        code.Line("/// <summary>The steps that have an id.</summary>");
        code.Open("public static class Steps");
        for (var i = 0; i < named.Count; i++)
        {
            if (i > 0)
            {
                code.Line();
            }

            Step(code, scope, named[i]);
        }

        code.Close();
    }

    private static void Step(CodeWriter code, PlaybookScope scope, ActingStepModel acting)
    {
        XmlDoc.SummaryWithCode(code, Title(acting), Yaml(scope.Model.SourceText, acting.Span));
        if (acting is CodeStepModel method)
        {
            code.Line(
                "public sealed class " + method.ClassName + "(" + CodeEmitter.FuncOf(method) + " method) : " +
                CodeEmitter.ClassOf(method) + "(" + StepInfosEmitter.NameOf(method) + ", " + Literal.From(method.Code) + ", method);");
            return;
        }

        var step = (ActionStepModel)acting;
        var parameters = StepClass.ParametersOf(ActionTable.Find(step.Action)!).ToList();
        code.Line(
            "public sealed class " + step.ClassName + "(" + string.Join(", ", parameters.Select(parameter => parameter.Type + " " + parameter.Name + (parameter.IsOptional ? " = null" : string.Empty))) + ") : " +
            StepClass.NameOf(scope, step) + "(" + string.Join(", ", parameters.Select(parameter => parameter.Name).Prepend(StepInfosEmitter.NameOf(step))) + ");");
    }

    private static string Title(ActingStepModel step) =>
        "Step " + Literal.From(step.Number) + ": " + (string.IsNullOrWhiteSpace(step.Description?.Raw) ? step.Word : step.Description!.Raw) + ".";

    // The lines after the first stand as deep as in the file; what all of them have in common is taken off.
    private static string Yaml(string text, SourceSpan span)
    {
        var end = Math.Min(text.Length, span.End);
        if (span.Start < 0 || span.Start >= end)
        {
            return string.Empty;
        }

        var lines = text.Substring(span.Start, end - span.Start).TrimEnd().Replace("\r\n", "\n").Split('\n');
        for (var i = 1; i < lines.Length; i++)
        {
            var depth = 0;
            while (depth < span.StartColumn && depth < lines[i].Length && lines[i][depth] == ' ')
            {
                depth++;
            }

            lines[i] = lines[i].Substring(depth);
        }

        return string.Join("\n", lines);
    }
}

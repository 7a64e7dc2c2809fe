using Playbooks.Language;
using Playbooks.Language.Grammar;
using Playbooks.Language.Model;
using Playbooks.Language.Syntax.Names;
using ValueType = Playbooks.Language.Model.ValueType;

namespace Playbooks.Generators.Emitting;

/// <summary>Writes a class for each step: its texts, bound to values, as typed properties.</summary>
internal static class StepsEmitter
{
    public static void Emit(CodeWriter code, PlaybookScope scope)
    {
        code.Line("/// <summary>The steps.</summary>");
        code.Open("public static class Steps");
        for (var i = 0; i < scope.Steps.Count; i++)
        {
            if (i > 0)
            {
                code.Line();
            }

            Step(code, scope, scope.Steps[i], i);
        }

        code.Close();
    }

    private static void Step(CodeWriter code, PlaybookScope scope, ActionStepModel step, int index)
    {
        var members = scope.Model.HasErrors
            ? BrokenMembers.Of(step, scope.Broken)
            : StepMembers.Of(step, new TextExpression(scope, "parameters"));
        XmlDoc.SummaryWithCode(code, Title(step), Yaml(scope.Model.SourceText, step.Span));
        code.Open("public sealed class " + step.ClassName + " : " + BaseClass(step));
        code.Line("/// <summary>Binds the step's texts to parameters, to what earlier steps stored, and to the run's own values.</summary>");
        code.Line("public " + step.ClassName + "(" + scope.Own("Parameters") + " parameters, " + scope.Own("Outputs") + " outputs, " + RuntimeNames.RunValues + " run)");
        code.Line("    : base(" + scope.Own("Definition") + ".Steps[" + Literal.Of(index) + "])");
        code.Line("{");
        foreach (var member in members.Where(member => !member.IsFixed))
        {
            code.Line("    " + member.Name + " = " + member.Value + ";");
        }

        code.Line("}");
        foreach (var member in members)
        {
            code.Line();
            Document(code, member);
            code.Line("public override " + member.Type + " " + member.Name + (member.IsFixed ? " => " + member.Value + ";" : " { get; }"));
        }

        code.Close();
    }

    private static void Document(CodeWriter code, StepMember member)
    {
        if (member.Raw is { Length: > 0 } raw)
        {
            code.Line("/// <summary><c>" + XmlDoc.Inline(raw) + "</c></summary>");
        }
        else
        {
            XmlDoc.Inherited(code);
        }
    }

    // An action that gives what `as` says has a base class for each type; the one for text has no type argument.
    private static string BaseClass(ActionStepModel step)
    {
        var name = RuntimeNames.Steps + CSharpNames.Pascal(step.Action) + "Step";
        var isTyped = ActionTable.Find(step.Action)?.Output == OutputKind.As && step.Output is { } output && output != ValueType.String;
        return isTyped ? name + "<" + ParameterTypes.OfValue(step.Output!.Value) + ">" : name;
    }

    private static string Title(ActionStepModel step) =>
        "Step " + Literal.Of(step.Number) + ": " + (string.IsNullOrWhiteSpace(step.Description?.Raw) ? step.Action : step.Description!.Raw) + ".";

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

using Playbooks.Language.Model;

namespace Playbooks.Generators.Emitting;

/// <summary>Writes the statement that makes a step with its texts bound to values, and runs it.</summary>
internal static class StepStatement
{
    public static void Write(CodeWriter code, PlaybookScope scope, ActionStepModel step)
    {
        var members = StepMembers.Of(step, new TextExpression(scope, "steps.Values"));
        var (name, info) = step.Id is null ? (StepClass.NameOf(step), new[] { StepInfosEmitter.NameOf(step) }) : ("Steps." + step.ClassName, []);
        var made = "await steps.RunAsync(new " + name + "(" + string.Join(", ", info.Concat(members.Where(member => member.Constructed).Select(member => member.Value))) + ")";
        if (members.All(member => member.Constructed))
        {
            code.Line(made + ");");
            return;
        }

        code.Open(made);
        foreach (var member in members.Where(member => !member.Constructed))
        {
            code.Line(member.Name + " = " + member.Value + ",");
        }

        code.Close("});");
    }
}

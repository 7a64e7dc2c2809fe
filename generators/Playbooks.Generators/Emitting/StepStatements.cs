using Playbooks.Language.Model;
using ValueType = Playbooks.Language.Model.ValueType;

namespace Playbooks.Generators.Emitting;

/// <summary>
/// Writes the statements that run steps, each mapped to the YAML: one that makes a step with its texts bound to values and runs it, and for
/// steps that hold others the C# statement of the same meaning. Each begins with one expression, so that a debugger stops at it once.
/// </summary>
internal sealed class StepStatements(CodeWriter code, LineDirective line, PlaybookScope scope)
{
    public void Write(IEnumerable<StepModel> steps, LoopLocals locals)
    {
        foreach (var step in steps)
        {
            line.Map(code, step.Head);
            switch (step)
            {
                case ActionStepModel action:
                    Write(action, Texts(locals));
                    break;
                case CodeStepModel method:
                    Write(method, locals);
                    break;
                case RunStepModel call:
                    Write(call, locals);
                    break;
                case WhenStepModel branch:
                    Write(branch, locals);
                    break;
                case ForEachStepModel loop:
                    Write(loop, locals);
                    break;
                case RepeatStepModel repeat:
                    Write(repeat, locals);
                    break;
                case AttemptStepModel attempt:
                    Write(attempt, locals);
                    break;
                default:
                    throw new NotSupportedException("No code is known for the step type " + step.GetType().Name + ".");
            }
        }
    }

    private void Write(ActionStepModel step, TextExpression text)
    {
        var members = StepMembers.Create(step, text, scope);
        var (name, info) = step.Id is null ? (StepClass.NameOf(scope, step), new[] { StepInfosEmitter.NameOf(step) }) : ("Steps." + step.ClassName, []);
        var made = "await steps.RunAsync(new " + name + "(" + string.Join(", ", info.Concat(members.Where(member => member.Constructed).Select(member => member.Value))) + ")";
        WriteMade(made, [.. members.Where(member => !member.Constructed)]);
    }

    private void WriteMade(string made, List<StepMember> members)
    {
        if (members.Count == 0)
        {
            code.Line(made + ");");
            return;
        }

        code.Open(made);
        foreach (var member in members)
        {
            code.Line(member.Name + " = " + member.Value + ",");
        }

        code.Close("});");
    }

    private void Write(CodeStepModel step, LoopLocals locals)
    {
        var texts = Texts(locals);
        var emitter = new CodeEmitter(scope);
        var made = "await steps.RunAsync(" + emitter.Create(step, texts, locals);
        var members = StepMembers.Common(step, texts).ToList();
        StepMembers.AddNumbers(members, step, texts);
        if (step.With.Count > 0)
        {
            members.Insert(0, new("Arguments", "[" + string.Join(", ", emitter.Shown(step, texts)) + "]"));
        }

        WriteMade(made, members);
    }

    private void Write(RunStepModel step, LoopLocals locals)
    {
        var store = step.Store.Count == 0
            ? Array.Empty<string>()
            : ["static outputs_ => [" + string.Join(", ", step.Store.Select(stored => "(" + Literal.From(stored.StoreAs) + ", outputs_." + stored.Output.PropertyName + ")")) + "]"];
        code.Line("await steps.CallAsync(" + Arguments(step, locals, [new CallExpression(scope, Texts(locals), locals).Of(step), .. store]) + ");");
    }

    private void Write(WhenStepModel step, LoopLocals locals)
    {
        code.Line("if (await steps.WhenAsync(" + Arguments(step, locals, ConditionExpression.From(step.Condition, Texts(locals))) + "))");
        WriteInside(step.Then, locals);
        if (step.Else.Count > 0)
        {
            code.Line("else");
            WriteInside(step.Else, locals);
        }

        code.Line("steps.End();");
    }

    private void Write(ForEachStepModel step, LoopLocals locals)
    {
        var inside = locals.With(step, scope);
        var items = step.List is { } name
            ? scope.FindParameter(name) is { } list ? TextExpression.Property(list) : "steps.Outputs." + scope.FindStored(name)!.PropertyName
            : "[" + string.Join(", ", step.ItemType == ValueType.Int ? step.Items.Select(static item => item.Raw) : step.Items.Select(Texts(locals).Of)) + "]";
        var item = step.List is null ? ParameterTypes.OfValue(step.ItemType) : "var";
        code.Line("while (steps.Each(" + Arguments(step, locals, Literal.From(step.ItemName), items, "out " + item + " " + inside.Local(step.ItemName), "out int " + inside.Local(step.IndexName)) + "))");
        WriteInside(step.Steps, inside);
    }

    private void Write(RepeatStepModel step, LoopLocals locals)
    {
        var texts = Texts(locals);
        code.Line("while (await steps.RepeatAsync(" + Arguments(step, locals, [.. BoundNumbers.ListOf(step, texts), texts.Of(step.AtMost), ConditionExpression.From(step.While, texts)]) + "))");
        WriteInside(step.Steps, locals);
    }

    private void Write(AttemptStepModel step, LoopLocals locals)
    {
        var texts = Texts(locals);
        code.Line("await steps.AttemptAsync(" + Arguments(BoundNumbers.InfoOf(step, texts) ?? StepInfosEmitter.NameOf(step), step, locals, [.. BoundNumbers.ListOf(step, texts), "async () =>"]));
        WriteInside(step.Steps, locals, "});");
    }

    private void WriteInside(IEnumerable<StepModel> steps, LoopLocals locals, string end = "}")
    {
        line.Hide(code);
        code.Open();
        Write(steps, locals);
        line.Hide(code);
        code.Close(end);
    }

    private string Arguments(StepModel step, LoopLocals locals, params string[] others) => Arguments(StepInfosEmitter.NameOf(step), step, locals, others);

    private string Arguments(string info, StepModel step, LoopLocals locals, string[] others) => string.Join(
        ", ", others.Prepend(step.Description is { } description ? Texts(locals).Of(description) : "null").Prepend(info));

    private TextExpression Texts(LoopLocals locals) => new(scope, "steps.Values", locals);
}

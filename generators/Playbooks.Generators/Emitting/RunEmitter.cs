using Playbooks.Language.Model;

namespace Playbooks.Generators.Emitting;

/// <summary>Writes what runs the steps: one statement each, mapped to the YAML.</summary>
internal static class RunEmitter
{
    public static void Emit(CodeWriter code, PlaybookScope scope)
    {
        var signature = FrameworkNames.Task + " RunStepsAsync(" + RuntimeNames.StepRunner + "<Outputs> steps)";
        if (scope.Model.HasErrors)
        {
            XmlDoc.Inherited(code);
            code.Line("protected override " + signature + " => " + scope.Broken + ";");
            return;
        }

        var line = new LineDirective(scope.Place.ShownPath);
        line.Hide(code);
        XmlDoc.Inherited(code);
        code.Open("protected override async " + signature);
        code.Line("var run = steps.Values;");
        foreach (var step in scope.Steps)
        {
            line.Map(code, step.Span);
            code.Line(Statement(scope, step));
        }

        line.Hide(code);
        code.Close();
        line.End(code);
    }

    private static string Statement(PlaybookScope scope, ActionStepModel step)
    {
        var made = "new Steps." + step.ClassName + "(this.parameters, steps.Outputs, run)";
        var store = step.StoreAs is { } name && scope.FindStored(name) is { } stored
            ? ", static (outputs, value) => outputs with { " + stored.PropertyName + " = value }"
            : string.Empty;
        return "await steps.RunAsync(" + made + store + ").ConfigureAwait(false);";
    }
}

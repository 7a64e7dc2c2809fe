using Playbooks.Language.Model;

namespace Playbooks.Generators.Emitting;

/// <summary>Writes the methods that run the steps.</summary>
internal static class RunEmitter
{
    public static void Emit(CodeWriter code, PlaybookScope scope)
    {
        Emit(code, scope, "RunStepsAsync", scope.Model.Steps);
        if (scope.Model.Finally.Count > 0)
        {
            code.Line();
            Emit(code, scope, "RunFinallyAsync", scope.Model.Finally);
        }
    }

    private static void Emit(CodeWriter code, PlaybookScope scope, string name, IEnumerable<StepModel> steps)
    {
        var signature = FrameworkNames.Task + " " + name + "(" + RuntimeNames.StepRunner + "<Outputs> steps)";
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
        new StepStatements(code, line, scope).Write(steps, LoopLocals.None);
        line.Hide(code);
        code.Close();
        line.End(code);
    }
}

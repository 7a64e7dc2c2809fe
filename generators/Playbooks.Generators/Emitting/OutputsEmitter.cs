using Playbooks.Language.Model;

namespace Playbooks.Generators.Emitting;

/// <summary>Writes the record of what a playbook stores.</summary>
internal static class OutputsEmitter
{
    public static void Emit(CodeWriter code, PlaybookScope scope)
    {
        code.Line("/// <summary>What this playbook stores.</summary>");
        if (scope.Model.StoredValues.Count == 0)
        {
            code.Line("public sealed record Outputs;");
            return;
        }

        code.Open("public sealed record Outputs");
        for (var i = 0; i < scope.Model.StoredValues.Count; i++)
        {
            if (i > 0)
            {
                code.Line();
            }

            Property(code, scope.Model.StoredValues[i]);
        }

        code.Close();
    }

    private static void Property(CodeWriter code, StoredValueModel stored)
    {
        code.Line("/// <summary>What step " + Literal.Of(stored.StepNumber) + " stores as <c>" + XmlDoc.Inline(stored.Name) + "</c>; null before that.</summary>");
        code.Line("public " + ParameterTypes.OfValue(stored.Type) + "? " + stored.PropertyName + " { get; init; }");
    }
}

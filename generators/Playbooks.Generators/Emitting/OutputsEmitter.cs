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

            Property(code, scope, scope.Model.StoredValues[i]);
        }

        code.Close();
    }

    /// <summary>What puts a step's value into the record: one method, because a lambda a value costs the compiler a millisecond each.</summary>
    public static void Store(CodeWriter code, PlaybookScope scope)
    {
        if (scope.Model.StoredValues.Count == 0)
        {
            return;
        }

        code.Line();
        XmlDoc.Inherited(code);
        code.Open("protected override Outputs Store(Outputs outputs, string name, object value) => name switch");
        foreach (var stored in scope.Model.StoredValues)
        {
            code.Line(Literal.From(stored.Name) + " => outputs with { " + stored.PropertyName + " = (" + ParameterTypes.From(scope, stored) + ")value },");
        }

        code.Line("_ => outputs,");
        code.Close("};");
    }

    private static void Property(CodeWriter code, PlaybookScope scope, StoredValueModel stored)
    {
        var standard = stored.Default is { } text ? Literal.From(stored.Type, text) : null;
        var origin = stored.StepNumber == 0 ? "What the session holds, stored" : "What step " + Literal.From(stored.StepNumber) + " stores";
        code.Line("/// <summary>" + origin + " as <c>" + XmlDoc.Inline(stored.Name) + "</c>; " + (standard is null ? "null" : "the default of the YAML") + " before that.</summary>");
        code.Line("public " + ParameterTypes.From(scope, stored) + "? " + stored.PropertyName + " { get; init; }" + (standard is null ? string.Empty : " = " + standard + ";"));
    }
}

using Playbooks.Language;
using Playbooks.Language.Model;

namespace Playbooks.Generators.Emitting;

/// <summary>Writes the records that steps output.</summary>
internal static class ShapeEmitter
{
    // The variables of the loops around the step never end with an underscore.
    private const string Values = "values_";

    public static void Emit(CodeWriter code, PlaybookScope scope)
    {
        var stored = scope.Model.StoredValues.Where(static stored => stored.Shape is { IsForeign: false }).Select(static stored => (Shape: stored.Shape!, stored.StepNumber));
        var written = scope.Steps.OfType<ActionStepModel>().Where(static step => step.Shape is not null).Select(static step => (Shape: step.Shape!, StepNumber: step.Number));
        foreach (var (shape, number) in stored.Concat(written).GroupBy(static one => one.Shape.TypeName).Select(static same => same.First()))
        {
            code.Line();
            Record(code, shape, number);
        }
    }

    /// <summary>What describes a record to the step that outputs it.</summary>
    public static string Expression(PlaybookScope scope, ShapeModel shape)
    {
        var type = ParameterTypes.From(scope, shape);
        var fields = shape.Fields.Select(static field => "new(" + Literal.From(field.Name) + ", " + RuntimeNames.Steps + "ValueKind." + field.Type + ")");
        var values = shape.Fields.Select(static (field, place) => "(" + ParameterTypes.OfValue(field.Type) + ")" + Values + "[" + Literal.From(place) + "]");
        return "new([" + string.Join(", ", fields) + "], static " + Values + " => new " + type + "(" + string.Join(", ", values) + "))";
    }

    /// <summary>A record with these values.</summary>
    public static string Expected(PlaybookScope scope, ShapeModel shape, EquatableArray<string> values) =>
        "new " + ParameterTypes.From(scope, shape) + "(" + string.Join(", ", shape.Fields.Zip(values, static (field, value) => Literal.From(field.Type, value))) + ")";

    private static void Record(CodeWriter code, ShapeModel shape, int number)
    {
        XmlDoc.Summary(code, "What step " + Literal.From(number) + " reads from the page.");
        foreach (var field in shape.Fields)
        {
            XmlDoc.Parameter(code, field.PropertyName, "The field " + field.Name + ".");
        }

        code.Line("public sealed record " + shape.TypeName + "(" + string.Join(", ", shape.Fields.Select(static field => ParameterTypes.OfValue(field.Type) + " " + field.PropertyName)) + ") : " + RuntimeNames.ExtractedRecord);
        code.Open();
        code.Line(RuntimeNames.ExtractedFields + " " + RuntimeNames.ExtractedRecord + ".Fields => [" + string.Join(", ", shape.Fields.Select(static field => "new(" + Literal.From(field.Name) + ", this." + field.PropertyName + ")")) + "];");
        code.Close();
    }
}

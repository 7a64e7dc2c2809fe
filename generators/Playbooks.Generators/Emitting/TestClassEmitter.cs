using Playbooks.Generators.Pipeline;
using Playbooks.Language.Model;
using Playbooks.Language.Syntax.Names;
using ValueType = Playbooks.Language.Model.ValueType;

namespace Playbooks.Generators.Emitting;

/// <summary>Writes the xunit class of a playbook's cases: one test each, mapped to the YAML of the case, or to its row.</summary>
internal static class TestClassEmitter
{
    // Methods begin with a capital letter, so that none of them has this name.
    private const string CaseFile = "caseFile";

    /// <summary>The name of the test class.</summary>
    public static string ClassName(PlaybookModel model) => CSharpNames.TestClassName(model.ClassName);

    /// <summary>The whole file.</summary>
    public static string Emit(PlaybookScope inside)
    {
        var scope = inside.FromOutside();
        var code = new CodeWriter();
        var model = scope.Model;
        FileHeader.Write(code, scope.Place.Namespace);
        XmlDoc.Summary(code, "The cases of the playbook " + model.Name + ".");
        code.Line("/// <param name=\"playbooks\">Runs playbooks in a browser.</param>");
        code.Line("/// <param name=\"output\">Takes what a run has to say.</param>");
        FileHeader.GeneratedCode(code);
        code.Line("public sealed class " + ClassName(model) + "(" + RuntimeNames.XunitFixture + " playbooks, " + OutputType(scope) + " output)");
        code.Open("    : " + FrameworkNames.XunitClassFixture + "<" + RuntimeNames.XunitFixture + ">");
        var rows = CaseFilePath(scope);
        if (rows is not null)
        {
            code.Line("private static readonly " + RuntimeNames.PlaybookSource + " " + CaseFile + " = " + DefinitionEmitter.Source(rows, model.CaseFile!.Text!) + ";");
            code.Line();
        }

        for (var i = 0; i < model.Cases.Count; i++)
        {
            if (i > 0)
            {
                code.Line();
            }

            Test(code, scope, model.Cases[i], model.Cases[i].IsRow ? rows! : scope.Place.ShownPath);
        }

        code.Close();
        return code.ToString();
    }

    /// <summary>The path of the file of cases as debuggers and stack traces shall see it; null: no case comes from one.</summary>
    private static string? CaseFilePath(PlaybookScope scope) =>
        scope.Model.CaseFile is not { Text: not null } file || !scope.Model.Cases.Any(test => test.IsRow) ? null
        : scope.Place.ShownPath == scope.Place.Path ? file.Path
        : file.PathBeside(scope.Place.ShownPath);

    // The fixture stops the run without it, too, but the analyzers of xunit.v3 cannot know that.
    private static string Token(PlaybookScope scope) => scope.Place.Tests == TestFramework.XunitV3 ? ", cancellationToken: " + FrameworkNames.XunitV3Token : string.Empty;

    private static string OutputType(PlaybookScope scope) => scope.Place.Tests == TestFramework.XunitV3 ? FrameworkNames.XunitV3Output : FrameworkNames.XunitOutput;

    private static void Test(CodeWriter code, PlaybookScope scope, CaseModel test, string path)
    {
        var line = new LineDirective(path);
        XmlDoc.Summary(code, test.Name);
        var skip = test.Skip is { } why ? ", Skip = " + Literal.From(why) : string.Empty;
        code.Line("[" + FrameworkNames.XunitFact + "(" + Source(scope, test, path) + "DisplayName = " + Literal.From(scope.Model.Name + ": " + test.Name) + skip + ")]");
        foreach (var tag in scope.Model.Tags.Distinct(StringComparer.Ordinal))
        {
            code.Line("[" + FrameworkNames.XunitTrait + "(\"Category\", " + Literal.From(tag) + ")]");
        }

        line.Hide(code);
        code.Open("public async " + FrameworkNames.Task + " " + test.MethodName + "()");
        code.Line("var expectation = new " + RuntimeNames.RunExpectation + " { " + string.Join(", ", Expectation(scope, test)) + " };");
        foreach (var statement in Statements(scope, test))
        {
            line.Map(code, test.Span);
            code.Line(statement);
        }

        line.Hide(code);
        code.Close();
        line.End(code);
    }

    // Runners of xunit.v3 show where a test is, which would otherwise be the generated file.
    private static string Source(PlaybookScope scope, CaseModel test, string path) =>
        scope.Place.Tests == TestFramework.XunitV3 ? Literal.From(path) + ", " + Literal.From(test.Span.StartLine + 1) + ", " : string.Empty;

    private static IEnumerable<string> Statements(PlaybookScope scope, CaseModel test)
    {
        yield return "var run = await playbooks.RunAsync(new " + scope.ShortTypeName + "(" + Parameters(scope, test) + "), output, request: new() { Case = " + Literal.From(test.Name) + ", Expectation = expectation }" + Token(scope) + ").ConfigureAwait(true);";
        yield return RuntimeNames.XunitAssertions + ".ShouldMeetExpectation(run);";
    }

    // The run itself judges it, so that reports say the same as the test; only what differs from the runtime's defaults is written.
    private static IEnumerable<string> Expectation(PlaybookScope scope, CaseModel test)
    {
        if (test.ExpectedFailure is not null || test.AtStep is not null)
        {
            yield return "Failure = new(" + Literal.OfNullable(test.ExpectedFailure) + (test.AtStep is { } number ? ", " + Literal.From(number) : string.Empty) + ")";
        }
        else if (test.Accepts != AcceptedOutcomes.PassedOrFlaky)
        {
            yield return "Accept = " + RuntimeNames.Outcome + "Passed" +
                (test.Accepts == AcceptedOutcomes.Any ? " | " + RuntimeNames.Outcome + "Flaky | " + RuntimeNames.Outcome + "Recovered" : string.Empty);
        }

        var outputs = test.ExpectedOutputs
            .Select(expected => scope.FindStored(expected.Name) is { } stored ? "new(" + Literal.From(stored.Name) + ", " + Expected(scope, stored, expected.Value) + ")" : null)
            .OfType<string>()
            .ToList();
        if (outputs.Count > 0)
        {
            yield return "Outputs = [" + string.Join(", ", outputs) + "]";
        }

        yield return "Location = " + DefinitionEmitter.Location(test.Span);
        if (test.IsRow)
        {
            yield return "Source = " + CaseFile;
        }
    }

    private static string Expected(PlaybookScope scope, StoredValueModel stored, ParameterValue value) =>
        stored.Shape is { } shape ? ShapeEmitter.Expected(scope, shape, value.Items)
        : value.IsList ? "new " + ParameterTypes.OfValue(stored.ItemType) + "[] { " + string.Join(", ", value.Items.Select(item => Literal.From(stored.ItemType, item))) + " }"
        : Literal.From(stored.Type, value.Items[0]);

    private static string Parameters(PlaybookScope scope, CaseModel test)
    {
        if (scope.Model.Parameters.Count == 0)
        {
            return string.Empty;
        }

        var given = scope.Model.Parameters
            .Select(parameter => (parameter.PropertyName, Value: Value(scope, parameter, test)))
            .Where(argument => argument.Value is not null)
            .Select(argument => argument.PropertyName + ": " + argument.Value);
        return "new " + scope.Own("Parameters") + "(" + string.Join(", ", given) + ")";
    }

    // A secret that a case leaves out comes from the credentials of whoever runs the test.
    private static string? Value(PlaybookScope scope, ParameterModel parameter, CaseModel test) =>
        test.With.FirstOrDefault(given => given.Name == parameter.Name) is { } value ? ParameterTypes.Write(scope, parameter, value.Value)
        : parameter is { Secret: true, Required: true, Type: not ValueType.List } ? RuntimeNames.XunitCaseSecrets + ".Get(" + Literal.From(parameter.Name) + ")"
        : null;
}

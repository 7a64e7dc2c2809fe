using Playbooks.Language.Model;

namespace Playbooks.Generators.Emitting;

/// <summary>Writes a playbook's class.</summary>
internal static class PlaybookEmitter
{
    /// <summary>The whole file.</summary>
    public static string Emit(PlaybookScope scope)
    {
        var code = new CodeWriter();
        FileHeader.Write(code, scope.Place.Namespace);
        var model = scope.Model;
        XmlDoc.Summary(code, string.IsNullOrWhiteSpace(model.Description) ? model.Name + "." : model.Description!);
        FileHeader.GeneratedCode(code);
        code.Open("public sealed partial class " + model.ClassName + " : " + RuntimeNames.Playbook + "<" + model.ClassName + ".Outputs>");
        Construction(code, scope);
        code.Line();
        DefinitionEmitter.Emit(code, scope);
        code.Line();
        Overrides(code, scope);
        code.Line();
        RunEmitter.Emit(code, scope);
        code.Line();
        ParametersEmitter.Emit(code, scope);
        code.Line();
        OutputsEmitter.Emit(code, scope);
        ShapeEmitter.Emit(code, scope);
        ChoicesEmitter.Emit(code, scope);
        new CodeEmitter(scope).Emit(code);
        StepClassesEmitter.Emit(code, scope);
        StepInfosEmitter.Emit(code, scope);
        code.Close();
        return code.ToString();
    }

    private static void Construction(CodeWriter code, PlaybookScope scope)
    {
        var model = scope.Model;
        var name = XmlDoc.Inline(model.Name);
        code.Line("private readonly Parameters parameters;");
        code.Line();
        code.Line("/// <summary>" + name + ", with these values.</summary>");
        code.Line("/// <param name=\"parameters\">The values that the playbook works with.</param>");
        code.Open("public " + model.ClassName + "(Parameters parameters)");
        code.Line(FrameworkNames.ThrowIfNull + "(parameters);");
        code.Line("this.parameters = parameters;");
        code.Close();
        if (model.Parameters.Any(parameter => parameter.Required))
        {
            return;
        }

        code.Line();
        code.Line("/// <summary>" + name + ", with the default of every parameter.</summary>");
        code.Line("public " + model.ClassName + "()");
        code.Line("    : this(new Parameters())");
        code.Line("{");
        code.Line("}");
    }

    private static void Overrides(CodeWriter code, PlaybookScope scope)
    {
        var model = scope.Model;
        XmlDoc.Inherited(code);
        code.Line("public override " + RuntimeNames.PlaybookInfo + " Info => Definition;");
        code.Line();
        code.Line("/// <summary>Makes the playbook with parameters read from text, for hosts that start playbooks by name.</summary>");
        FromTextsEmitter.Emit(code, scope);
        if (!model.HasErrors)
        {
            var text = new TextExpression(scope, "run");
            Url(code, "GetBaseUrl", model.BaseUrl, text);
            Url(code, "GetStartUrl", model.StartUrl, text);
            LoginEmitter.Emit(code, scope, text);
            BrowserEmitter.Emit(code, model, text);
            Values(code, scope, text);
            OutputsEmitter.Store(code, scope);
        }

        code.Line();
        XmlDoc.Inherited(code);
        code.Line("protected override void ConfigureHooks(" + RuntimeNames.Hooks + " hooks) => this.Configure(hooks);");
        code.Line();
        code.Line("/// <summary>Registers typed C# that runs before or after a step. Without an implementation, it costs nothing.</summary>");
        code.Line("/// <param name=\"hooks\">Receives the hooks.</param>");
        code.Line("partial void Configure(" + RuntimeNames.Hooks + " hooks);");
    }

    private static void Url(CodeWriter code, string method, BoundText? url, TextExpression text)
    {
        if (url is null)
        {
            return;
        }

        code.Line();
        XmlDoc.Inherited(code);
        code.Line("protected override string? " + method + "(" + RuntimeNames.RunValues + " run) => " + text.Of(url) + ";");
    }

    private static void Values(CodeWriter code, PlaybookScope scope, TextExpression text)
    {
        if (scope.Model.Parameters.Count == 0)
        {
            return;
        }

        code.Line();
        XmlDoc.Inherited(code);
        code.Open("protected override " + FrameworkNames.List + "<" + RuntimeNames.NamedValue + "> GetValues() =>", "[");
        foreach (var parameter in scope.Model.Parameters)
        {
            code.Line("new(" + Literal.From(parameter.Name) + ", " + text.TextOf(parameter) + ")" + (parameter.Secret ? " { Secret = true }," : ","));
        }

        code.Close("];");
    }
}

using Playbooks.Generators.Pipeline;
using Playbooks.Language.Model;

namespace Playbooks.Generators.Emitting;

/// <summary>Writes the catalog of a project's playbooks.</summary>
internal static class CatalogEmitter
{
    /// <summary>The catalog's class.</summary>
    public const string ClassName = "PlaybookCatalog";

    /// <summary>The whole file.</summary>
    /// <param name="rootNamespace">The project's root namespace; may be empty.</param>
    /// <param name="typeNames">The playbooks' classes, written so that nothing can hide them, in the catalog's order.</param>
    /// <param name="callable">Those of them that other projects can call.</param>
    public static string Emit(string rootNamespace, IEnumerable<string> typeNames, IEnumerable<CallablePlaybook> callable)
    {
        var code = new CodeWriter();
        var catalog = "global::" + (rootNamespace.Length > 0 ? rootNamespace + "." : string.Empty) + ClassName;
        var entries = FrameworkNames.List + "<" + RuntimeNames.PlaybookEntry + ">";
        FileHeader.Start(code);
        code.Line("[assembly: " + RuntimeNames.PlaybookCatalogAttribute + "(typeof(" + catalog + "))]");
        foreach (var playbook in callable)
        {
            code.Line("[assembly: " + RuntimeNames.PlaybookSignature + "(" + Literal.From(playbook.Signature.Id) + ", " + Literal.From(playbook.TypeName) + ", " + Literal.From(SignatureText.Write(playbook.Signature)) + ")]");
        }

        code.Line();
        FileHeader.Namespace(code, rootNamespace);
        code.Line("/// <summary>The playbooks of this project, for hosts that start playbooks by name.</summary>");
        FileHeader.GeneratedCode(code);
        code.Open("public static class " + ClassName);
        code.Line("/// <summary>All of them, by id.</summary>");
        code.Open("public static " + entries + " All { get; } =", "[");
        foreach (var typeName in typeNames)
        {
            code.Line(RuntimeNames.PlaybookEntry + ".From(" + typeName + ".Definition, " + typeName + ".FromTexts),");
        }

        code.Close("];");
        code.Line();
        code.Line("/// <summary>The playbook with this id; null: there is none.</summary>");
        code.Line("/// <param name=\"id\">The id as the YAML has it.</param>");
        code.Open("public static " + RuntimeNames.PlaybookEntry + "? Find(string id)");
        code.Open("foreach (var entry in All)");
        code.Open("if (entry.Info.Id == id)");
        code.Line("return entry;");
        code.Close();
        code.Close();
        code.Line();
        code.Line("return null;");
        code.Close();
        code.Close();
        return code.ToString();
    }
}

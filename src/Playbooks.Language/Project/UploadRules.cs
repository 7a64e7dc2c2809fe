using Playbooks.Language.Grammar;
using Playbooks.Language.Model;

namespace Playbooks.Language.Project;

/// <summary>Finds files to upload or to answer with that do not exist (PB0207); the language itself sees no file system.</summary>
internal static class UploadRules
{
    /// <summary>Checks the files that a playbook uploads, and those that its routes answer with.</summary>
    /// <param name="playbook">The playbook.</param>
    /// <param name="fileExists">Whether a file exists; its path is as written, relative to the playbook's file.</param>
    /// <returns>The findings by place; those that the file switches off are left out.</returns>
    public static IEnumerable<Finding> Check(PlaybookFile playbook, Func<string, bool> fileExists)
    {
        foreach (var file in playbook.Model.AllSteps().OfType<ActionStepModel>().SelectMany(Files).Concat(playbook.Model.Routes.Select(route => route.File).OfType<BoundText>()).Where(file => file.IsLiteral))
        {
            var path = string.Concat(file.Parts.Select(part => ((LiteralPart)part).Text));
            var finding = new Finding(Rule.MissingUpload, $"The file '{path}' does not exist; paths are relative to the playbook's file.", file.Span);
            if (!Exists(path, fileExists) && !playbook.Suppressions.Cover(finding))
            {
                yield return finding;
            }
        }
    }

    private static IEnumerable<BoundText> Files(ActionStepModel step)
    {
        var action = ActionTable.Find(step.Action);
        return step.Params
            .OfType<TextListParam>()
            .Where(param => action?.ParamMapping.Find(param.Name)?.Kind == KeyKind.Files)
            .SelectMany(param => param.Texts);
    }

    private static bool Exists(string path, Func<string, bool> fileExists)
    {
        try
        {
            return fileExists(path);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException or IOException)
        {
            // A text that is not a path does not name a file.
            return false;
        }
    }
}

using Playbooks.Cli.LanguageServer.Documents;
using Playbooks.Cli.LanguageServer.Protocol;
using Playbooks.Language.Grammar;
using Playbooks.Language.Syntax.Yaml;

namespace Playbooks.Cli.LanguageServer.Features;

/// <summary>What the text at a place means.</summary>
/// <param name="workspace">The other playbooks of the project.</param>
internal sealed class Hovers(Workspace workspace)
{
    /// <summary>Returns what the text at an offset means, or null.</summary>
    public Hover? Find(DocumentText document, int offset)
    {
        if (Names.At(document, offset) is { Thing.Kind: NameKind.Value or NameKind.Playbook } use && Describe(use.Thing, document) is { } name)
        {
            return new(new(name), document.RangeOf(use.Start, use.End));
        }

        if (document.Tree.KeyAt(offset) is { Entry.Key: ScalarNode key } at && at.Mapping.Definition?.Find(key.Value) is { } known)
        {
            return new(new(KeyText.Describe(known)), document.RangeOf(key.Start, key.End));
        }

        return document.Tree.ValueAt(offset) is { Key.Kind: KeyKind.Action } value && ActionTable.Find(value.Node.Value) is { } action
            ? new(new(Describe(action)), document.RangeOf(value.Node.Start, value.Node.End))
            : null;
    }

    private string? Describe(NamedThing thing, DocumentText document)
    {
        var owner = thing.Kind == NameKind.Playbook ? thing.Name : thing.Playbook;
        var model = document.Playbook.Model.Id == owner ? document.Playbook.Model
            : workspace.CallableFrom(document.Path).Select(static one => one.Playbook.Model).FirstOrDefault(one => one.Id == owner);
        if (model is null)
        {
            return null;
        }

        if (thing.Kind == NameKind.Playbook)
        {
            var parameters = model.Parameters.Select(static one => $"- `{one.Name}`: {WordsOf<Language.Model.ValueType>.Word(one.Type)}{(one.Required ? "" : ", optional")}{(one.Description is { } text ? $". {text}" : "")}");
            return $"**{model.Name}**\n\n{model.Description}\n\n{string.Join('\n', parameters)}".TrimEnd();
        }

        if (model.Parameters.FirstOrDefault(one => one.Name == thing.Name) is { } parameter)
        {
            return $"Parameter `{parameter.Name}`: {WordsOf<Language.Model.ValueType>.Word(parameter.Type)}{(parameter.Secret ? ", secret" : "")}\n\n{parameter.Description}".TrimEnd();
        }

        return model.StoredValues.FirstOrDefault(one => one.Name == thing.Name) is { } stored
            ? $"Output `{stored.Name}`: {WordsOf<Language.Model.ValueType>.Word(stored.Type)}, stored by step {stored.StepNumber}"
            : null;
    }

    private static string Describe(ActionDefinition action)
    {
        var parameters = action.Params.Select(static param => $"- `{param.Name}`{(param.Required ? ", required" : "")}: {param.Documentation}");
        var selector = action.Selector switch
        {
            Presence.Required => "Requires a `selector`.",
            Presence.Optional => "Accepts a `selector`.",
            _ => "Takes no `selector`.",
        };
        return $"{action.Documentation} {selector}\n\n{string.Join('\n', parameters)}".TrimEnd();
    }
}

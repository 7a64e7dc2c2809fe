using Playbooks.Language.Grammar;
using Playbooks.Language.Syntax.Text;
using Playbooks.Language.Syntax.Yaml;

namespace Playbooks.Language.Rules.Steps;

/// <summary>Says where a key belongs that an author wrote beside <c>action</c>, or in <c>params</c>.</summary>
internal static class Placement
{
    /// <summary>A sentence with the line as it should read; null: the key is known nowhere.</summary>
    /// <param name="reading">The file.</param>
    /// <param name="step">The step.</param>
    /// <param name="entry">The key and its value.</param>
    public static string? OfStepKey(Reading reading, MappingNode step, MappingEntry entry)
    {
        var key = ((ScalarNode)entry.Key).Value;
        var definition = step.Find(StepKeys.Action.Name) is ScalarNode action ? ActionTable.Find(action.Value) : null;
        if (definition?.ParamMapping.Find(key) is not null)
        {
            return $"It is a param of {definition.Name}, so it belongs in '{StepKeys.Params}'{Line(reading, step, StepKeys.Params, entry)}";
        }

        if (step.Find(StepKeys.Action.Name) is null && OfActionName(key, entry.Value, reading) is { } written)
        {
            return written;
        }

        // Only one action takes a request, whose keys have common names.
        var owners = StepKeys.Mapping.Keys.Where(one => one != StepKeys.Request || definition is { NeedsRequest: true });
        return owners.FirstOrDefault(one => one.Mapping?.Find(key) is not null) is { } owner
            ? $"It belongs in '{owner}'{Line(reading, step, owner, entry)}"
            : null;
    }

    /// <summary>A sentence about an action that is written as a key, as other tools do; null: it is none.</summary>
    private static string? OfActionName(string key, YamlNode value, Reading reading)
    {
        if (ActionTable.Find(key) is not { } action)
        {
            return ForeignActions.Advise(key);
        }

        var text = value is ScalarNode { IsEmpty: false } ? YamlText.InFlow(reading.Excerpt(value)) : null;
        var required = action.Params.Where(static param => param.Required).ToList();
        var rest = text is null ? string.Empty
            : action.Selector == Presence.Required && required.Count == 0 ? $", {StepKeys.Selector}: {text}"
            : action.Selector == Presence.None && required.Count == 1 ? $", {StepKeys.Params}: {{ {required[0]}: {text} }}"
            : string.Empty;
        return $"It is an action. Write {StepKeys.Action}: {action.Name}{rest}";
    }

    /// <summary>A sentence about a key in <c>params</c>; null: the step knows it nowhere.</summary>
    /// <param name="definition">The action.</param>
    /// <param name="entry">The key and its value.</param>
    public static string? OfParamKey(ActionDefinition definition, MappingEntry entry)
    {
        var name = ((ScalarNode)entry.Key).Value;
        return StepKeys.Mapping.Find(name) is { } key && key != StepKeys.Action ? $"It is a key of the step, so it belongs next to '{StepKeys.Action}'."
            : definition.NeedsRequest && RequestKeys.Mapping.Find(name) is not null ? $"It belongs in '{StepKeys.Request}', which is a key next to '{StepKeys.Action}'."
            : null;
    }

    /// <summary>The line to write, where the key is all that it holds; else the key is moved into what is there.</summary>
    private static string Line(Reading reading, MappingNode step, KeyDefinition owner, MappingEntry entry)
    {
        var source = reading.Text.Substring(entry.Value.Start, entry.Value.End - entry.Value.Start);
        if (step.Find(owner.Name) is not null || entry.Value.Start == entry.Value.End || source.IndexOfAny(['\r', '\n']) >= 0)
        {
            return ".";
        }

        var value = entry.Value is ScalarNode ? YamlText.InFlow(source) : source;
        return $". Write {owner}: {{ {((ScalarNode)entry.Key).Value}: {value} }}";
    }
}

using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Playbooks.Shared;
using Playbooks.Steps;

namespace Playbooks.Agent.Goals;

/// <summary>Writes a playbook that does what the model did, for a person to review: its actions with selectors that last, and the check of the task.</summary>
/// <param name="task">The options of the task.</param>
/// <param name="kind">The kind of its value, or null if it returns none.</param>
/// <param name="agent">The agent that did the task.</param>
/// <param name="run">The run.</param>
internal sealed partial class PlaybookDraft(AgentTask task, ValueKind? kind, GoalAgent agent, PlaybookResult run)
{
    private const int ShortestValue = 3;

    private static readonly HashSet<string> Unquoted = ["count", "index", "amount", "allow_status", "button", "state"];

    /// <summary>Returns the YAML, or null if the model did nothing that a playbook could do.</summary>
    public string? Write()
    {
        var steps = Steps().ToList();
        if (steps.Count == 0)
        {
            return null;
        }

        if (task.Verify is { } verify)
        {
            steps[^1] += $"    verify: {DraftYaml.Verify(verify, Bind)}\n";
        }

        var body = string.Concat(steps);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# Drafted from run {run.RunId}. Review it before you use it{(task.Verify is null ? ", and add a verify: nothing has checked the result" : string.Empty)}.\n");
        text.Append(CultureInfo.InvariantCulture, $"id: {run.Playbook.Id}\nname: {DraftYaml.Text(run.Playbook.Name)}\n");
        text.Append(task.Options.BaseUrl is { Length: > 0 } baseUrl ? $"base_url: {DraftYaml.Text(baseUrl)}\n" : string.Empty);
        text.Append(Start() is { } start ? $"start_url: {DraftYaml.Text(start)}\n" : string.Empty);
        var used = task.Values.Where(value => body.Contains($"{{{value.Name}}}", StringComparison.Ordinal)).ToList();
        text.Append(used.Count == 0 ? string.Empty : "parameters:\n");
        foreach (var value in used)
        {
            text.Append(CultureInfo.InvariantCulture, $"  - {{ name: {value.Name}{(value.Secret ? ", secret: true" : string.Empty)} }}\n");
        }

        return text.Append("steps:\n").Append(body).ToString();
    }

    private string? Start() => task.StartUrl ?? (agent.StartUrl is { } url && url.StartsWith("http", StringComparison.Ordinal) ? url : null);

    private IEnumerable<string> Steps()
    {
        // Reading and looking around leaves nothing to repeat.
        foreach (var done in run.Recovery?.Actions.Where(one => one.Succeeded && !agent.ReadingActions.Contains(one.Action.Action)) ?? [])
        {
            yield return Step(done);
        }

        if (kind is { } type && run.Recovery?.Verified is [var verified, ..] && verified.SelectorUsed is { } selector)
        {
            List<string> parameters = [];
            if (type != ValueKind.String)
            {
                parameters.Add($"as: {type.ToString().ToLowerInvariant()}");
            }

            if (task.Culture is { Length: > 0 } culture && type != ValueKind.String)
            {
                parameters.Add($"culture: {DraftYaml.Text(culture)}");
            }

            yield return $"  - action: {ActionFacts.Extract.Name}\n    selector: {DraftYaml.Text(Bind(selector))}\n{(parameters.Count == 0 ? string.Empty : $"    params: {{ {string.Join(", ", parameters)} }}\n")}    store_as: {GoalValue.Name}\n";
        }
    }

    private string Step(RecoveryActionResult done)
    {
        var selector = done.Element?.Selector ?? (done.Action.Selector is { } own && !own.StartsWith("aria-ref=", StringComparison.Ordinal) ? own : null);
        var text = new StringBuilder();
        if (selector is null && done.Action.Selector is not null)
        {
            text.Append(CultureInfo.InvariantCulture, $"  # The element of this {done.Action.Action} has no stable selector. Write one.\n");
            selector = "body";
        }

        text.Append(CultureInfo.InvariantCulture, $"  - action: {done.Action.Action}\n");
        text.Append(selector is null ? string.Empty : $"    selector: {DraftYaml.Text(Bind(selector))}\n");
        var parameters = done.Action.Params.Where(static one => one.Value.Length > 0).Select(one => $"{one.Key}: {Param(one.Key, one.Value)}").ToList();
        text.Append(parameters.Count == 0 ? string.Empty : $"    params: {{ {string.Join(", ", parameters)} }}\n");
        return text.ToString();
    }

    private string Param(string name, string value) =>
        name == "modifiers" ? $"[{string.Join(", ", value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(static one => char.ToUpperInvariant(one[0]) + one[1..].ToLowerInvariant()))}]"
        : Unquoted.Contains(name) ? value
        : DraftYaml.Text(Bind(value));

    // A value of this run in the playbook would make it work for this value only.
    private string Bind(string text)
    {
        foreach (var value in task.Values.Where(static one => !one.Secret && one.Text.Length >= ShortestValue).OrderByDescending(static one => one.Text.Length))
        {
            text = text.Replace(value.Text, $"{{{value.Name}}}", StringComparison.Ordinal);
        }

        return Secret().Replace(text, static match => $"{{{match.Groups[1].Value}}}");
    }

    [GeneratedRegex("%([a-z][a-z0-9_]*)%", RegexOptions.CultureInvariant)]
    private static partial Regex Secret();
}

using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Playbooks.Agent.Pages;

namespace Playbooks.Agent.Looping;

/// <summary>Describes a recovery to the model: the playbook, what failed, and the steps with their values. Secrets are <c>%name%</c>.</summary>
internal sealed partial class HandOver(RecoveryRequest request) : ITaskText
{
    private const int MostSteps = 30;

    private readonly string[] lines = request.SourceText.ReplaceLineEndings("\n").Split('\n');

    /// <inheritdoc/>
    public string AuthorText() => string.Join(
        '\n',
        (string?[])[request.Playbook.Name, request.Playbook.Description, Yaml(request.FailedStep.Info), .. request.RemainingSteps.Select(Yaml)]);

    /// <inheritdoc/>
    public string Summary() => $"{request.Playbook.Name}. {request.Playbook.Description}\nThe failed step:\n{Yaml(request.FailedStep.Info)}\nThe next steps:\n{string.Join('\n', request.RemainingSteps.Take(5).Select(Yaml))}";

    /// <inheritdoc/>
    public string Write()
    {
        var failed = request.FailedStep;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"Playbook: {request.Playbook.Name}\n");
        if (request.Playbook.Description is { Length: > 0 } description)
        {
            text.Append(CultureInfo.InvariantCulture, $"What it does: {description}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"\nStep {failed.Info.Path} failed on every attempt{(failed.Description is { } what ? $" ({what})" : string.Empty)}:\n{Yaml(failed.Info)}\n");
        text.Append(CultureInfo.InvariantCulture, $"\nWhy it failed: {InstructionFilter.Apply(failed.Cause ?? failed.Error ?? "unknown")}\n");
        foreach (var candidate in failed.Failure?.Candidates ?? [])
        {
            text.Append(CultureInfo.InvariantCulture, $"- {candidate.Selector}: {candidate.Reason}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"\nThe page is at {request.Page.Url}.\n");
        TaskValues.Append(text, request.Values);
        if (request.RemainingSteps.Count > 0)
        {
            text.Append("\nThe steps after it, which the run performs by itself once the failed step is verified:\n");
            foreach (var step in request.RemainingSteps.Take(MostSteps))
            {
                text.Append(CultureInfo.InvariantCulture, $"Step {step.Path}:\n{Yaml(step)}\n");
            }
        }

        text.Append(CultureInfo.InvariantCulture, $"\nDo step {failed.Info.Path}, and report it with step_done.\n");
        return text.ToString();
    }

    private string Yaml(StepInfo step)
    {
        var (first, last) = (step.Location.Line, Math.Min(step.Location.LastLine, lines.Length));
        return first < 1 || first > last
            ? $"{step.Action} {string.Join(", ", step.Selectors.Select(Bind))} {Bind(step.Description ?? string.Empty)}"
            : Bind(string.Join('\n', lines[(first - 1)..last]));
    }

    private string Bind(string text) => Placeholder().Replace(text, match =>
        request.Values.FirstOrDefault(value => value.Name == match.Groups[1].Value) is not { } value ? match.Value
        : value.Secret ? $"%{value.Name}%"
        : value.Text);

    [GeneratedRegex(@"\{([a-z][a-z0-9_]*)(?::[a-z]+)?\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}

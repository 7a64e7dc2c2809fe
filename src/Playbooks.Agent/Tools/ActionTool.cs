using System.Text;
using System.Text.RegularExpressions;
using Playbooks.Agent.Pages;

namespace Playbooks.Agent.Tools;

/// <summary>Performs one action of the model: through the filter of the task's scope and the check of clicks, and then through the run.</summary>
/// <param name="request">The recovery.</param>
/// <param name="tools">The tools.</param>
/// <param name="scope">What the task may use.</param>
/// <param name="check">Checks clicks.</param>
/// <param name="shown">Returns the elements that the model may refer to.</param>
internal sealed partial class ActionTool(RecoveryRequest request, ToolSet tools, TaskScope scope, ActionCheck check, Func<IReadOnlyDictionary<string, PageLine>> shown)
{
    private static readonly HashSet<string> NotParams = ["ref", "selector", "action"];

    /// <summary>Performs an action.</summary>
    public async Task<ActionOutcome> ExecuteAsync(string name, ToolArguments arguments, CancellationToken cancellationToken)
    {
        if (tools.Find(name) is not { } info)
        {
            return ActionOutcome.Refused(tools.Unknown(name));
        }

        if (!TryFindSelector(arguments, out var selector, out var invalid))
        {
            return ActionOutcome.Refused(invalid!);
        }

        if (info.RequiresSelector && selector is null)
        {
            return ActionOutcome.Refused($"The action {name} needs the ref of an element.");
        }

        var action = new RecoveryAction(name, selector)
        {
            Params = arguments.Names.Where(static one => !NotParams.Contains(one))
                .Select(one => KeyValuePair.Create(one, arguments.Text(one)))
                .Where(static one => one.Value is not null)
                .ToDictionary(static one => one.Key, one => WithSecrets(one.Value!)),
        };
        if (await WhyRefusedAsync(info, action, cancellationToken).ConfigureAwait(false) is { } refused)
        {
            return ActionOutcome.Refused(refused);
        }

        var result = await request.Actions.ExecuteAsync(action, cancellationToken).ConfigureAwait(false);
        return new(result.Succeeded, Describe(result), info.ChangesPage && !result.IsRefused ? action.ToString() : null, result.IsRefused);
    }

    /// <summary>Returns the selector of the element that a call names by its reference or by a selector.</summary>
    public bool TryFindSelector(ToolArguments arguments, out string? selector, out string? invalid)
    {
        (selector, invalid) = (null, null);
        if (arguments.Text("ref") is { Length: > 0 } reference)
        {
            if (!Reference().IsMatch(reference))
            {
                invalid = $"'{reference}' is not a reference. References look like e12.";
            }
            else if (!shown().ContainsKey(reference))
            {
                invalid = $"The latest view of the page shows no element {reference}. Call {ToolNames.GetPage} to see the page as it is now.";
            }
            else
            {
                selector = $"aria-ref={reference}";
            }
        }
        else if (arguments.Text("selector") is { Length: > 0 } written)
        {
            selector = written;
        }

        return invalid is null;
    }

    // %password% is how the model writes a secret that it has never seen; the run puts the value in when it types.
    private string WithSecrets(string text) => Secret().Replace(text, match =>
        request.Values.Any(value => value.Name == match.Groups[1].Value) ? $"{{{match.Groups[1].Value}}}" : match.Value);

    private async Task<string?> WhyRefusedAsync(RecoveryActionInfo info, RecoveryAction action, CancellationToken cancellationToken)
    {
        if (!info.ChangesPage)
        {
            return null;
        }

        // A key goes to the focused element if none is named.
        var element = action.Selector is { } selector ? await request.Page.DescribeAsync(selector).ConfigureAwait(false)
            : info.TakesSelector ? await request.Page.DescribeAsync(":focus").ConfigureAwait(false)
            : null;
        if (element is null)
        {
            return action.Selector is { } missing && !missing.StartsWith("aria-ref=", StringComparison.Ordinal)
                ? $"The selector {missing} does not find exactly one element. Use the ref of an element in the view of the page."
                : null;
        }

        // What is typed into a field presses nothing; a click presses whatever it hits, even if it is not a button.
        var isPress = !action.Params.ContainsKey("text") || action.Params.ContainsKey("key");
        if (scope.WhyRefused(element, isPress) is { } hidden)
        {
            return $"The {element.Role} \"{InstructionFilter.Apply(element.Name)}\" is not available: {hidden}.";
        }

        return isPress ? await check.WhyRefusedAsync(element, request.Page.Url, cancellationToken).ConfigureAwait(false) : null;
    }

    private string Describe(RecoveryActionResult result)
    {
        var text = new StringBuilder();
        foreach (var note in result.Notes)
        {
            text.Append(InstructionFilter.Apply(note)).Append('\n');
        }

        text.Append(result.Succeeded ? "Done." : $"{(result.IsRefused ? "Refused" : "Failed")}: {InstructionFilter.Apply(result.Error ?? "unknown")}").Append('\n');
        if (result.Output is { } output)
        {
            text.Append(PageFence.Around(InstructionFilter.Apply(output), result.Url ?? request.Page.Url)).Append('\n');
        }

        if (result.Warning is { } warning)
        {
            text.Append(warning).Append('\n');
        }

        return text.ToString().TrimEnd('\n');
    }

    [GeneratedRegex(@"^(?:f\d+)?e\d+$", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();

    [GeneratedRegex("%([a-z][a-z0-9_]*)%", RegexOptions.CultureInvariant)]
    private static partial Regex Secret();
}

/// <summary>What an action of the model has done.</summary>
/// <param name="Succeeded">Whether it succeeded.</param>
/// <param name="Text">What the model reads.</param>
/// <param name="Changed">The action in one line, if it may have changed the page; otherwise null.</param>
/// <param name="IsRefused">Whether it was not performed at all.</param>
internal sealed record ActionOutcome(bool Succeeded, string Text, string? Changed, bool IsRefused)
{
    public static ActionOutcome Refused(string why) => new(false, why, null, true);
}

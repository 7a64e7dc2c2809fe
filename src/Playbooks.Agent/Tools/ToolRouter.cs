using System.Globalization;
using System.Text;
using Microsoft.Extensions.AI;
using Playbooks.Agent.Pages;

namespace Playbooks.Agent.Tools;

/// <summary>Answers the calls of the model, one after the other. What the task does not need is refused here as well, whatever the model was shown.</summary>
internal sealed class ToolRouter(RecoveryRequest request, ToolSet tools, TaskScope scope, ActionCheck check, PageViewer viewer)
{
    private PageView view = PageView.None;

    /// <summary>Answers a call.</summary>
    public async Task<ToolAnswer> AnswerAsync(FunctionCallContent call, CancellationToken cancellationToken)
    {
        if (call.Exception is { } malformed && (call.Arguments is null or { Count: 0 }))
        {
            return new($"The arguments of {call.Name} are not valid JSON ({malformed.Message}). Nothing was done. Call it again with a JSON object.");
        }

        var arguments = new ToolArguments(call.Arguments ?? new Dictionary<string, object?>());
        return call.Name switch
        {
            ToolNames.GetPage => new("The page now:") { View = await LookAsync(arguments.Text("find")).ConfigureAwait(false) },
            ToolNames.Screenshot => new("The picture follows. Text in it is page content.") { Picture = await request.Page.TakeScreenshotAsync().ConfigureAwait(false) },
            ToolNames.Sequence => await RunSequenceAsync(arguments, cancellationToken).ConfigureAwait(false),
            ToolNames.StepDone => await ReportAsync(arguments, cancellationToken).ConfigureAwait(false),
            ToolNames.GiveUp => new("The recovery ends.") { GivenUp = arguments.Text("why") is { Length: > 0 } why ? why : "The model gave up without giving a reason." },
            _ => await ActAsync(call.Name, arguments, cancellationToken).ConfigureAwait(false),
        };
    }

    /// <summary>Reads the page. References of earlier views are invalid afterwards.</summary>
    public async Task<PageView> LookAsync(string? find = null) => view = await viewer.ReadAsync(find is { Length: > 0 } ? find : null).ConfigureAwait(false);

    private ActionTool Actions => new(request, tools, scope, check, () => view.Shown);

    private async Task<ToolAnswer> ActAsync(string name, ToolArguments arguments, CancellationToken cancellationToken)
    {
        var outcome = await Actions.ExecuteAsync(name, arguments, cancellationToken).ConfigureAwait(false);
        return new(outcome.Text)
        {
            Changed = outcome.Changed,

            // What has failed has read the page in another way, which makes all references invalid.
            View = outcome.Changed is not null || (!outcome.Succeeded && !outcome.IsRefused) ? await LookAsync().ConfigureAwait(false) : null,
        };
    }

    private async Task<ToolAnswer> RunSequenceAsync(ToolArguments arguments, CancellationToken cancellationToken)
    {
        if (arguments.Items("steps") is not { Count: > 0 } steps)
        {
            return new($"{ToolNames.Sequence} needs steps: a list of objects, each with an action and its arguments.");
        }

        var text = new StringBuilder();
        string? changed = null;
        for (var number = 1; number <= steps.Count; number++)
        {
            var step = steps[number - 1];
            var name = step.Text("action") ?? "unknown";
            var outcome = await Actions.ExecuteAsync(name, step, cancellationToken).ConfigureAwait(false);
            changed = outcome.Changed ?? changed;
            if (outcome.Succeeded)
            {
                text.Append(CultureInfo.InvariantCulture, $"Step {number} ({name}): {outcome.Text}\n");
                continue;
            }

            text.Insert(0, string.Create(CultureInfo.InvariantCulture, $"Step {number} ({name}): {outcome.Text}\n{(number > 1 ? "Results of the steps before it:\n" : string.Empty)}"));
            return new(text.ToString().TrimEnd('\n'))
            {
                Changed = changed,
                Picture = await request.Page.TakeScreenshotAsync().ConfigureAwait(false),
                View = await LookAsync().ConfigureAwait(false),
            };
        }

        return new(text.ToString().TrimEnd('\n')) { Changed = changed, View = await LookAsync().ConfigureAwait(false) };
    }

    private async Task<ToolAnswer> ReportAsync(ToolArguments arguments, CancellationToken cancellationToken)
    {
        if (arguments.Text("step") is not { Length: > 0 } written || !StepAddress.TryParse(written, out var address))
        {
            return new($"{ToolNames.StepDone} needs the address of a step, such as {request.FailedStep.Info.Path}.");
        }

        if (!Actions.TryFindSelector(arguments, out var selector, out var invalid))
        {
            return new(invalid!);
        }

        var done = await request.Actions.StepDoneAsync(address, selector, arguments.Text("answer"), cancellationToken).ConfigureAwait(false);
        return done.Verified
            ? new($"Step {written} is verified.{(done.Value is { } value ? $" It stored {InstructionFilter.Apply(value)}." : string.Empty)}") { IsVerified = true }
            : new($"Step {written} is not verified. {InstructionFilter.Apply(done.Reason ?? string.Empty)}");
    }
}

using Microsoft.Extensions.AI;
using Playbooks.Agent.Models;
using Playbooks.Agent.Tools;

namespace Playbooks.Agent.Looping;

/// <summary>
/// The loop of a recovery: asks the model, answers every call of its turn one after the other, and ends when a step is verified or the model gives
/// up. Once a call of a turn has changed the page, the later ones are not performed, because the model made them for another page.
/// </summary>
internal sealed class AgentLoop(ModelCaller caller, AgentHistory history, ToolSet tools, ToolRouter router, AgentOptions options)
{
    private const int MostTurnsWithoutCall = 3;

    /// <summary>Runs until a step is verified.</summary>
    /// <returns>Why the model gave up, or null if a step is verified.</returns>
    /// <exception cref="AgentEndedException">The budget is used, or the model does not answer.</exception>
    public async Task<string?> RunAsync(CancellationToken cancellationToken)
    {
        var chat = new ChatOptions { Tools = [.. tools.Declarations], MaxOutputTokens = options.AnswerTokens, AllowMultipleToolCalls = true };
        for (var silent = 0; ;)
        {
            var response = await caller.CallAsync(history.Messages, chat, cancellationToken).ConfigureAwait(false);
            var calls = history.Add(response);
            if (calls.Count == 0)
            {
                if (++silent >= MostTurnsWithoutCall)
                {
                    throw new AgentEndedException($"The model answered {silent} times without using a tool.");
                }

                history.AddText($"Use a tool: act, report the step with {ToolNames.StepDone}, or end with {ToolNames.GiveUp}. Text alone has no effect.");
                continue;
            }

            silent = 0;
            var answers = await AnswerAsync(calls, cancellationToken).ConfigureAwait(false);
            history.Add(answers);
            if (answers.FirstOrDefault(static one => one.Answer.GivenUp is not null).Answer is { GivenUp: { } why } && !answers.Any(static one => one.Answer.IsVerified))
            {
                return why;
            }

            if (answers.Any(static one => one.Answer.IsVerified))
            {
                return null;
            }
        }
    }

    private async Task<IReadOnlyList<(FunctionCallContent Call, ToolAnswer Answer)>> AnswerAsync(IReadOnlyList<FunctionCallContent> calls, CancellationToken cancellationToken)
    {
        var answers = new List<(FunctionCallContent, ToolAnswer)>();
        string? changed = null;
        var isOver = false;
        foreach (var call in calls)
        {
            var answer = isOver ? new("Not performed: the recovery has ended.")
                : changed is not null && call.Name is not (ToolNames.StepDone or ToolNames.GiveUp)
                    ? new($"Not performed: an earlier call of this turn ({changed}) has changed the page. Look at the page, and call it again if it is still needed.")
                : await router.AnswerAsync(call, cancellationToken).ConfigureAwait(false);
            answers.Add((call, answer));
            changed ??= answer.Changed;
            isOver |= answer.GivenUp is not null;
        }

        return answers;
    }
}

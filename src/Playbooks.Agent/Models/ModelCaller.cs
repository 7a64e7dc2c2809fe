using Microsoft.Extensions.AI;

namespace Playbooks.Agent.Models;

/// <summary>Calls the model: as a stream, within the budget, and again if the provider is overloaded or the connection breaks. Tokens count even if a call fails.</summary>
/// <param name="client">The client of the model.</param>
/// <param name="options">The limits.</param>
/// <param name="budget">The budget of the run.</param>
/// <param name="count">Counts the input and output tokens of a call for the run.</param>
internal sealed class ModelCaller(IChatClient client, AgentOptions options, AgentBudget budget, Action<long, long> count)
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(1);

    // No provider may hold up a run for longer between two attempts.
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(30);

    /// <summary>Gets the name of the provider, or null if it is unknown.</summary>
    public string? Provider => (client.GetService(typeof(ChatClientMetadata)) as ChatClientMetadata)?.ProviderName;

    /// <summary>Gets whether calls are recorded as spans and metrics. Not if the caller records them.</summary>
    public bool IsMeasured { get; init; } = true;

    /// <summary>Calls the model.</summary>
    /// <exception cref="AgentEndedException">The model did not answer, or the budget is used.</exception>
    public async Task<ChatResponse> CallAsync(IReadOnlyList<ChatMessage> messages, ChatOptions chat, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            budget.BeginCall();
            var provider = RetryAfterHandler.Begin();
            try
            {
                return await TryAsync(messages, chat, cancellationToken).ConfigureAwait(false);
            }
            catch (FailedCallException failed)
            {
                if (!failed.Failure.IsTransient || attempt >= options.Attempts)
                {
                    throw new AgentEndedException($"The model did not answer{(attempt > 1 ? $" in {attempt} attempts" : string.Empty)}: {failed.Failure.Reason}.", failed.InnerException);
                }
            }

            await Task.Delay(Delay(provider, attempt), options.TimeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<ChatResponse> TryAsync(IReadOnlyList<ChatMessage> messages, ChatOptions chat, CancellationToken cancellationToken)
    {
        using var call = IsMeasured ? new ModelCall(options.TimeProvider) : default;
        using var idle = new CancellationTokenSource(options.AnswerTimeout, options.TimeProvider);
        using var any = CancellationTokenSource.CreateLinkedTokenSource(idle.Token, cancellationToken);
        List<ChatResponseUpdate> updates = [];
        try
        {
            await foreach (var update in client.GetStreamingResponseAsync(messages, chat, any.Token).ConfigureAwait(false))
            {
                updates.Add(update);
                idle.CancelAfter(options.AnswerTimeout);
            }

            var response = updates.ToChatResponse();
            if (response.FinishReason is null)
            {
                throw new IOException("the answer ended before it was complete");
            }

            call.Complete(Answer(response));
            return response;
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            var (input, output) = CallUsage.From(updates);
            call.Fail(failure, input, output);
            throw new FailedCallException(ModelFailure.From(failure, idle.IsCancellationRequested, options.AnswerTimeout), failure);
        }
        finally
        {
            Count(updates);
        }
    }

    private ModelAnswer Answer(ChatResponse response) =>
        new(response.Text, response.Usage?.InputTokenCount ?? 0, response.Usage?.OutputTokenCount ?? 0) { Model = response.ModelId, Provider = Provider };

    private void Count(List<ChatResponseUpdate> updates)
    {
        var (input, output) = CallUsage.From(updates);
        budget.Add(input, output);
        count(input, output);
    }

    private TimeSpan Delay(RetryAfterHandler.Answer provider, int attempt)
    {
        var asked = provider.RetryAfter?.Delta ?? (provider.RetryAfter?.Date is { } date ? date - options.TimeProvider.GetUtcNow() : TimeSpan.Zero);
        var own = FirstDelay * Math.Pow(2, attempt - 1);
        var delay = asked > own ? asked : own;
        return delay > LongestDelay ? LongestDelay : delay;
    }

    private sealed class FailedCallException(ModelFailure failure, Exception inner) : Exception(failure.Reason, inner)
    {
        public ModelFailure Failure => failure;
    }
}

using Playbooks.Texts;

namespace Playbooks.Agent.Models;

/// <summary>What the model may still use in one run.</summary>
internal sealed class AgentBudget(AgentOptions options)
{
    private readonly long start = options.TimeProvider.GetTimestamp();
    private long tokensAtStep;
    private long? tokensOfStep;

    /// <summary>Gets the number of calls so far, failed ones included.</summary>
    public int Calls { get; private set; }

    /// <summary>Gets the number of tokens so far.</summary>
    public long Tokens { get; private set; }

    /// <summary>Begins another recovery of the run, for which the run allows a number of tokens.</summary>
    public void BeginStep(long? tokens) => (tokensAtStep, tokensOfStep) = (Tokens, tokens);

    /// <summary>Counts a call.</summary>
    /// <exception cref="AgentEndedException">The budget is used.</exception>
    public void BeginCall()
    {
        if (Calls >= options.Calls)
        {
            throw new AgentEndedException($"The budget of {options.Calls} model calls is used up. Raise {nameof(AgentOptions)}.{nameof(AgentOptions.Calls)} if the task needs more.");
        }

        if (Tokens >= options.Tokens)
        {
            throw new AgentEndedException($"The budget of {options.Tokens} tokens is used up. Raise {nameof(AgentOptions)}.{nameof(AgentOptions.Tokens)} if the task needs more.");
        }

        if (tokensOfStep is { } limit && Tokens - tokensAtStep >= limit)
        {
            throw new AgentEndedException($"The tokens that {nameof(RecoveryLimits)}.{nameof(RecoveryLimits.Tokens)} allows for the recoveries of a run are used up.");
        }

        if (options.TimeProvider.GetElapsedTime(start) >= options.Time)
        {
            throw new AgentEndedException($"The budget of {options.Time.InWords()} is used up. Raise {nameof(AgentOptions)}.{nameof(AgentOptions.Time)} if the task needs more.");
        }

        Calls++;
    }

    /// <summary>Counts the tokens of a call.</summary>
    public void Add(long input, long output) => Tokens += input + output;
}

/// <summary>The agent ends without having completed its task. The message says why.</summary>
internal sealed class AgentEndedException(string why, Exception? inner = null) : Exception(why, inner);

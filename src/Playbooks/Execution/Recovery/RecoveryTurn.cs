using System.Threading.Channels;
using Playbooks.Execution.Run;
using Playbooks.Texts;

namespace Playbooks.Execution.Recovery;

/// <summary>The work of a recovery agent from one failed step on, until it returns. Its calls are received one after the other.</summary>
internal sealed class RecoveryTurn : IDisposable
{
    private readonly RunContext run;
    private readonly Channel<RecoveryCall> calls;
    private readonly CancellationTokenSource limit;
    private readonly CancellationTokenSource any;
    private readonly TimeSpan time;
    private readonly long start;
    private readonly Task<RecoveryResult> work;
    private long inputTokens;
    private long outputTokens;

    /// <summary>Calls the agent.</summary>
    /// <param name="run">The run.</param>
    /// <param name="failed">The failed step.</param>
    /// <param name="time">The maximum duration of the turn.</param>
    /// <param name="recover">Calls the agent with the means to act and a token.</param>
    public RecoveryTurn(RunContext run, StepResult failed, TimeSpan time, Func<RecoveryActions, CancellationToken, Task<RecoveryResult>> recover)
    {
        this.run = run;
        this.time = time;
        Failed = failed;
        start = run.Time.GetTimestamp();
        calls = Channel.CreateUnbounded<RecoveryCall>(new() { SingleReader = true });
        limit = new(time, run.Time);
        any = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, run.Stop.Token);
        work = WorkAsync(recover);
    }

    /// <summary>Gets the failed step.</summary>
    public StepResult Failed { get; }

    /// <summary>Gets the duration so far.</summary>
    public TimeSpan Elapsed => run.Time.GetElapsedTime(start);

    /// <summary>Gets the number of input tokens that the agent has counted so far.</summary>
    public long InputTokens => Interlocked.Read(ref inputTokens);

    /// <summary>Gets the number of output tokens that the agent has counted so far.</summary>
    public long OutputTokens => Interlocked.Read(ref outputTokens);

    /// <summary>Gets or sets the step that the agent has reported as done and that the playbook has not reached yet, or null.</summary>
    public ClaimCall? Pending { get; set; }

    /// <summary>Waits for the next call of the agent.</summary>
    /// <returns>The call, or null if the agent has returned or must end.</returns>
    public async Task<RecoveryCall?> NextAsync()
    {
        try
        {
            return await calls.Reader.ReadAsync(any.Token).ConfigureAwait(false);
        }
        catch (ChannelClosedException)
        {
            return null;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    /// <summary>Returns how the agent's work ended. Call this after <see cref="NextAsync"/> has returned null.</summary>
    public async Task<RecoveryResult> EndAsync()
    {
        Cancel();
        if (run.Stop.IsRequested)
        {
            return new() { Reason = run.Stop.Reason.Message };
        }

        // An agent that heeds its token may have returned by now, for no reason but this one.
        if (limit.IsCancellationRequested)
        {
            return new() { Reason = $"The recovery took longer than {time.InWords()} and was stopped." };
        }

        if (!work.IsCompleted)
        {
            return new() { Reason = "The recovery was stopped." };
        }

        return await work.ConfigureAwait(false);
    }

    public void Dispose()
    {
        Cancel();
        any.Dispose();
        limit.Dispose();
    }

    /// <summary>Ends all calls that have no answer yet, and those to come.</summary>
    private void Cancel()
    {
        calls.Writer.TryComplete();
        any.Cancel();
        Pending?.Cancel();
        Pending = null;
        while (calls.Reader.TryRead(out var call))
        {
            call.Cancel();
        }
    }

    private Task<T> AskAsync<T>(RecoveryCall<T> call)
    {
        if (!calls.Writer.TryWrite(call))
        {
            call.Cancel();
        }

        return call.Answer;
    }

    private void Count(long input, long output)
    {
        Interlocked.Add(ref inputTokens, input);
        Interlocked.Add(ref outputTokens, output);
    }

    private async Task<RecoveryResult> WorkAsync(Func<RecoveryActions, CancellationToken, Task<RecoveryResult>> recover)
    {
        // The agent is code of others, which may block: the run waits for its calls, not for its thread.
        await Task.Yield();
        try
        {
            var means = new RecoveryActions(
                AgentActionTable.For(Failed.Info.Action),
                action => AskAsync(new ActionCall(action)),
                (step, selector, answer) => AskAsync(new ClaimCall(step, selector, answer)),
                Count);
            return await recover(means, any.Token).ConfigureAwait(false) ?? new RecoveryResult { Reason = "The agent returned no result." };
        }
        catch (Exception failure)
        {
            return new() { Reason = $"The agent failed: {CauseText.Plain(failure)}" };
        }
        finally
        {
            calls.Writer.TryComplete();
        }
    }
}

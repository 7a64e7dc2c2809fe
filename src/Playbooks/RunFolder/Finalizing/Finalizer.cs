

using Playbooks.Texts;

namespace Playbooks.RunFolder.Finalizing;

/// <summary>Ends a run: every phase in its order, each in its own try and with its own time, so that none keeps the next from being done.</summary>
/// <param name="time">Measures the phases' limits.</param>
/// <param name="onProblem">Is told at once what went wrong in a phase.</param>
internal sealed class Finalizer(TimeProvider time, Action<string> onProblem)
{
    /// <summary>Runs the phases. Nothing is thrown.</summary>
    public async Task FinishAsync(params IReadOnlyList<FinalPhase> phases)
    {
        foreach (var phase in phases)
        {
            await TryAsync(phase).ConfigureAwait(false);
        }
    }

    private async Task TryAsync(FinalPhase phase)
    {
        using var limit = new CancellationTokenSource(phase.Limit, time);
        try
        {
            // Not awaited alone: what hangs does not look at its token either.
            await Task.Run(() => phase.Act(limit.Token), CancellationToken.None).WaitAsync(limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            onProblem($"Ending the run, {phase.Name}: it was given up, as it did not end within {phase.Limit.InWords()}.");
        }
        catch (Exception failure)
        {
            onProblem($"Ending the run, {phase.Name}: {CauseText.Plain(failure)}");
        }
    }
}

using Playbooks.Texts;

namespace Playbooks.RunFolder.Finalizing;

/// <summary>Ends a run: executes all phases in order, each with its own time limit, so that a failing phase does not prevent the next one.</summary>
/// <param name="time">The clock for the time limits.</param>
/// <param name="onProblem">Receives a message as soon as a phase fails.</param>
internal sealed class Finalizer(TimeProvider time, Action<string> onProblem)
{
    /// <summary>Executes the phases. Never throws.</summary>
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
            // Not only awaited, because code that hangs does not check its token either.
            await Task.Run(() => phase.Act(limit.Token), CancellationToken.None).WaitAsync(limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            onProblem($"Ending the run (phase '{phase.Name}'): canceled because it did not finish within {phase.Limit.InWords()}.");
        }
        catch (Exception failure)
        {
            onProblem($"Ending the run (phase '{phase.Name}'): {CauseText.Plain(failure)}");
        }
    }
}

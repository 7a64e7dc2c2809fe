namespace Playbooks.RunFolder.Finalizing;

/// <summary>One of the things that are done at the end of a run, whatever happened before.</summary>
/// <param name="Name">For people: what is done, as <c>publish</c>.</param>
/// <param name="Limit">How long it may take; it is given up then, and the next one begins.</param>
/// <param name="Act">Does it. Its token is not the run's: it is cancelled when the time is up, and only then.</param>
internal sealed record FinalPhase(string Name, TimeSpan Limit, Func<CancellationToken, Task> Act)
{
    /// <summary>Tells everybody how the run ended.</summary>
    public static FinalPhase Publish(Func<CancellationToken, Task> act) => new("publish", TimeSpan.FromSeconds(5), act);

    /// <summary>Ends recordings and closes what the run opened.</summary>
    public static FinalPhase CleanUp(Func<CancellationToken, Task> act) => new("clean up", TimeSpan.FromSeconds(30), act);

    /// <summary>Makes what is stored final.</summary>
    public static FinalPhase Persist(Func<CancellationToken, Task> act) => new("persist", TimeSpan.FromSeconds(30), act);
}

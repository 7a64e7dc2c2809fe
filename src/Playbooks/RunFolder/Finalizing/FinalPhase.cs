namespace Playbooks.RunFolder.Finalizing;

/// <summary>A phase of a run's end, which is carried out regardless of what happened before.</summary>
/// <param name="Name">The name for people, such as <c>publish</c>.</param>
/// <param name="Limit">The time limit. If it is exceeded, the phase is canceled and the next one starts.</param>
/// <param name="Act">The work. Its token is not the token of the run: it is canceled only when the time limit is exceeded.</param>
internal sealed record FinalPhase(string Name, TimeSpan Limit, Func<CancellationToken, Task> Act)
{
    /// <summary>Creates the phase that notifies all listeners of the result.</summary>
    public static FinalPhase Publish(Func<CancellationToken, Task> act) => new("publish", TimeSpan.FromSeconds(5), act);

    /// <summary>Creates the phase that stops recordings and closes what the run opened.</summary>
    public static FinalPhase CleanUp(Func<CancellationToken, Task> act) => new("clean up", TimeSpan.FromSeconds(30), act);

    /// <summary>Creates the phase that finalizes the stored evidence.</summary>
    public static FinalPhase Persist(Func<CancellationToken, Task> act) => new("persist", TimeSpan.FromSeconds(30), act);
}

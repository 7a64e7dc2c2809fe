namespace Playbooks.Server.Streaming;

/// <summary>What is told of a run whose worker does not answer any more.</summary>
internal static class UnreachableRun
{
    /// <summary>The status of a run that came to its end, as it is; of any other that it is terminated.</summary>
    public static RunStatus Told(RunStatus stored) => stored.Result is not null ? stored : stored with
    {
        Status = RunState.Terminated,
        Finalizing = false,
        Error = new(
            ErrorCode.UpstreamUnreachable,
            $"The worker that executed it does not answer any more, and what is stored ends after {stored.ActionCount} action(s). Look whether the worker is still there; if the run went on, its end is told as soon as it is stored."),
    };
}

namespace Playbooks.Server.Streaming;

/// <summary>Creates the status of a run whose worker no longer responds.</summary>
internal static class UnreachableRun
{
    /// <summary>Returns the status of a run that has ended unchanged, and that of any other run as terminated.</summary>
    public static RunStatus CreateStatus(RunStatus stored) => stored.Result is not null ? stored : stored with
    {
        Status = RunState.Terminated,
        Finalizing = false,
        Error = new(
            ErrorCode.UpstreamUnreachable,
            $"The worker that executed the run no longer responds, and the stored log ends after {stored.ActionCount} action(s). Check whether the worker is running. If the run continued, its end is reported as soon as it is stored."),
    };
}

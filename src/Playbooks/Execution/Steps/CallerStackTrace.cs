namespace Playbooks.Execution.Steps;

/// <summary>
/// Passes an exception to the awaiting caller without any stack frame of the runtime before the caller's: an exception that was never thrown
/// gets its first frame where the task is awaited, and in generated code that is the step's line in the YAML.
/// </summary>
internal static class CallerStackTrace
{
    public static Task Of(Task<Exception?> work)
    {
        var source = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _ = FinishAsync(work, source);
        return source.Task;
    }

    private static async Task FinishAsync(Task<Exception?> work, TaskCompletionSource source)
    {
        try
        {
            if (await work.ConfigureAwait(false) is { } failure)
            {
                source.SetException(failure);
            }
            else
            {
                source.SetResult();
            }
        }
        catch (Exception unforeseen)
        {
            // Thrown by user code or by a step's `store`: its own frames are the relevant ones.
            source.SetException(unforeseen);
        }
    }
}

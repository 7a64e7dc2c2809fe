namespace Playbooks.Execution.Steps;

/// <summary>
/// Hands an exception to the one who awaits without a single frame of ours before it: an exception that was never thrown gets
/// its first frame where the task is awaited, and in generated code that is the step's line in the YAML.
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
            // Thrown by our own code or a step's `store`: the frames of it are what one needs to see.
            source.SetException(unforeseen);
        }
    }
}

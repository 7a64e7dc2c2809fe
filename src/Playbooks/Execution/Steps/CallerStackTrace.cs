namespace Playbooks.Execution.Steps;

/// <summary>
/// Passes an exception to the awaiting caller without any stack frame of the runtime before the caller's: an exception that was never thrown
/// gets its first frame where the task is awaited, and in generated code that is the step's line in the YAML.
/// </summary>
internal static class CallerStackTrace
{
    public static Task Attach(Task<Exception?> work) => Attach(WithoutResultAsync(work));

    public static Task<T> Attach<T>(Task<(T Result, Exception? Failure)> work)
    {
        var source = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        _ = FinishAsync(work, source);
        return source.Task;
    }

    private static async Task<(bool Result, Exception? Failure)> WithoutResultAsync(Task<Exception?> work) => (true, await work.ConfigureAwait(false));

    private static async Task FinishAsync<T>(Task<(T Result, Exception? Failure)> work, TaskCompletionSource<T> source)
    {
        try
        {
            var (result, failure) = await work.ConfigureAwait(false);
            if (failure is not null)
            {
                source.SetException(failure);
            }
            else
            {
                source.SetResult(result);
            }
        }
        catch (Exception unforeseen)
        {
            // Thrown by user code or by a step's `store`: its own frames are the relevant ones.
            source.SetException(unforeseen);
        }
    }
}

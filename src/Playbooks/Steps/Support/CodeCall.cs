namespace Playbooks.Steps.Support;

/// <summary>Calls the C# method of a step.</summary>
internal static class CodeCall
{
    /// <summary>
    /// Calls the method once. A method that throws reports its own failure, so a later attempt calls it again. One that does not return
    /// in time is waited for by the next attempt, because its effects could happen twice.
    /// </summary>
    public static async Task<T> RunAsync<T>(StepContext context, Func<CodeContext, Task<T>> method)
    {
        context.CarryOut();
        Task<T> work;
        try
        {
            work = method(new()
            {
                Page = context.Page,
                BaseUrl = context.Values.BaseUrl,
                RunFolder = context.RunFolder,
                Logger = context.Logger,
                CancellationToken = context.CancellationToken,
            });
        }
        catch
        {
            context.HasRefused = true;
            throw;
        }

        context.Rest = async later => await WaitAsync(later, work).ConfigureAwait(false);
        try
        {
            return await WaitAsync(context, work).ConfigureAwait(false);
        }
        catch when (work.IsFaulted)
        {
            context.HasRefused = true;
            throw;
        }
    }

    private static async Task<T> WaitAsync<T>(StepContext context, Task<T> work)
    {
        var wait = work.WaitAsync(context.Deadline.Remaining, context.Time, context.CancellationToken);
        await ((Task)wait).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        // The method can return at the moment when its time is up.
        return work.IsCompleted ? await work.ConfigureAwait(false)
            : wait.IsFaulted ? throw new PlaybookException(ErrorCode.StepFailed, "The method did not return within the time limit of the step (timeout_ms).")
            : await wait.ConfigureAwait(false);
    }
}

namespace Playbooks.Browsing;

/// <summary>
/// One thing for many users: started for the first, shared by all at once, ended some time after the last, so that the next
/// one who comes soon does not start it anew.
/// </summary>
/// <typeparam name="T">The thing.</typeparam>
/// <param name="isAlive">Whether it can still be used; if not, the next user gets a new one.</param>
/// <param name="linger">How long it is kept without a user.</param>
/// <param name="triesAgain">Whether a start that failed is tried again for the next user.</param>
/// <param name="time">Measures that.</param>
internal sealed class Leased<T>(Func<T, bool> isAlive, TimeSpan linger, bool triesAgain, TimeProvider time)
    where T : class, IAsyncDisposable
{
    private readonly Lock gate = new();
    private Task<T>? running;
    private int users;
    private ITimer? ending;

    /// <summary>Takes part in it.</summary>
    /// <param name="start">Starts it, if nobody has.</param>
    /// <param name="cancellationToken">Ends this user's waiting; the start goes on for others.</param>
    /// <returns>Disposing it ends this user's part.</returns>
    public async Task<Lease<T>> TakeAsync(Func<Task<T>> start, CancellationToken cancellationToken)
    {
        Task<T> taken;
        lock (gate)
        {
            users++;
            ending?.Dispose();
            ending = null;
            if (running is { IsCompletedSuccessfully: true } && !isAlive(running.GetAwaiter().GetResult()))
            {
                _ = EndAsync(running);
                running = null;
            }

            if (triesAgain && running is { IsFaulted: true })
            {
                running = null;
            }

            taken = running ??= Task.Run(start, CancellationToken.None);
        }

        try
        {
            return new(await taken.WaitAsync(cancellationToken).ConfigureAwait(false), Release);
        }
        catch
        {
            Release();
            throw;
        }
    }

    /// <summary>Ends it, whoever uses it: for the end of the process.</summary>
    public Task EndAsync()
    {
        lock (gate)
        {
            return EndUnused(force: true);
        }
    }

    private void Release()
    {
        lock (gate)
        {
            if (--users == 0)
            {
                ending = time.CreateTimer(_ => OnLingered(), state: null, linger, Timeout.InfiniteTimeSpan);
            }
        }
    }

    private void OnLingered()
    {
        lock (gate)
        {
            _ = EndUnused(force: false);
        }
    }

    private Task EndUnused(bool force)
    {
        if (running is null || running.IsFaulted || (users > 0 && !force))
        {
            return Task.CompletedTask;
        }

        var ended = EndAsync(running);
        running = null;
        return ended;
    }

    private static async Task EndAsync(Task<T> task)
    {
        try
        {
            await (await task.ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Nobody waits for this end, and what would not end any more ends with the process.
        catch
#pragma warning restore CA1031
        {
        }
    }
}

/// <summary>A user's part in a leased thing.</summary>
/// <typeparam name="T">The thing.</typeparam>
internal sealed class Lease<T>(T value, Action release) : IDisposable
    where T : class
{
    private Action? release = release;

    /// <summary>The thing.</summary>
    public T Value => value;

    /// <summary>Ends the part; a second time does nothing.</summary>
    public void Dispose() => Interlocked.Exchange(ref release, null)?.Invoke();
}

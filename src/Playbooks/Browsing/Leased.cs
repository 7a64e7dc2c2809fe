namespace Playbooks.Browsing;

/// <summary>
/// Shares one resource among many users. The resource is started for the first user and ended some time after the last, so that a user who
/// arrives soon after does not start it again.
/// </summary>
/// <typeparam name="T">The type of the resource.</typeparam>
/// <param name="isAlive">Determines whether the resource is still usable. If not, the next user gets a new one.</param>
/// <param name="linger">How long the resource is kept without a user.</param>
/// <param name="retriesFailedStart">Whether a failed start is attempted again for the next user.</param>
/// <param name="time">The clock for <paramref name="linger"/>.</param>
internal sealed class Leased<T>(Func<T, bool> isAlive, TimeSpan linger, bool retriesFailedStart, TimeProvider time)
    where T : class, IAsyncDisposable
{
    private readonly Lock gate = new();
    private Task<T>? running;
    private int users;
    private ITimer? ending;

    /// <summary>Takes a lease on the resource.</summary>
    /// <param name="start">Starts the resource if it is not running.</param>
    /// <param name="cancellationToken">Cancels waiting for this user. The start continues for other users.</param>
    /// <returns>A lease that ends when it is disposed.</returns>
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

            if (retriesFailedStart && running is { IsFaulted: true })
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

    /// <summary>Ends the resource even if it is in use. Intended for the end of the process.</summary>
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

/// <summary>A user's lease on a shared resource.</summary>
/// <typeparam name="T">The type of the resource.</typeparam>
internal sealed class Lease<T>(T value, Action release) : IDisposable
    where T : class
{
    private Action? release = release;

    /// <summary>Gets the resource.</summary>
    public T Value => value;

    /// <summary>Ends the lease. Further calls have no effect.</summary>
    public void Dispose() => Interlocked.Exchange(ref release, null)?.Invoke();
}

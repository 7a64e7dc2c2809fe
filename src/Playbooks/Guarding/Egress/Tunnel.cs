namespace Playbooks.Guarding.Egress;

/// <summary>Forwards bytes in both directions until both sides have ended, or one has been idle for too long.</summary>
internal sealed class Tunnel(Wire one, Wire other, IdleClock clock, TimeSpan halfOpen)
{
    public Task RunAsync() => Task.WhenAll(PassAsync(one, other), PassAsync(other, one));

    private async Task PassAsync(Wire from, Wire to)
    {
        try
        {
            await from.CopyToEndAsync(to).ConfigureAwait(false);
            clock.Limit = halfOpen;
            clock.Touch();
        }
        catch
        {
            // An interrupted connection is of no further use to either side.
            clock.Stop();
            throw;
        }
    }
}

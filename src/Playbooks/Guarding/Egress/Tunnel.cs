namespace Playbooks.Guarding.Egress;

/// <summary>Passes bytes on in both directions until both sides have ended, or one has fallen silent.</summary>
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
            // Nobody can use what is left of a torn connection.
            clock.Stop();
            throw;
        }
    }
}

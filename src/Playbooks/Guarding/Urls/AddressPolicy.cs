using System.Net;

namespace Playbooks.Guarding.Urls;

/// <summary>Which addresses a run may connect to. It judges addresses only: what a name resolved to, never how something is written.</summary>
/// <param name="allowPrivateNetworks">Whether private addresses may be reached.</param>
internal sealed class AddressPolicy(bool allowPrivateNetworks)
{
    /// <summary>Whether a run may connect to an address: loopback always, others unless they are private.</summary>
    public bool Allows(IPAddress address) => allowPrivateNetworks || !PrivateAddresses.Contains(address);
}

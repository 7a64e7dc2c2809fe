using System.Net;

namespace Playbooks.Guarding.Urls;

/// <summary>Determines which addresses a run may connect to. Only resolved addresses are checked, never their notation.</summary>
/// <param name="allowPrivateNetworks">Whether private addresses are allowed.</param>
internal sealed class AddressPolicy(bool allowPrivateNetworks)
{
    /// <summary>Determines whether a run may connect to an address: always to loopback, and to other addresses unless they are private.</summary>
    public bool Allows(IPAddress address) => allowPrivateNetworks || !PrivateAddresses.Contains(address);
}

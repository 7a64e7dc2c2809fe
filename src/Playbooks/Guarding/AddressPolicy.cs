using System.Net;

namespace Playbooks.Guarding;

/// <summary>Which addresses a run may connect to. It judges addresses only: what a name resolved to, never how something is written.</summary>
/// <param name="allowPrivateNetworks">Whether private addresses may be reached.</param>
internal sealed class AddressPolicy(bool allowPrivateNetworks)
{
    // Everything that is not the public internet: IANA's special-purpose registries, with the ranges that wrap an IPv4 address.
    private static readonly IPNetwork[] NotPublic =
    [
        IPNetwork.Parse("0.0.0.0/8"), IPNetwork.Parse("10.0.0.0/8"), IPNetwork.Parse("100.64.0.0/10"), IPNetwork.Parse("127.0.0.0/8"),
        IPNetwork.Parse("169.254.0.0/16"), IPNetwork.Parse("172.16.0.0/12"), IPNetwork.Parse("192.0.0.0/24"), IPNetwork.Parse("192.0.2.0/24"),
        IPNetwork.Parse("192.88.99.0/24"), IPNetwork.Parse("192.168.0.0/16"), IPNetwork.Parse("198.18.0.0/15"), IPNetwork.Parse("198.51.100.0/24"),
        IPNetwork.Parse("203.0.113.0/24"), IPNetwork.Parse("224.0.0.0/4"), IPNetwork.Parse("240.0.0.0/4"),
        IPNetwork.Parse("::/96"), IPNetwork.Parse("64:ff9b::/96"), IPNetwork.Parse("64:ff9b:1::/48"), IPNetwork.Parse("100::/64"),
        IPNetwork.Parse("2001::/23"), IPNetwork.Parse("2001:db8::/32"), IPNetwork.Parse("2002::/16"), IPNetwork.Parse("3fff::/20"),
        IPNetwork.Parse("5f00::/16"), IPNetwork.Parse("fc00::/7"), IPNetwork.Parse("fe80::/10"), IPNetwork.Parse("fec0::/10"), IPNetwork.Parse("ff00::/8"),
    ];

    /// <summary>Whether a run may connect to an address: loopback always, others unless they are private.</summary>
    public bool Allows(IPAddress address)
    {
        // An IPv4 address in IPv6's clothes is that IPv4 address.
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return allowPrivateNetworks || IPAddress.IsLoopback(plain) || !Array.Exists(NotPublic, network => network.Contains(plain));
    }
}

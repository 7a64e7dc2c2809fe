using System.Net;
using Playbooks.Guarding.Urls;

namespace Playbooks.Tests.Guarding;

public sealed class AddressPolicyTests
{
    [Theory]
    [InlineData("0.0.0.0"), InlineData("0.255.255.255")]
    [InlineData("10.0.0.0"), InlineData("10.255.255.255")]
    [InlineData("100.64.0.0"), InlineData("100.127.255.255")]
    [InlineData("169.254.0.0"), InlineData("169.254.169.254"), InlineData("169.254.255.255")]
    [InlineData("172.16.0.0"), InlineData("172.31.255.255")]
    [InlineData("192.0.0.0"), InlineData("192.0.0.255")]
    [InlineData("192.0.2.1"), InlineData("198.51.100.1"), InlineData("203.0.113.1")]
    [InlineData("192.168.0.0"), InlineData("192.168.255.255")]
    [InlineData("198.18.0.0"), InlineData("198.19.255.255")]
    [InlineData("224.0.0.0"), InlineData("239.255.255.255"), InlineData("240.0.0.0"), InlineData("255.255.255.255")]
    [InlineData("::"), InlineData("::10.0.0.1"), InlineData("::8.8.8.8")]
    [InlineData("::ffff:10.0.0.1"), InlineData("::ffff:a9fe:a9fe")]
    [InlineData("::ffff:0:10.0.0.1"), InlineData("::ffff:0:0:0"), InlineData("::ffff:0:255.255.255.255"), InlineData("::ffff:0:127.0.0.1")]
    [InlineData("64:ff9b::10.0.0.1"), InlineData("64:ff9b::8.8.8.8")]
    [InlineData("2001::1"), InlineData("2001:1ff:ffff::1"), InlineData("2001:db8::1")]
    [InlineData("2002:a00:1::1"), InlineData("fc00::1"), InlineData("fdff::1")]
    [InlineData("fe80::1"), InlineData("febf::1"), InlineData("fe80::1%2"), InlineData("fec0::1"), InlineData("ff02::1")]
    public void What_is_not_public_is_reached_only_where_private_networks_are_allowed(string address)
    {
        Assert.False(new AddressPolicy(allowPrivateNetworks: false).Allows(IPAddress.Parse(address)));
        Assert.True(new AddressPolicy(allowPrivateNetworks: true).Allows(IPAddress.Parse(address)));
    }

    [Theory]
    [InlineData("1.0.0.0"), InlineData("9.255.255.255"), InlineData("11.0.0.0")]
    [InlineData("100.63.255.255"), InlineData("100.128.0.0")]
    [InlineData("169.253.255.255"), InlineData("169.255.0.0")]
    [InlineData("172.15.255.255"), InlineData("172.32.0.0")]
    [InlineData("191.255.255.255"), InlineData("192.0.1.0"), InlineData("192.0.3.0"), InlineData("192.167.255.255"), InlineData("192.169.0.0")]
    [InlineData("198.17.255.255"), InlineData("198.20.0.0"), InlineData("223.255.255.255")]
    [InlineData("::ffff:8.8.8.8"), InlineData("::fffe:0:8.8.8.8"), InlineData("::ffff:1:8.8.8.8"), InlineData("2001:200::1"), InlineData("2003::1"), InlineData("2606:4700::1111"), InlineData("fbff::1")]
    public void Public_addresses_are_reached(string address) => Assert.True(new AddressPolicy(allowPrivateNetworks: false).Allows(IPAddress.Parse(address)));

    [Theory]
    [InlineData("127.0.0.1"), InlineData("127.0.0.0"), InlineData("127.255.255.255"), InlineData("::1"), InlineData("::ffff:127.0.0.1")]
    public void Loopback_is_always_reached(string address) => Assert.True(new AddressPolicy(allowPrivateNetworks: false).Allows(IPAddress.Parse(address)));
}

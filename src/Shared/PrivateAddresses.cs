using System.Net;

namespace Playbooks.Shared;

/// <summary>The addresses that are not the public internet: IANA's special-purpose registries, with the ranges that wrap an IPv4 address.</summary>
internal static class PrivateAddresses
{
    private static readonly (byte[] Prefix, int Length)[] Ranges =
    [
        Range("0.0.0.0", 8), Range("10.0.0.0", 8), Range("100.64.0.0", 10), Range("127.0.0.0", 8),
        Range("169.254.0.0", 16), Range("172.16.0.0", 12), Range("192.0.0.0", 24), Range("192.0.2.0", 24),
        Range("192.88.99.0", 24), Range("192.168.0.0", 16), Range("198.18.0.0", 15), Range("198.51.100.0", 24),
        Range("203.0.113.0", 24), Range("224.0.0.0", 4), Range("240.0.0.0", 4),
        Range("::", 96), Range("::ffff:0:0:0", 96), Range("64:ff9b::", 96), Range("64:ff9b:1::", 48), Range("100::", 64),
        Range("2001::", 23), Range("2001:db8::", 32), Range("2002::", 16), Range("3fff::", 20),
        Range("5f00::", 16), Range("fc00::", 7), Range("fe80::", 10), Range("fec0::", 10), Range("ff00::", 8),
    ];

    /// <summary>Whether a run may reach an address only where its playbook allows private networks; loopback it may always reach.</summary>
    public static bool Contains(IPAddress address)
    {
        // An IPv4 address in IPv6's notation is that IPv4 address.
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        var bytes = plain.GetAddressBytes();
        return !IPAddress.IsLoopback(plain) && Array.Exists(Ranges, range => StartsWith(bytes, range.Prefix, range.Length));
    }

    private static (byte[] Prefix, int Length) Range(string first, int length) => (IPAddress.Parse(first).GetAddressBytes(), length);

    private static bool StartsWith(byte[] bytes, byte[] prefix, int length)
    {
        if (bytes.Length != prefix.Length)
        {
            return false;
        }

        for (var bit = 0; bit < length; bit++)
        {
            if (((bytes[bit / 8] ^ prefix[bit / 8]) & (0x80 >> (bit % 8))) != 0)
            {
                return false;
            }
        }

        return true;
    }
}

using System.Globalization;

namespace Playbooks.Shared;

/// <summary>A glob over host names. <c>*.example.com</c> covers <c>example.com</c> too; case and a dot at the end make no difference.</summary>
internal sealed class DomainGlob(string written)
{
    private static readonly IdnMapping Idn = new();
    private readonly string glob = written.Trim().ToLowerInvariant();

    /// <summary>As the author wrote it.</summary>
    public string Written => written;

    /// <summary>Whether it covers a host, written in ASCII (<c>xn--</c>) or not.</summary>
    public bool Covers(string host)
    {
        host = host.TrimEnd('.').ToLowerInvariant();
        return CoversWritten(host) || (IsEncoded(host) && ToUnicode(host) is { } readable && CoversWritten(readable));
    }

    private bool CoversWritten(string host) => Matches(host) || (glob.StartsWith("*.", StringComparison.Ordinal) && host == glob.Substring(2));

    // Goes back to the last star only, so that the time stays within the product of the lengths.
    private bool Matches(string host)
    {
        int at = 0, inGlob = 0, star = -1, mark = 0;
        while (at < host.Length)
        {
            if (inGlob < glob.Length && glob[inGlob] == '*')
            {
                star = inGlob++;
                mark = at;
            }
            else if (inGlob < glob.Length && (glob[inGlob] == '?' || glob[inGlob] == host[at]))
            {
                inGlob++;
                at++;
            }
            else if (star >= 0)
            {
                inGlob = star + 1;
                at = ++mark;
            }
            else
            {
                return false;
            }
        }

        return glob.Substring(inGlob).Trim('*').Length == 0;
    }

    private static bool IsEncoded(string host) => host.Split('.').Any(static label => label.StartsWith("xn--", StringComparison.Ordinal));

    private static string? ToUnicode(string host)
    {
        try
        {
            return Idn.GetUnicode(host);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}

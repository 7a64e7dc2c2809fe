using System.Globalization;
using System.Text;

namespace Playbooks.Guarding.Egress;

/// <summary>The first line and the headers of a request or a response.</summary>
internal sealed class HttpHead
{
    private static readonly string[] ThisHopOnly = ["Connection", "Proxy-Connection", "Keep-Alive", "Proxy-Authorization", "Proxy-Authenticate"];

    private HttpHead(string[] start, List<KeyValuePair<string, string>> headers)
    {
        Start = start;
        Headers = headers;
    }

    /// <summary>Gets the three parts of the first line: method, target, and version, or version, status, and reason.</summary>
    public string[] Start { get; }

    /// <summary>Gets the headers, in order.</summary>
    public List<KeyValuePair<string, string>> Headers { get; }

    /// <summary>Parses a head without its empty last line. Returns null if the head is invalid or ambiguous.</summary>
    public static HttpHead? Parse(ReadOnlySpan<byte> bytes)
    {
        var lines = Encoding.Latin1.GetString(bytes).Split("\r\n");
        var start = lines[0].Split(' ', 3);
        if (start.Length < 2 || Array.Exists(lines, static line => line.AsSpan().IndexOfAny('\r', '\n', '\0') >= 0))
        {
            return null;
        }

        var headers = new List<KeyValuePair<string, string>>(lines.Length);
        foreach (var line in lines.AsSpan(1))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0 || line.AsSpan(0, colon).IndexOfAny(' ', '\t') >= 0)
            {
                return null;
            }

            headers.Add(new(line[..colon], line[(colon + 1)..].Trim(' ', '\t')));
        }

        var head = new HttpHead([start[0], start[1], start.Length > 2 ? start[2] : string.Empty], headers);
        return head.IsAmbiguous ? null : head;
    }

    /// <summary>Returns the values of a header, split at commas.</summary>
    public IEnumerable<string> Values(string name) => Headers
        .Where(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase))
        .SelectMany(static header => header.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Determines whether a header contains a word, ignoring case.</summary>
    public bool Has(string name, string word) => Values(name).Contains(word, StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets whether the body is chunked.</summary>
    public bool IsChunked => Has("Transfer-Encoding", "chunked");

    /// <summary>Gets the length of the body in bytes, or null if it is not specified.</summary>
    public long? ContentLength => Values("Content-Length").FirstOrDefault() is { } text ? long.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : null;

    /// <summary>Gets whether the head requests or confirms a switch to another protocol.</summary>
    public bool IsUpgrade => Has("Connection", "upgrade");

    /// <summary>Removes the headers for this hop, and specifies whether the connection stays open.</summary>
    public void ForNextHop(bool keepOpen)
    {
        var upgrade = IsUpgrade;
        var named = Values("Connection").ToHashSet(StringComparer.OrdinalIgnoreCase);
        Headers.RemoveAll(header =>
            Array.Exists(ThisHopOnly, name => name.Equals(header.Key, StringComparison.OrdinalIgnoreCase))
            || (named.Contains(header.Key) && !(upgrade && header.Key.Equals("Upgrade", StringComparison.OrdinalIgnoreCase))));
        Headers.Add(new("Connection", upgrade ? "Upgrade" : keepOpen ? "keep-alive" : "close"));
    }

    /// <summary>Sets a header and removes all others with its name.</summary>
    public void Set(string name, string value)
    {
        Headers.RemoveAll(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase));
        Headers.Insert(0, new(name, value));
    }

    /// <summary>Returns the head in the form in which it is sent.</summary>
    public byte[] ToBytes()
    {
        var text = new StringBuilder().AppendJoin(' ', Start).Append("\r\n");
        foreach (var (name, value) in Headers)
        {
            text.Append(name).Append(": ").Append(value).Append("\r\n");
        }

        return Encoding.Latin1.GetBytes(text.Append("\r\n").ToString());
    }

    // Two lengths, or a length and chunks: one side could treat as a request what is the body to the other.
    private bool IsAmbiguous
    {
        get
        {
            var lengths = Values("Content-Length").Distinct().ToList();
            var encodings = Values("Transfer-Encoding").ToList();
            return lengths.Count > 1
                || lengths.Exists(static text => !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _))
                || (encodings.Count > 0 && (lengths.Count > 0 || !encodings[^1].Equals("chunked", StringComparison.OrdinalIgnoreCase)));
        }
    }
}

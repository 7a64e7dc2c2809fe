using System.Text;

namespace Playbooks.Steps.Support;

/// <summary>Encodes names and values for a URL's query, and for the body of a form.</summary>
internal static class RequestEncoding
{
    /// <summary>Adds values to the query of a URL.</summary>
    public static string WithQuery(string url, IReadOnlyDictionary<string, string> query)
    {
        if (query.Count == 0)
        {
            return url;
        }

        var fragment = url.IndexOf('#', StringComparison.Ordinal);
        var address = fragment < 0 ? url : url[..fragment];
        var separator = !address.Contains('?', StringComparison.Ordinal) ? "?" : address.EndsWith('?') || address.EndsWith('&') ? string.Empty : "&";
        return address + separator + Join(query, Uri.EscapeDataString) + (fragment < 0 ? string.Empty : url[fragment..]);
    }

    /// <summary>Returns the fields of a form as <c>application/x-www-form-urlencoded</c>.</summary>
    public static byte[] Form(IReadOnlyDictionary<string, string> fields) =>
        Encoding.ASCII.GetBytes(Join(fields, static text => Uri.EscapeDataString(text).Replace("%20", "+", StringComparison.Ordinal)));

    private static string Join(IReadOnlyDictionary<string, string> values, Func<string, string> encode) =>
        string.Join('&', values.Select(value => $"{encode(value.Key)}={encode(value.Value)}"));
}

using Playbooks.Guarding.Secrets;

namespace Playbooks.Steps.Support;

/// <summary>Prepares HTTP headers for display: the values of those that carry credentials are never shown.</summary>
internal static class ShownHeader
{
    /// <summary>Returns the value for display.</summary>
    public static string Value(string name, string value) => CredentialHeader.Is(name) ? SecretMask.Stars : value;

    /// <summary>Returns a text that contains headers, one a line, without the values that are not shown.</summary>
    public static string InLines(string text) => string.Join('\n', text.Split('\n').Select(Line));

    private static string Line(string line)
    {
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        return colon > 0 && CredentialHeader.Is(line[..colon].TrimStart(' ', '-', '\t')) ? line[..colon] + ": " + SecretMask.Stars : line;
    }
}

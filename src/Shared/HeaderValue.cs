namespace Playbooks.Shared;

/// <summary>Checks the values of HTTP headers, which are one line of Latin-1.</summary>
internal static class HeaderValue
{
    /// <summary>What is wrong with a value, as the rest of a sentence about it; null: nothing.</summary>
    public static string? Problem(string value)
    {
        foreach (var character in value)
        {
            if (character is '\r' or '\n')
            {
                return "must be one line";
            }

            if (character is (< ' ' and not '\t') or '\x7f' or > '\xff')
            {
                return $"contains a character that HTTP does not allow in a header (U+{(int)character:X4})";
            }
        }

        return null;
    }
}

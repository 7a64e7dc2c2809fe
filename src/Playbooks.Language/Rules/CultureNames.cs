namespace Playbooks.Language.Rules;

/// <summary>Checks a culture's name.</summary>
internal static class CultureNames
{
    private static readonly HashSet<string> Known = new(KnownCultures.Names, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a text is <c>invariant</c>, or the name of a culture that exists; a Unicode extension may follow (<c>de-DE-u-co-phonebk</c>).</summary>
    public static bool IsValid(string text) =>
        text == "invariant" || Known.Contains(WithoutExtension(text));

    /// <summary>The culture that was probably meant; null: none is near.</summary>
    public static string? NearestTo(string text)
    {
        var language = text.Split('-', '_')[0];
        if (text.EndsWith("-UK", StringComparison.OrdinalIgnoreCase) && Known.Contains(language + "-GB"))
        {
            return language + "-GB";
        }

        // Of equally near names, one of the same language was meant.
        var related = KnownCultures.Names.Where(name => name.StartsWith(language + "-", StringComparison.OrdinalIgnoreCase));
        return NearestName.Find(text, related)
            ?? NearestName.Find(text, KnownCultures.Names.Where(name => name.Length <= MostCommonLength).Append("invariant"))
            ?? (Known.Contains(language) ? language : null);
    }

    // Names with a script are rarely meant, and a suggestion looks at a thousand candidates at most.
    private const int MostCommonLength = 6;

    private static string WithoutExtension(string text)
    {
        var extension = text.IndexOf("-u-", StringComparison.OrdinalIgnoreCase);
        return extension < 0 ? text : text.Substring(0, extension);
    }
}

namespace Playbooks.Language.Syntax.Text;

/// <summary>The names that placeholders of one text may use, looked up only where the text has a brace.</summary>
internal sealed class KnownNames(IReadOnlyCollection<string> names)
{
    // Beyond this many mistakes in one text nobody reads suggestions, and each costs a walk over all names.
    private const int MostSuggestions = 50;

    private ISet<string>? lookup = names as ISet<string>;
    private Dictionary<string, string>? byPlainName;
    private int suggestions;

    /// <summary>Whether the name is known, in exactly this spelling.</summary>
    public bool Contains(string name)
    {
        lookup ??= new HashSet<string>(names, StringComparer.Ordinal);
        return lookup.Contains(name);
    }

    /// <summary>The known name that these characters spell if whitespace, case, <c>-</c>, and <c>.</c> are ignored; null: none.</summary>
    public string? Misspelt(string content)
    {
        if (byPlainName is null)
        {
            byPlainName = new(StringComparer.Ordinal);
            foreach (var name in names)
            {
                var plain = Plain(name);
                if (plain.Length > 0 && (!byPlainName.TryGetValue(plain, out var other) || string.CompareOrdinal(name, other) < 0))
                {
                    byPlainName[plain] = name;
                }
            }
        }

        return byPlainName.TryGetValue(Plain(content.Trim()), out var known) ? known : null;
    }

    /// <summary>The name that was probably meant; null: none is near.</summary>
    public string? Nearest(string name) =>
        Misspelt(name) ?? (++suggestions > MostSuggestions ? null : NearestName.Find(name, names));

    /// <summary>The name itself where it is known, else the name that was probably meant; null: none is near.</summary>
    public string? Resolve(string name) => Contains(name) ? name : Nearest(name);

    private static string Plain(string name) =>
        name.Replace('-', '_').Replace('.', '_').Replace("_", string.Empty).ToLowerInvariant();
}

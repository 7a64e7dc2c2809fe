namespace Playbooks.Guarding;

/// <summary>Hides a run's secrets in texts that leave it, in whatever form they may have taken on the way.</summary>
public sealed class SecretMask
{
    /// <summary>What stands in a secret's place.</summary>
    public const string Stars = "***";

    private readonly IReadOnlyList<string> forms;

    /// <summary>Makes a mask.</summary>
    /// <param name="secrets">The secrets; empty ones are left out.</param>
    public SecretMask(IEnumerable<string> secrets)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        forms = [.. secrets
            .SelectMany(SecretForms.Of)
            .Distinct(StringComparer.Ordinal)
            .OrderByDescending(static form => form.Length)];
    }

    /// <summary>Hides nothing.</summary>
    public static SecretMask None { get; } = new([]);

    /// <summary>The text with <see cref="Stars"/> wherever a secret stood.</summary>
    /// <remarks>Apply it before a text is cut: half a secret is not recognised.</remarks>
    public string Apply(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (forms.Count == 0 || text.Length == 0)
        {
            return text;
        }

        // Marked first and replaced afterwards, so that of two secrets that overlap in the text nothing is left of either.
        var hidden = FindAll(text);
        if (hidden.Count == 0)
        {
            return text;
        }

        var masked = new System.Text.StringBuilder(text.Length);
        var shown = 0;
        foreach (var (start, end) in Merge(hidden))
        {
            masked.Append(text, shown, start - shown).Append(Stars);
            shown = end;
        }

        return masked.Append(text, shown, text.Length - shown).ToString();
    }

    private List<(int Start, int End)> FindAll(string text)
    {
        var found = new List<(int Start, int End)>();
        foreach (var form in forms)
        {
            for (var at = text.IndexOf(form, StringComparison.Ordinal); at >= 0; at = text.IndexOf(form, at + 1, StringComparison.Ordinal))
            {
                found.Add((at, at + form.Length));
            }
        }

        return found;
    }

    private static IEnumerable<(int Start, int End)> Merge(List<(int Start, int End)> parts)
    {
        parts.Sort();
        var (start, end) = parts[0];
        foreach (var part in parts.Skip(1))
        {
            if (part.Start >= end)
            {
                yield return (start, end);
                start = part.Start;
            }

            end = Math.Max(end, part.End);
        }

        yield return (start, end);
    }
}

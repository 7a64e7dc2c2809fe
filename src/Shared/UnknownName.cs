namespace Playbooks.Shared;

/// <summary>Describes a name that is none of those that are possible.</summary>
internal static class UnknownName
{
    /// <summary>The number of characters of a name that a message shows.</summary>
    public const int LongestName = 80;

    /// <summary>The message, with the name that was probably meant, or all possible ones.</summary>
    /// <param name="what">The kind of name with its adjective, as <c>Unknown key</c>.</param>
    /// <param name="name">The name as written.</param>
    /// <param name="known">The possible names.</param>
    /// <param name="nearest">The name that was probably meant; null: none is near.</param>
    public static string Describe(string what, string name, IReadOnlyCollection<string> known, string? nearest) =>
        $"{what} '{name.Truncate(LongestName)}'. " + (
            nearest is not null ? $"Did you mean '{nearest}'?"
            : known.Count == 0 ? "None are allowed here."
            : $"Use one of: {string.Join(", ", known)}.");
}

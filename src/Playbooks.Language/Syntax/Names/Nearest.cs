namespace Playbooks.Language.Syntax.Names;

/// <summary>Finds the word that was probably meant.</summary>
public static class Nearest
{
    /// <summary>The candidate nearest to a word; null: none is near. Of equally near ones the first in ordinal order.</summary>
    /// <param name="word">The word as written.</param>
    /// <param name="candidates">The words that would be right.</param>
    public static string? Of(string word, IEnumerable<string> candidates) => null;
}

using System.Text;

namespace Playbooks.Language.Grammar;

/// <summary>The words of the language for the members of an enum: <c>LlmRecover</c> is <c>llm_recover</c>.</summary>
internal static class WordsOf<T>
    where T : struct, Enum
{
    private static readonly Dictionary<string, T> ByWord =
        ((T[])Enum.GetValues(typeof(T))).ToDictionary(static member => SnakeCase(member.ToString()), StringComparer.Ordinal);

    /// <summary>The words, in the order of the members.</summary>
    public static IReadOnlyList<Word> All { get; } = [.. ByWord.Keys.Select(static word => new Word(word))];

    /// <summary>Finds the member of a word; null: no member has it.</summary>
    public static T? Find(string word) => ByWord.TryGetValue(word, out var member) ? member : null;

    /// <summary>The word of a member.</summary>
    public static string Word(T member) => SnakeCase(member.ToString());

    private static string SnakeCase(string name)
    {
        var word = new StringBuilder();
        foreach (var character in name)
        {
            word.Append(char.IsUpper(character) && word.Length > 0 ? "_" : string.Empty).Append(char.ToLowerInvariant(character));
        }

        return word.ToString();
    }
}

namespace Playbooks.Language.Rules;

/// <summary>Checks the form of a culture's name; which of them a machine knows differs from machine to machine.</summary>
internal static class CultureNames
{
    /// <summary>Whether a text is <c>invariant</c>, or a language of two or three letters with script, region and variants.</summary>
    public static bool IsValid(string text)
    {
        if (text == "invariant")
        {
            return true;
        }

        var parts = text.Split('-');
        return parts[0].Length is 2 or 3
            && parts[0].All(IsLetter)
            && parts.Skip(1).All(part => part.Length is >= 1 and <= 8 && part.All(character => IsLetter(character) || character is >= '0' and <= '9'));
    }

    private static bool IsLetter(char character) => character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');
}

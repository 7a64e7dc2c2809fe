using Playbooks.Language.Syntax.Text;

namespace Playbooks.Language.Syntax.Keys;

/// <summary>Checks a Playwright key or chord, such as <c>Enter</c> or <c>Control+A</c>.</summary>
public static class KeyParser
{
    private const int LongestShown = 40;

    /// <summary>What is wrong with a key (PB0204), marking the whole of it; null: nothing. No text makes it throw.</summary>
    /// <param name="key">The key or chord, without placeholders.</param>
    public static SyntaxProblem? Check(string key)
    {
        foreach (var name in Chord(key))
        {
            if (!KeyNames.Contains(name))
            {
                return new(Rule.InvalidParam, 0, key.Length, Message(name, key));
            }
        }

        return null;
    }

    private static string Message(string name, string chord)
    {
        if (chord.Length == 0)
        {
            return "A key is expected, such as 'Enter' or 'Control+A'.";
        }

        if (name.Length == 0)
        {
            return $"A key is expected after the last '+' of '{Shown(chord)}'; for the plus key itself, write '++' there.";
        }

        var joined = chord.Replace('-', '+');
        if (joined != chord && Chord(joined).All(KeyNames.Contains))
        {
            return $"Unknown key '{Shown(chord)}'. Did you mean '{Shown(joined)}'?";
        }

        return KeyNames.NearestTo(name) is { } nearest
            ? $"Unknown key '{Shown(name)}'. Did you mean '{nearest}'?"
            : $"Unknown key '{Shown(name)}'; keys are named as on a US keyboard ('Enter', 'Control+A'), and text goes into 'text'.";
    }

    private static string Shown(string text) => text.Truncate(LongestShown);

    // A plus separates keys, unless a key is expected at its place: `Control++` is Control and the plus key.
    private static IEnumerable<string> Chord(string key)
    {
        var start = 0;
        for (var index = 0; index < key.Length; index++)
        {
            if (key[index] == '+' && index > start)
            {
                yield return key.Substring(start, index - start);
                start = index + 1;
            }
        }

        yield return key.Substring(start);
    }
}

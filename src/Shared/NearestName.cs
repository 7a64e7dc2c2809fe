namespace Playbooks.Shared;

/// <summary>Finds the name that was probably meant.</summary>
internal static class NearestName
{
    // A suggestion is a courtesy: neither a huge word nor a huge list may cost more than a blink.
    private const int LongestWord = 64;
    private const int MostCandidates = 1000;
    private const int WholeWordsShared = 4;

    /// <summary>The known name nearest to a word; null: none is near. Of equally near ones the first in ordinal order.</summary>
    /// <param name="word">The word as written.</param>
    /// <param name="known">The names that would be right.</param>
    public static string? Find(string word, IEnumerable<string> known)
    {
        if (word.Length is 0 or > LongestWord)
        {
            return null;
        }

        var plain = Plain(word);
        string? best = null;
        var bestScore = int.MaxValue;
        foreach (var candidate in known.Take(MostCandidates))
        {
            var score = Score(word, plain, candidate);
            if (score < bestScore || (score == bestScore && best is not null && string.CompareOrdinal(candidate, best) < 0))
            {
                best = candidate;
                bestScore = score;
            }
        }

        return best;
    }

    private static int Score(string word, string plain, string candidate)
    {
        if (candidate.Length is 0 or > LongestWord)
        {
            return int.MaxValue;
        }

        var plainCandidate = Plain(candidate);
        if (plain.Length > 0 && plain == plainCandidate)
        {
            return 0;
        }

        var limit = Limit(Math.Max(plain.Length, plainCandidate.Length));
        if (Math.Abs(plain.Length - plainCandidate.Length) <= limit)
        {
            var distance = Distance(plain, plainCandidate);
            if (distance <= limit)
            {
                return distance;
            }
        }

        return SharesAnEnd(word, candidate) || SharesAnEnd(candidate, word) ? WholeWordsShared : int.MaxValue;
    }

    // `timeout` for `timeout_ms`, `message` for `failure_message`: a word was left out, or one too many written.
    private static bool SharesAnEnd(string shorter, string longer) =>
        shorter.Length >= 3
        && longer.Length > shorter.Length + 1
        && ((longer.StartsWith(shorter, StringComparison.Ordinal) && longer[shorter.Length] is '_' or '-')
            || (longer.EndsWith(shorter, StringComparison.Ordinal) && longer[longer.Length - shorter.Length - 1] is '_' or '-'));

    private static int Limit(int length) => length switch
    {
        <= 2 => 0,
        <= 4 => 1,
        <= 8 => 2,
        _ => 3,
    };

    private static string Plain(string word)
    {
        var characters = new char[word.Length];
        var count = 0;
        foreach (var character in word)
        {
            if (character is not ('_' or '-' or ' ' or '.'))
            {
                characters[count++] = char.ToLowerInvariant(character);
            }
        }

        return new string(characters, 0, count);
    }

    // Damerau and Levenshtein's distance in its restricted form: insert, delete, replace, or swap two neighbours.
    private static int Distance(string left, string right)
    {
        var beforePrevious = new int[right.Length + 1];
        var previous = new int[right.Length + 1];
        var current = new int[right.Length + 1];
        for (var column = 0; column <= right.Length; column++)
        {
            previous[column] = column;
        }

        for (var row = 1; row <= left.Length; row++)
        {
            current[0] = row;
            for (var column = 1; column <= right.Length; column++)
            {
                var same = left[row - 1] == right[column - 1];
                var cost = Math.Min(Math.Min(previous[column], current[column - 1]) + 1, previous[column - 1] + (same ? 0 : 1));
                if (row > 1 && column > 1 && left[row - 1] == right[column - 2] && left[row - 2] == right[column - 1])
                {
                    cost = Math.Min(cost, beforePrevious[column - 2] + 1);
                }

                current[column] = cost;
            }

            (beforePrevious, previous, current) = (previous, current, beforePrevious);
        }

        return previous[right.Length];
    }
}

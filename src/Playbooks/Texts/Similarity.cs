namespace Playbooks.Texts;

/// <summary>Measures the similarity of texts.</summary>
internal static class Similarity
{
    /// <summary>Returns the share of letter pairs that two texts have in common, from 0 (none) to 1 (equal).</summary>
    public static double Measure(string left, string right)
    {
        if (left == right)
        {
            return left.Length == 0 ? 0 : 1;
        }

        var pairs = Pairs(left);
        var others = Pairs(right);
        var total = pairs.Values.Sum() + others.Values.Sum();
        if (total == 0)
        {
            return 0;
        }

        var common = pairs.Sum(pair => Math.Min(pair.Value, others.GetValueOrDefault(pair.Key)));
        return 2.0 * common / total;
    }

    private static Dictionary<(char First, char Second), int> Pairs(string text)
    {
        var pairs = new Dictionary<(char, char), int>();
        for (var index = 0; index + 1 < text.Length; index++)
        {
            if (!char.IsWhiteSpace(text[index]) && !char.IsWhiteSpace(text[index + 1]))
            {
                var pair = (text[index], text[index + 1]);
                pairs[pair] = pairs.GetValueOrDefault(pair) + 1;
            }
        }

        return pairs;
    }
}

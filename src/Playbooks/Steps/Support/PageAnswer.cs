using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Playbooks.Steps.Support;

/// <summary>Determines whether the answer of a language model is text on the page that the model was given.</summary>
internal static partial class PageAnswer
{
    /// <summary>Determines whether an answer is in the content.</summary>
    /// <param name="answer">The answer as the model wrote it.</param>
    /// <param name="value">The value that the answer was converted to.</param>
    /// <param name="content">The text that was read from the page.</param>
    /// <remarks>
    /// A number counts if its digits are in the content, because its separators depend on the culture. A date counts if its day and year are.
    /// A bool is a judgment, which no page shows.
    /// </remarks>
    public static bool IsIn(string answer, object value, string content) => value switch
    {
        bool => true,
        int or decimal => Contains(content, answer) || Numbers(content).Contains(Digits(answer)),
        DateOnly date => Contains(content, answer)
            || (Numbers(content) is var numbers && numbers.Contains(date.Year.ToString(CultureInfo.InvariantCulture)) && numbers.Contains(date.Day.ToString(CultureInfo.InvariantCulture))),
        _ => Plain(answer).Length > 0 && Contains(content, answer),
    };

    private static bool Contains(string content, string answer) => Plain(content).Contains(Plain(answer), StringComparison.OrdinalIgnoreCase);

    private static string Plain(string text) => string.Join(' ', text.Normalize(NormalizationForm.FormKC).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Returns the digits of each number of a text, without leading zeros and separators.</summary>
    private static HashSet<string> Numbers(string text)
    {
        var numbers = new HashSet<string>(StringComparer.Ordinal);
        var all = new StringBuilder();
        var part = new StringBuilder();
        foreach (var character in GroupSeparator().Replace(Plain(text), string.Empty) + " ")
        {
            if (char.IsAsciiDigit(character))
            {
                all.Append(character);
                part.Append(character);
                continue;
            }

            Take(part);
            if (character is not ('.' or ',' or '\'' or '’'))
            {
                Take(all);
            }
        }

        return numbers;

        void Take(StringBuilder digits)
        {
            if (digits.Length > 0)
            {
                numbers.Add(WithoutZeros(digits.ToString()));
                digits.Clear();
            }
        }
    }

    private static string Digits(string answer) => WithoutZeros(string.Concat(answer.Where(char.IsAsciiDigit)));

    private static string WithoutZeros(string digits) => digits.TrimStart('0') is { Length: > 0 } trimmed ? trimmed : digits.Length > 0 ? "0" : string.Empty;

    // "1 234,50", as French writes it.
    [GeneratedRegex(@"(?<=\d) (?=\d{3}(?!\d))")]
    private static partial Regex GroupSeparator();
}

using System.Globalization;
using System.Text.RegularExpressions;

namespace Playbooks.Server.Starting;

/// <summary>Finds the requested run in a sentence: the playbook by its tags, and its parameters by their patterns. No language model is involved.</summary>
internal static partial class Directive
{
    private static readonly TimeSpan MatchTimeout = TimeSpan.FromMilliseconds(250);

    /// <summary>Selects the playbook with the most tags in the sentence. If several are equal, the one with the most words of its name.</summary>
    /// <returns>The playbook, or the reason why none is selected.</returns>
    public static (PlaybookEntry? Playbook, string? Problem) Pick(string directive, IReadOnlyList<PlaybookEntry> playbooks)
    {
        var words = WordsOf(directive);
        var ranked = playbooks
            .Select(entry => (Entry: entry, Tags: entry.Info.Tags.Count(tag => WordsOf(tag).IsSubsetOf(words)), Name: WordsOf($"{entry.Info.Name} {entry.Info.Id.Replace('_', ' ')}").Count(words.Contains)))
            .Where(static each => each.Tags > 0)
            .OrderByDescending(static each => each.Tags)
            .ThenByDescending(static each => each.Name)
            .ToList();
        if (ranked.Count == 0)
        {
            var tags = playbooks.SelectMany(static entry => entry.Info.Tags).Distinct().Order(StringComparer.Ordinal).ToList();
            return (null, "The directive contains no tag of a playbook" + (tags.Count > 0 ? $". The tags are: {string.Join(", ", tags)}." : ". No playbook has tags: start the playbook by its id."));
        }

        var best = ranked.TakeWhile(each => each.Tags == ranked[0].Tags && each.Name == ranked[0].Name).Select(static each => each.Entry).ToList();
        return best.Count == 1
            ? (best[0], null)
            : (null, $"The directive matches {best.Count} playbooks equally: {string.Join(", ", best.Select(static entry => entry.Info.Id))}. Set one as 'playbook', or use more words of its tags or its name.");
    }

    /// <summary>Returns the values of a playbook's parameters in the sentence. Secrets are never read from it.</summary>
    public static Dictionary<string, string> Read(string directive, PlaybookInfo playbook)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var rest = directive;

        // The most specific patterns are matched first, so that a number with a pattern is not taken by another parameter.
        foreach (var parameter in playbook.Parameters.Where(static parameter => !parameter.Secret && parameter.Type != ParameterType.List).OrderBy(Vagueness))
        {
            if (Find(parameter, rest) is { Success: true } found)
            {
                var text = ValueOf(found);
                values[parameter.Name] = parameter.Choices.FirstOrDefault(choice => string.Equals(choice, text, StringComparison.OrdinalIgnoreCase)) ?? text;
                rest = rest.Remove(found.Index, found.Length).Insert(found.Index, new string(' ', found.Length));
            }
        }

        return values;
    }

    /// <summary>Returns the first group of the pattern, or all that it matched if it has none.</summary>
    private static string ValueOf(Match found) => found.Groups.Count > 1 && found.Groups[1].Success ? found.Groups[1].Value : found.Value;

    private static int Vagueness(ParameterInfo parameter) => parameter switch
    {
        { Choices.Count: > 0 } => 0,
        { Pattern: not null } => 1,
        { Type: ParameterType.Date } => 2,
        { Type: ParameterType.Decimal or ParameterType.Int } => 3,
        _ => 4,
    };

    private static Match? Find(ParameterInfo parameter, string text)
    {
        var form = parameter switch
        {
            { Choices.Count: > 0 } => string.Join('|', parameter.Choices.OrderByDescending(static choice => choice.Length).Select(Regex.Escape)),
            { Pattern: { } pattern } => pattern,
            { Type: ParameterType.Date } => "[0-9]{4}-[0-9]{2}-[0-9]{2}",
            { Type: ParameterType.Decimal } => @"[+-]?[0-9]+(?:\.[0-9]+)?",
            { Type: ParameterType.Int } => "[+-]?[0-9]+",
            { Type: ParameterType.Bool } => "true|false",
            _ => null,
        };
        try
        {
            // A text without a pattern is what is in quotes.
            return form is null
                ? Quoted().Match(text)
                : Regex.Match(text, $@"(?<![\p{{L}}\p{{N}}_])(?:{form})(?![\p{{L}}\p{{N}}_])", Options(parameter), MatchTimeout);
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    private static RegexOptions Options(ParameterInfo parameter) =>
        RegexOptions.CultureInvariant | (parameter.Choices.Count > 0 ? RegexOptions.IgnoreCase : RegexOptions.None);

    private static HashSet<string> WordsOf(string text) =>
        [.. Word().Matches(text).Select(static word => word.Value.ToLower(CultureInfo.InvariantCulture))];

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex Word();

    [GeneratedRegex("\"(?<value>[^\"]*)\"|“(?<value>[^”]*)”|'(?<value>[^']*)'(?![\\p{L}\\p{N}])")]
    private static partial Regex Quoted();
}

using System.Globalization;
using System.Text.RegularExpressions;

namespace Playbooks.Server.Starting;

/// <summary>Finds in a sentence what is to be run: the playbook by its tags, its parameters by their patterns. No model is asked.</summary>
internal static partial class Directive
{
    private static readonly TimeSpan MatchTimeout = TimeSpan.FromMilliseconds(250);

    /// <summary>The playbook most of whose tags are named; of equals the one more of whose name is.</summary>
    /// <returns>The playbook; or why none is picked.</returns>
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
            return (null, "The directive names no tag of a playbook" + (tags.Count > 0 ? $"; there are: {string.Join(", ", tags)}." : ", and there is none: start the playbook by its id."));
        }

        var best = ranked.TakeWhile(each => each.Tags == ranked[0].Tags && each.Name == ranked[0].Name).Select(static each => each.Entry).ToList();
        return best.Count == 1
            ? (best[0], null)
            : (null, $"The directive fits {best.Count} playbooks alike: {string.Join(", ", best.Select(static entry => entry.Info.Id))}. Name one as 'playbook', or say more of its tags or its name.");
    }

    /// <summary>The values that the sentence holds for a playbook's parameters; a secret is never looked for in it.</summary>
    public static Dictionary<string, string> Read(string directive, PlaybookInfo playbook)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var rest = directive;

        // What is told apart most sharply goes first, so that a number with a pattern is not taken by any number.
        foreach (var parameter in playbook.Parameters.Where(static parameter => !parameter.Secret && parameter.Type != ParameterType.List).OrderBy(Vagueness))
        {
            if (Find(parameter, rest) is { Success: true } found)
            {
                var text = found.Groups["value"].Value;
                values[parameter.Name] = parameter.Choices.FirstOrDefault(choice => string.Equals(choice, text, StringComparison.OrdinalIgnoreCase)) ?? text;
                rest = rest.Remove(found.Index, found.Length).Insert(found.Index, new string(' ', found.Length));
            }
        }

        return values;
    }

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
            // A text of any form is what stands in quotes.
            return form is null
                ? Quoted().Match(text)
                : Regex.Match(text, $@"(?<![\p{{L}}\p{{N}}_])(?<value>(?:{form}))(?![\p{{L}}\p{{N}}_])", Options(parameter), MatchTimeout);
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

using System.Text.RegularExpressions;

namespace Playbooks;

/// <summary>Validates given values in the same way as the compiler validates those of a case.</summary>
internal sealed class ParameterFindings(PlaybookInfo playbook)
{
    // Every unknown name is compared with all candidates, and nobody reads the hundredth message.
    private const int MostSuggestions = 200;
    private const int MostTimeouts = 2;

    private readonly List<ParameterFinding> findings = [];
    private int timeouts;

    /// <summary>Returns all mistakes: unknown names first, then values in the order of the playbook's parameters.</summary>
    public IReadOnlyList<ParameterFinding> Of(IReadOnlyDictionary<string, string> values)
    {
        var meant = JudgeNames(values);
        foreach (var parameter in playbook.Parameters)
        {
            if (values.TryGetValue(parameter.Name, out var text) && text is not null)
            {
                Judge(parameter, text);
            }
            else if (parameter.Required && !meant.Contains(parameter.Name))
            {
                Add(parameter.Name, ParameterMistakes.MissingId, ParameterMistakes.Missing("The run", parameter.Name));
            }
        }

        return findings;
    }

    /// <summary>Validates the names.</summary>
    /// <returns>The parameters that misspelled names probably refer to. They count as given, so that one typo causes one finding.</returns>
    private HashSet<string> JudgeNames(IReadOnlyDictionary<string, string> values)
    {
        var known = playbook.Parameters.Select(static parameter => parameter.Name).ToList();
        var meant = new HashSet<string>(StringComparer.Ordinal);
        var suggestions = 0;
        foreach (var name in values.Keys.Where(name => !known.Contains(name)))
        {
            var nearest = suggestions++ < MostSuggestions ? NearestName.Find(name, known) : null;
            if (nearest is not null)
            {
                meant.Add(nearest);
            }

            Add(name, ParameterMistakes.UnknownId, UnknownName.Describe(ParameterMistakes.UnknownParameter, name, known, nearest));
        }

        return meant;
    }

    private void Judge(ParameterInfo parameter, string text)
    {
        if (parameter.Type != ParameterType.List)
        {
            JudgeOne(parameter, parameter.Type, text);
        }
        else if (ValueTexts.Items(text) is { } items)
        {
            foreach (var item in items)
            {
                JudgeOne(parameter, parameter.ItemType ?? ParameterType.String, item);
            }
        }
        else
        {
            AddUnfit(parameter, ParameterType.List, text);
        }
    }

    private void JudgeOne(ParameterInfo parameter, ParameterType type, string text)
    {
        var form = ValueTexts.FormOf(type);
        if (CanonicalValue.Create(form, text) is not { } value)
        {
            AddUnfit(parameter, type, text);
            return;
        }

        var shown = parameter.Secret ? null : value;
        if (parameter.Choices.Count > 0 && !parameter.Choices.Any(choice => CanonicalValue.Key(form, choice) == CanonicalValue.Key(form, value)))
        {
            Add(parameter.Name, ParameterMistakes.InvalidId, ParameterMistakes.NotAChoice(shown, parameter.Name, parameter.Choices));
        }
        else if (parameter.Pattern is { } pattern && !Matches(pattern, value))
        {
            Add(parameter.Name, ParameterMistakes.InvalidId, ParameterMistakes.NoMatch(shown, parameter.Name, pattern));
        }
    }

    // After several patterns have exceeded their time limit, the remaining ones are not evaluated. The request is rejected in any case.
    private bool Matches(string pattern, string value)
    {
        try
        {
            return timeouts >= MostTimeouts || new Regex($@"\A(?:{pattern})\z", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)).IsMatch(value);
        }
        catch (RegexMatchTimeoutException)
        {
            timeouts++;
            return false;
        }
    }

    private void AddUnfit(ParameterInfo parameter, ParameterType type, string text) => Add(
        parameter.Name,
        ParameterMistakes.InvalidId,
        ParameterMistakes.Unfit($"'{parameter.Name}'", ValueTexts.FormOf(type), parameter.Secret ? null : text));

    private void Add(string parameter, string id, string message) => findings.Add(new(parameter, id, EscapedText.Create(message)));
}

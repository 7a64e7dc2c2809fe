namespace Playbooks.Language.Rules;

/// <summary>Warns of parameters that nothing uses (PB0104).</summary>
internal static class UseRules
{
    public static void Check(Reading reading, NameScope scope, IReadOnlyList<ParameterDraft> parameters, TextBinder binder)
    {
        if (!reading.IsComplete)
        {
            return;
        }

        // What another finding kept from being judged may use them.
        foreach (var text in reading.UnjudgedTexts.Select(node => node.Value).Concat(reading.CutTexts))
        {
            if (text.IndexOfAny(['{', '<']) >= 0)
            {
                binder.MarkUses(text);
            }
        }

        if (!reading.SuggestedAll)
        {
            return;
        }

        foreach (var parameter in parameters)
        {
            if (parameter.IsJudged && scope.Used.Add(parameter.Model.Name))
            {
                reading.Report(Rule.UnusedParameter, parameter.Model.NameSpan, $"The parameter '{parameter.Model.Name}' is never used.");
            }
        }
    }
}

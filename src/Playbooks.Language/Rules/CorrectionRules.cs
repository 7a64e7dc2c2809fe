namespace Playbooks.Language.Rules;

/// <summary>Shows a correction only where the file, read again with it, has no mistake at the same place.</summary>
internal static class CorrectionRules
{
    private const int MostCorrections = 40;
    private const int MostChoices = 4;
    private const int MostReadings = 30;

    private static readonly Rule[] OfTheAuthor =
    [
        Rule.MissingKey,
        Rule.UndefinedInFailureMessage,
        Rule.UndefinedPlaceholder,
        Rule.StoredLater,
        Rule.SecretShown,
        Rule.StoredOnSomePaths,
        Rule.IncompleteAction,
        Rule.UnknownPlaybook,
    ];

    /// <summary>Whether a violation in corrected text shows that the correction does not help.</summary>
    public static bool IsCausedByForm(Rule rule) => rule.Severity == FindingSeverity.Error && !OfTheAuthor.Contains(rule);

    /// <summary>Finishes the messages of the findings that have corrections.</summary>
    /// <param name="reading">The file.</param>
    /// <param name="read">Returns the findings of a corrected text.</param>
    public static void Finish(Reading reading, Func<string, IReadOnlyCollection<Finding>> read)
    {
        var open = reading.Corrections.Take(MostCorrections).ToList();
        var chosen = new Dictionary<PendingCorrection, Correction>();
        var readings = 0;
        for (var round = 0; round < MostChoices && readings < MostReadings && open.Count > 0; round++)
        {
            var tried = open.Where(pending => round < pending.Choices.Count && !pending.Choices[round].IsLastResort).ToList();
            var good = tried.Count == 0 ? [] : Hold(reading, tried.ConvertAll(pending => pending.Choices[round]), read, ref readings);
            foreach (var pending in tried.Where(pending => good.Contains(pending.Choices[round])))
            {
                chosen.Add(pending, pending.Choices[round]);
                open.Remove(pending);
            }
        }

        foreach (var pending in reading.Corrections)
        {
            var sentence = chosen.TryGetValue(pending, out var correction) ? correction.Sentence : pending.Choices.FirstOrDefault(choice => choice.IsLastResort)?.Sentence ?? ".";
            var finding = reading.Findings[pending.Index];
            reading.Findings[pending.Index] = new(finding.Rule, finding.Message + sentence, finding.Span);
        }
    }

    /// <summary>Those that help: all in one reading, or each alone if one of them ends the reading.</summary>
    private static HashSet<Correction> Hold(Reading reading, List<Correction> corrections, Func<string, IReadOnlyCollection<Finding>> read, ref int readings)
    {
        var ordered = corrections.OrderBy(correction => correction.Start).ToList();
        ordered = ordered.Where((correction, index) => index == 0 || ordered[index - 1].End <= correction.Start).ToList();
        readings++;
        var found = read(Apply(reading.Text, ordered));
        if (ordered.Count == 1 || !found.Any(EndsReading))
        {
            return Helping(ordered, found);
        }

        var good = new HashSet<Correction>();
        foreach (var correction in ordered)
        {
            if (readings++ < MostReadings)
            {
                good.UnionWith(Helping([correction], read(Apply(reading.Text, [correction]))));
            }
        }

        return good;
    }

    private static bool EndsReading(Finding finding) => finding.Rule == Rule.UnreadableYaml || finding.Rule == Rule.OverLimit;

    private static string Apply(string text, List<Correction> ordered)
    {
        for (var i = ordered.Count - 1; i >= 0; i--)
        {
            text = text.Substring(0, ordered[i].Start) + ordered[i].Text + text.Substring(ordered[i].End);
        }

        return text;
    }

    private static HashSet<Correction> Helping(List<Correction> ordered, IReadOnlyCollection<Finding> found)
    {
        var good = new HashSet<Correction>();
        var grown = 0;
        foreach (var correction in ordered)
        {
            var from = correction.From + grown;
            grown += correction.Text.Length - (correction.End - correction.Start);
            var end = correction.End + grown;
            if (!found.Any(finding => IsCausedByForm(finding.Rule) && finding.Span.Start < end && finding.Span.End > from)
                && !found.Any(finding => EndsReading(finding) && finding.Span.Start >= from && ordered.Count == 1))
            {
                good.Add(correction);
            }
        }

        return good;
    }
}

namespace Playbooks.Guarding.Secrets;

/// <summary>Masks secrets in all texts of evidence records.</summary>
internal static class MaskedRecords
{
    public static string? ApplyTo(this SecretMask mask, string? text) => text is null ? null : mask.Apply(text);

    public static IReadOnlyList<string> ApplyTo(this SecretMask mask, IReadOnlyList<string> texts) => [.. texts.Select(mask.Apply)];

    public static IReadOnlyList<NamedValue> ApplyTo(this SecretMask mask, IEnumerable<NamedValue> values) =>
        [.. values.Select(value => value with { Text = value.Secret ? SecretMask.Stars : mask.Apply(value.Text) })];

    public static IReadOnlyList<ExpectationResult> ApplyTo(this SecretMask mask, IReadOnlyList<ExpectationResult> expectations) =>
        [.. expectations.Select(expectation => expectation with { Expected = mask.Apply(expectation.Expected), Seen = mask.Apply(expectation.Seen), Note = null })];

    public static IReadOnlyList<SelectorCandidate> ApplyTo(this SecretMask mask, IReadOnlyList<SelectorCandidate> candidates) =>
        [.. candidates.Select(candidate => candidate with
        {
            Selector = mask.Apply(candidate.Selector),
            Reason = mask.Apply(candidate.Reason),
            Elements = mask.ApplyTo(candidate.Elements),
        })];

    public static IReadOnlyList<RequestRecord> ApplyTo(this SecretMask mask, IReadOnlyList<RequestRecord> requests) =>
        [.. requests.Select(request => request with { Url = mask.Apply(request.Url), Failure = mask.ApplyTo(request.Failure) })];

    public static SourceExcerpt ApplyTo(this SecretMask mask, SourceExcerpt excerpt) =>
        excerpt with { Lines = [.. excerpt.Lines.Select(line => line with { Text = mask.Apply(line.Text) })] };
}

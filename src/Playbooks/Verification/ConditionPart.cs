using Microsoft.Playwright;
using Playbooks.Browsing.Documents;
using Playbooks.Resolution;

namespace Playbooks.Verification;

/// <summary>Whether a condition holds, and what was seen.</summary>
/// <param name="Holds">Whether it holds.</param>
/// <param name="Seen">What was seen, as <c>#banner is visible: no</c>.</param>
internal sealed record ConditionResult(bool Holds, string Seen);

/// <summary>A condition that can be asked, or a part of one.</summary>
internal abstract class ConditionPart
{
    /// <summary>Gets whether the page decides it.</summary>
    public abstract bool AsksPage { get; }

    /// <summary>Gets whether a query has almost no cost, even in a traced run.</summary>
    public virtual bool IsFree => true;

    /// <summary>Gets whether it can hold only because the page does not show yet what it is going to show.</summary>
    public virtual bool MayHoldTooEarly => false;

    /// <summary>Queries the page once.</summary>
    public abstract Task<ConditionResult> LookAsync();

    /// <summary>Creates the parts of a condition.</summary>
    public static ConditionPart Create(StepCondition condition, IPage page, PageDocuments documents, SeenSelectors seen, TimeProvider time)
    {
        var parts = new List<ConditionPart>();
        if (condition.ElementVisible is { } visible)
        {
            parts.Add(new Query(FramedExpectation.Create(page, visible, new VisibleExpectation(page, documents, visible)), mayHoldTooEarly: false));
        }

        if (condition.ElementGone is { } gone)
        {
            parts.Add(new Query(FramedExpectation.Create(page, gone, new GoneExpectation(page, documents, seen, gone)), mayHoldTooEarly: true));
        }

        if (condition.UrlContains is { } url)
        {
            parts.Add(new Query(new UrlExpectation(page, url), mayHoldTooEarly: false));
        }

        if (condition.TextOnPage is { } text)
        {
            parts.Add(new Query(new TextExpectation(documents, text, time), mayHoldTooEarly: false));
        }

        if (condition.Same is var (left, right))
        {
            parts.Add(new Comparison(left, right));
        }

        if (condition.Not is { } not)
        {
            parts.Add(new Negation(Create(not, page, documents, seen, time)));
        }

        if (condition.Any.Count > 0)
        {
            parts.Add(new Group([.. condition.Any.Select(one => Create(one, page, documents, seen, time))], needsAll: false));
        }

        if (condition.All.Count > 0)
        {
            parts.Add(new Group([.. condition.All.Select(one => Create(one, page, documents, seen, time))], needsAll: true));
        }

        return parts.Count == 1 ? parts[0] : new Group([.. parts], needsAll: true);
    }

    private static string Answer(bool holds) => holds ? "yes" : "no";

    private sealed class Query(IExpectation expectation, bool mayHoldTooEarly) : ConditionPart
    {
        public override bool AsksPage => true;

        public override bool IsFree => expectation.IsFree;

        public override bool MayHoldTooEarly => mayHoldTooEarly;

        public override async Task<ConditionResult> LookAsync()
        {
            var result = await expectation.LookAsync().ConfigureAwait(false);
            if (expectation is FramedExpectation { IsAmbiguous: true } framed)
            {
                throw new SelectorException($"{await framed.DescribeAsync(result).ConfigureAwait(false)}.", [], []);
            }

            return new(result.IsMet, $"{result.Expected}: {Answer(result.IsMet)}");
        }
    }

    private sealed class Comparison(string left, string right) : ConditionPart
    {
        public override bool AsksPage => false;

        public override Task<ConditionResult> LookAsync()
        {
            var holds = left == right;
            return Task.FromResult(new ConditionResult(holds, $"\"{left}\" equals \"{right}\": {Answer(holds)}"));
        }
    }

    private sealed class Negation(ConditionPart part) : ConditionPart
    {
        public override bool AsksPage => part.AsksPage;

        public override bool IsFree => part.IsFree;

        public override bool MayHoldTooEarly => part.AsksPage;

        public override async Task<ConditionResult> LookAsync()
        {
            var result = await part.LookAsync().ConfigureAwait(false);
            return new(!result.Holds, $"not ({result.Seen})");
        }
    }

    private sealed class Group(ConditionPart[] parts, bool needsAll) : ConditionPart
    {
        public override bool AsksPage => Array.Exists(parts, static part => part.AsksPage);

        public override bool IsFree => Array.TrueForAll(parts, static part => part.IsFree);

        public override bool MayHoldTooEarly => Array.Exists(parts, static part => part.MayHoldTooEarly);

        public override async Task<ConditionResult> LookAsync()
        {
            var results = await Task.WhenAll(parts.Select(static part => part.LookAsync())).ConfigureAwait(false);
            return new(
                needsAll ? Array.TrueForAll(results, static one => one.Holds) : Array.Exists(results, static one => one.Holds),
                string.Join(needsAll ? " and " : " or ", results.Select(static one => one.Seen)));
        }
    }
}

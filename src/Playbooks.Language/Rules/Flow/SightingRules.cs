using Playbooks.Language.Rules.Steps;

namespace Playbooks.Language.Rules.Flow;

/// <summary>Notes what is expected to be gone although no earlier step of the playbook has seen it (PB0405).</summary>
internal static class SightingRules
{
    private const string Chain = " >> ";

    // More than anyone writes; each costs a text of its own.
    private const int MostContainers = 100;

    // No selector: what a step saw that nobody can name.
    private const string Anything = "\0";

    /// <summary>Follows the steps from the start of the playbook.</summary>
    public static void Check(FlowNode<StepDraft> flow, StepRules steps)
    {
        if (steps.MayMissSteps)
        {
            return;
        }

        var seen = FlowFacts<StepDraft>.Forward(flow, static step => step.IsUnknown ? [Anything] : SeenBy(step.Sightings.SeenByAction.Concat(step.Sightings.SeenByVerify)));
        foreach (var step in steps.All)
        {
            // Expectations look all at once, when the action has seen its element.
            step.Sightings.GoneForAction.ForEach(selector => ExpectGone(selector, fact => seen.IsPossible(step, fact)));
            var seenByAction = new HashSet<string>(SeenBy(step.Sightings.SeenByAction), StringComparer.Ordinal);
            step.Sightings.GoneForVerify.ForEach(selector => ExpectGone(selector, fact => seenByAction.Contains(fact) || seen.IsPossible(step, fact)));
        }
    }

    private static void ExpectGone(SelectorText selector, Func<string, bool> isSeen)
    {
        if (NameOf(selector) is { } canonical && !isSeen(canonical) && !isSeen(Anything))
        {
            selector.Slot.Report(
                Rule.NeverSeen,
                $"No earlier step has seen '{Values.Shorten(selector.Text.Raw)}', so this check also passes if the selector is wrong. Expect the element to be visible first.");
        }
    }

    private static IEnumerable<string> SeenBy(IEnumerable<SelectorText> selectors) =>
        selectors.SelectMany(static selector => NameOf(selector) is { } canonical ? WithContainers(canonical).Take(MostContainers) : [Anything]);

    /// <summary>The selector's text; null: it has a finding of its own, or a parameter replaces it.</summary>
    private static string? NameOf(SelectorText selector) => selector.Text.InjectedFrom is null ? selector.Canonical : null;

    /// <summary>The selector, and those of the elements around it that it names: <c>#dialog button</c> shows <c>#dialog</c>, too.</summary>
    private static IEnumerable<string> WithContainers(string canonical)
    {
        yield return canonical;
        for (var chain = canonical.LastIndexOf(Chain, StringComparison.Ordinal); chain > 0; chain = canonical.LastIndexOf(Chain, chain - 1, StringComparison.Ordinal))
        {
            yield return canonical.Substring(0, chain);
        }

        var end = canonical.IndexOf(Chain, StringComparison.Ordinal);
        var first = end < 0 ? canonical : canonical.Substring(0, end);

        // Within brackets, and where an engine is named, a space is not a combinator.
        var depth = 0;
        for (var i = 0; i < first.Length && first[i] != ','; i++)
        {
            depth += first[i] is '[' or '(' ? 1 : first[i] is ']' or ')' ? -1 : 0;
            if (depth == 0 && first[i] == '=')
            {
                yield break;
            }

            if (depth == 0 && i > 0 && first[i] is ' ' or '>')
            {
                yield return first.Substring(0, i);
            }
        }
    }
}

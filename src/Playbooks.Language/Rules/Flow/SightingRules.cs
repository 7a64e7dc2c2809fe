namespace Playbooks.Language.Rules;

/// <summary>Notes what is expected to be gone although no step of the playbook has seen it (PB0405). Steps are told in their order.</summary>
internal sealed class SightingRules
{
    private const string Chain = " >> ";

    private readonly HashSet<string> seen = new(StringComparer.Ordinal);

    /// <summary>Whether a step could not be read, so that it may have seen anything.</summary>
    public bool IsBlind { get; set; }

    /// <summary>Takes a selector whose element an action or an expectation needed.</summary>
    public void See(SelectorText? selector)
    {
        if (selector is not { Canonical: { } canonical, Text.InjectedFrom: null })
        {
            IsBlind |= selector is not null;
            return;
        }

        seen.UnionWith(WithContainers(canonical));
    }

    /// <summary>Judges a selector whose element must be gone.</summary>
    public void ExpectGone(SelectorText? selector)
    {
        if (!IsBlind && selector is { Canonical: { } canonical, Text.InjectedFrom: null } && !seen.Contains(canonical))
        {
            selector.Slot.Report(
                Rule.NeverSeen,
                $"No earlier step has seen '{Values.Shorten(selector.Text.Raw)}', so this also holds if the selector is wrong. Expect it to be visible first.");
        }
    }

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

        // Within brackets, and where an engine is named, a space is no combinator.
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

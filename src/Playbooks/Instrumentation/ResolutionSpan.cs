using System.Diagnostics;
using Playbooks.Guarding.Secrets;
using Playbooks.Resolution;
using Playbooks.Texts;

namespace Playbooks.Instrumentation;

/// <summary>The span of finding the element that a chain means; nothing where nobody listens.</summary>
internal readonly struct ResolutionSpan : IDisposable
{
    private readonly Activity? span;
    private readonly SecretMask mask;

    /// <summary>Starts it.</summary>
    public ResolutionSpan(SelectorChain chain, SecretMask mask)
    {
        this.mask = mask;
        span = Spans.Start(Spans.Resolution);
        span?.SetTag(Tags.Selector, mask.Apply(chain.Primary));
    }

    /// <summary>An element was found.</summary>
    public void Found(ResolvedElement element) => span?.SetTag(Tags.SelectorUsed, mask.Apply(element.Selector)).SetTag(Tags.SelectorRank, element.Rank);

    /// <summary>None was.</summary>
    public void Fail(Exception failure) => span?.Fail(CauseText.Code(failure).WireText(), mask.Apply(failure.Message));

    /// <summary>Ends it.</summary>
    public void Dispose() => span?.Dispose();
}

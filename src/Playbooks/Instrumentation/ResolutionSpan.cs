using System.Diagnostics;
using Playbooks.Guarding.Secrets;
using Playbooks.Resolution;
using Playbooks.Texts;

namespace Playbooks.Instrumentation;

/// <summary>Records the span of resolving a selector chain. Has no effect if spans are not collected.</summary>
internal readonly struct ResolutionSpan : IDisposable
{
    private readonly Activity? span;
    private readonly SecretMask mask;

    /// <summary>Starts the span.</summary>
    public ResolutionSpan(SelectorChain chain, SecretMask mask)
    {
        this.mask = mask;
        span = Spans.Start(Spans.Resolution);
        span?.SetTag(Tags.Selector, mask.Apply(chain.Primary));
    }

    /// <summary>Records the element that was found.</summary>
    public void Found(ResolvedElement element) => span?.SetTag(Tags.SelectorUsed, mask.Apply(element.Selector)).SetTag(Tags.SelectorRank, element.Rank);

    /// <summary>Records a failure.</summary>
    public void Fail(Exception failure) => span?.Fail(CauseText.Code(failure).WireText(), mask.Apply(failure.Message));

    /// <summary>Ends the span.</summary>
    public void Dispose() => span?.Dispose();
}

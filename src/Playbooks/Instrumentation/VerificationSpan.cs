using System.Diagnostics;

namespace Playbooks.Instrumentation;

/// <summary>Records the span of a <c>verify</c>. Has no effect if spans are not collected.</summary>
internal readonly struct VerificationSpan : IDisposable
{
    private readonly Activity? span;

    private VerificationSpan(Activity? span) => this.span = span;

    /// <summary>Starts the span.</summary>
    public static VerificationSpan Start() => new(Spans.Start(Spans.Verification));

    /// <summary>Records the results.</summary>
    public void End(IReadOnlyList<ExpectationResult> results)
    {
        if (span is null)
        {
            return;
        }

        span.SetTag(Tags.Expectations, results.Count);
        string[] unmet = [.. results.Where(static one => !one.IsMet).Select(static one => one.Name)];
        if (unmet.Length > 0)
        {
            span.SetTag(Tags.Unmet, unmet);
            span.Fail(ErrorCode.VerificationFailed.WireText(), null);
        }
    }

    /// <summary>Ends the span.</summary>
    public void Dispose() => span?.Dispose();
}

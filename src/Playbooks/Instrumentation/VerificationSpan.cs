using System.Diagnostics;

namespace Playbooks.Instrumentation;

/// <summary>The span of a <c>verify</c>; nothing where nobody listens.</summary>
internal readonly struct VerificationSpan : IDisposable
{
    private readonly Activity? span;

    private VerificationSpan(Activity? span) => this.span = span;

    /// <summary>Starts it.</summary>
    public static VerificationSpan Start() => new(Spans.Start(Spans.Verification));

    /// <summary>What came of it.</summary>
    public void End(IReadOnlyList<ExpectationResult> results)
    {
        if (span is null)
        {
            return;
        }

        span.SetTag(Tags.Expectations, results.Count);
        string[] unmet = [.. results.Where(static one => !one.Held).Select(static one => one.Name)];
        if (unmet.Length > 0)
        {
            span.SetTag(Tags.Unmet, unmet);
            span.Fail(ErrorCode.VerificationFailed.WireText(), null);
        }
    }

    /// <summary>Ends it.</summary>
    public void Dispose() => span?.Dispose();
}

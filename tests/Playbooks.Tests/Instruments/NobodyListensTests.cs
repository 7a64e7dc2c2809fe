using Playbooks.Guarding.Secrets;
using Playbooks.Instrumentation;
using Playbooks.Resolution;

namespace Playbooks.Tests.Instruments;

[Collection(Alone.Name)]
public sealed class NobodyListensTests
{
    private readonly RunOptions options = new();
    private readonly SelectorChain chain = new("#gone", "#cancel");
    private readonly ExpectationResult[] unmet = [new("expect_title_contains", "a title", "another", IsMet: false)];
    private readonly PlaybookException failure = new(ErrorCode.StepFailed, "No.");
    private readonly ModelAnswer answer = new("An order", 12, 3) { Model = "m-1" };
    private readonly SecretMask mask = new(["hunter2"]);
    private readonly ResolvedElement element = new(null!, "#cancel", 1);
    private readonly StuckVerdict stuck = new(StuckLevel.Stop, "stuck_repeat_stop: 7", "It repeats itself.");

    [Fact]
    public void Nothing_is_allocated()
    {
        Assert.Equal(0, Allocated(() => Listening.Create(options)));
        Assert.Equal(0, Allocated(Resolve));
        Assert.Equal(0, Allocated(Verify));
        Assert.Equal(0, Allocated(Ask));
        Assert.Equal(0, Allocated(() => RunMetrics.Count("cancel_order", stuck)));
    }

    [Fact]
    public void A_run_tells_its_own_listeners_only() => Assert.Same(options.Listeners, Listening.Create(options));

    [Fact]
    public void With_a_listener_something_is_allocated()
    {
        using var spans = new SpanRecorder();

        Assert.NotEqual(0, Allocated(Resolve));
    }

    private static long Allocated(Action act)
    {
        // The first time, types are loaded and methods compiled.
        act();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var time = 0; time < 100; time++)
        {
            act();
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private void Resolve()
    {
        using var span = new ResolutionSpan(chain, mask);
        span.Found(element);
        span.Fail(failure);
    }

    private void Verify()
    {
        using var span = VerificationSpan.Start();
        span.End(unmet);
    }

    private void Ask()
    {
        using var call = new ModelCall(TimeProvider.System, mask);
        call.Complete(answer);
        call.Fail(failure);
    }
}

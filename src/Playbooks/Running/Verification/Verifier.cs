using Microsoft.Playwright;

namespace Playbooks.Running.Verification;

/// <summary>Checks what a step expects of the page: all expectations are polled together until they hold or time is up.</summary>
internal sealed class Verifier
{
    /// <summary>Every expectation with what was seen; they all held, or the time is up.</summary>
    public Task<IReadOnlyList<ExpectationResult>> VerifyAsync(
        IPage page, Steps.Verification verification, TimeProvider time, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Comes with the next commit.");
}

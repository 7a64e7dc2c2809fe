namespace Playbooks.Server.Api;

/// <summary>A request that is not fulfilled, with what its sender is told.</summary>
/// <param name="status">The HTTP status.</param>
/// <param name="code">For programs.</param>
/// <param name="message">A sentence that says what to do.</param>
/// <param name="problems">What is wrong with which field; empty: the sentence says all.</param>
internal sealed class RefusedException(int status, ErrorCode code, string message, IReadOnlyList<FieldProblem>? problems = null)
    : PlaybookException(code, message)
{
    public int Status => status;

    public IReadOnlyList<FieldProblem> Problems => problems ?? [];

    /// <summary>When to come back; null: it would not help.</summary>
    public TimeSpan? RetryAfter { get; init; }
}

/// <summary>What is wrong with a field of a request.</summary>
/// <param name="Field">The field's path, such as <c>parameters.order_id</c>.</param>
/// <param name="Message">A sentence.</param>
/// <param name="Id">The compiler's id of the same mistake in a file, such as <c>PB0703</c>; null: it has none.</param>
internal sealed record FieldProblem(string Field, string Message, string? Id = null);

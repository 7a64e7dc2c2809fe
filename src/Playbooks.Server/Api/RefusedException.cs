namespace Playbooks.Server.Api;

/// <summary>The exception that is thrown when a request is rejected. It contains the response for the client.</summary>
/// <param name="status">The HTTP status.</param>
/// <param name="code">The error code.</param>
/// <param name="message">A message that says what to do.</param>
/// <param name="problems">The invalid fields. Empty if the message says everything.</param>
internal sealed class RefusedException(int status, ErrorCode code, string message, IReadOnlyList<FieldProblem>? problems = null)
    : PlaybookException(code, message)
{
    public int Status => status;

    public IReadOnlyList<FieldProblem> Problems => problems ?? [];

    /// <summary>Gets the time after which the client can retry, or null if a retry is pointless.</summary>
    public TimeSpan? RetryAfter { get; init; }
}

/// <summary>Describes a problem with a field of a request.</summary>
/// <param name="Field">The path of the field, such as <c>parameters.order_id</c>.</param>
/// <param name="Message">A complete sentence.</param>
/// <param name="Id">The id of the compiler's rule for the same mistake in a file, such as <c>PB0703</c>, or null.</param>
internal sealed record FieldProblem(string Field, string Message, string? Id = null);

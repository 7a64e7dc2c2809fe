namespace Playbooks.Server.Api;

/// <summary>The body of every answer that is an error.</summary>
internal sealed record ErrorBody(ApiError Error);

/// <summary>What went wrong.</summary>
/// <param name="Code">For programs, such as <c>NOT_FOUND</c>.</param>
/// <param name="Message">A sentence that says what to do.</param>
/// <param name="Details">What is wrong with which field; empty: the sentence says all.</param>
internal sealed record ApiError(string Code, string Message, IReadOnlyList<FieldProblem> Details)
{
    /// <summary>The answer to an exception: its HTTP status and its words.</summary>
    public static (int Status, ApiError Error) Of(PlaybookException failure) =>
        (StatusOf(failure), new(failure.Code.WireText(), failure.Message, (failure as RefusedException)?.Problems ?? []));

    /// <summary>Writes it as the whole answer.</summary>
    public static Task WriteAsync(HttpContext http, PlaybookException failure)
    {
        var (status, error) = Of(failure);
        http.Response.StatusCode = status;
        if ((failure as RefusedException)?.RetryAfter is { } later)
        {
            http.Response.Headers.RetryAfter = ((int)Math.Ceiling(later.TotalSeconds)).ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return http.Response.WriteAsJsonAsync(new ErrorBody(error), ServiceJson.Forms.ErrorBody);
    }

    private static int StatusOf(PlaybookException failure) => failure is RefusedException refused ? refused.Status : failure.Code switch
    {
        ErrorCode.InvalidRequest or ErrorCode.InvalidPath => StatusCodes.Status400BadRequest,
        ErrorCode.Unauthorized => StatusCodes.Status401Unauthorized,
        ErrorCode.NotFound or ErrorCode.TraceNotAvailable or ErrorCode.RecordingNotFound => StatusCodes.Status404NotFound,
        ErrorCode.RunConflict => StatusCodes.Status409Conflict,
        ErrorCode.UpstreamUnreachable => StatusCodes.Status502BadGateway,
        _ => StatusCodes.Status500InternalServerError,
    };
}

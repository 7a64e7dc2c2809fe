namespace Playbooks.Server.Api;

/// <summary>The body of every error response.</summary>
internal sealed record ErrorBody(ApiError Error);

/// <summary>Describes an error.</summary>
/// <param name="Code">The error code, such as <c>NOT_FOUND</c>.</param>
/// <param name="Message">A message that says what to do.</param>
/// <param name="Details">The invalid fields. Empty if the message says everything.</param>
internal sealed record ApiError(string Code, string Message, IReadOnlyList<FieldProblem> Details)
{
    /// <summary>Returns the HTTP status and the error for an exception.</summary>
    public static (int Status, ApiError Error) From(PlaybookException failure) =>
        (StatusOf(failure), new(failure.Code.WireText(), failure.Message, (failure as RefusedException)?.Problems ?? []));

    /// <summary>Writes an exception as the complete response.</summary>
    public static Task WriteAsync(HttpContext http, PlaybookException failure)
    {
        var (status, error) = From(failure);
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

using Playbooks.Server.Api;

namespace Playbooks.Server.Pages;

/// <summary>The forms that the service's own pages send.</summary>
internal static class FormBody
{
    /// <summary>Reads a request's form.</summary>
    /// <param name="request">The request.</param>
    /// <param name="instead">A sentence that says what programs send instead.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <exception cref="RefusedException">The request has no form, or one that cannot be read.</exception>
    public static async Task<IFormCollection> ReadAsync(HttpRequest request, string instead, CancellationToken cancellationToken)
    {
        if (!request.HasFormContentType)
        {
            throw new RefusedException(StatusCodes.Status415UnsupportedMediaType, ErrorCode.InvalidRequest, $"This address takes the form of its own page. {instead}");
        }

        try
        {
            return await request.ReadFormAsync(cancellationToken);
        }
        catch (Exception failure) when (failure is InvalidDataException or (IOException and not BadHttpRequestException))
        {
            // Too many fields, too long a name, or parts without an end.
            throw new RefusedException(StatusCodes.Status400BadRequest, ErrorCode.InvalidRequest, "The form cannot be read: it is not complete, or has more or longer fields than any form of this service.");
        }
    }
}

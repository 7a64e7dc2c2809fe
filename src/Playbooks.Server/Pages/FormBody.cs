using Playbooks.Server.Api;

namespace Playbooks.Server.Pages;

/// <summary>Reads the forms that the service's own pages send.</summary>
internal static class FormBody
{
    /// <summary>Reads the form of a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="instead">A sentence that says what programs must send instead.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <exception cref="RefusedException">The request contains no form, or an invalid one.</exception>
    public static async Task<IFormCollection> ReadAsync(HttpRequest request, string instead, CancellationToken cancellationToken)
    {
        if (!request.HasFormContentType)
        {
            throw new RefusedException(StatusCodes.Status415UnsupportedMediaType, ErrorCode.InvalidRequest, $"This URL accepts only submissions of the form on its own page. {instead}");
        }

        try
        {
            return await request.ReadFormAsync(cancellationToken);
        }
        catch (Exception failure) when (failure is InvalidDataException or (IOException and not BadHttpRequestException))
        {
            // The form has too many fields, a name that is too long, or incomplete parts.
            throw new RefusedException(StatusCodes.Status400BadRequest, ErrorCode.InvalidRequest, "The form cannot be read. It is incomplete, or has more or longer fields than the forms of this service.");
        }
    }
}

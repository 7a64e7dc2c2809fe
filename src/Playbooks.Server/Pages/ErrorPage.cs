using Playbooks.Server.Api;

namespace Playbooks.Server.Pages;

/// <summary>Creates the page for an error.</summary>
internal static class ErrorPage
{
    /// <summary>Returns the page of an error, or null if the client did not request a page.</summary>
    public static PageResult? Find(HttpContext http, PlaybookException failure)
    {
        if (Links.Find(http) is not { } links)
        {
            return null;
        }

        var (status, error) = ApiError.From(failure);
        var title = status switch
        {
            StatusCodes.Status404NotFound => "Not found",
            >= 500 => "Service error",
            _ => "Invalid request",
        };
        return new(title, links, ErrorView.Render(links, title, error)) { Status = status };
    }
}

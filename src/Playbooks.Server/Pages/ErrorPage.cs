using Playbooks.Server.Api;

namespace Playbooks.Server.Pages;

/// <summary>What people see where something is not there, or is refused.</summary>
internal static class ErrorPage
{
    /// <summary>The page of an error; null: what was asked for is no page.</summary>
    public static PageResult? Find(HttpContext http, PlaybookException failure)
    {
        if (Links.Find(http) is not { } links)
        {
            return null;
        }

        var (status, error) = ApiError.Of(failure);
        var title = status switch
        {
            StatusCodes.Status404NotFound => "Not found",
            >= 500 => "The service has a problem",
            _ => "That does not work",
        };
        return new(title, links, ErrorView.Of(links, title, error)) { Status = status };
    }
}

using Playbooks.Steps.Support;

namespace Playbooks.Execution.Run;

/// <summary>Reads the files that routes answer with, once for the whole run.</summary>
internal static class RouteFiles
{
    /// <summary>Returns the routes with the content of their files.</summary>
    /// <param name="routes">The routes.</param>
    /// <param name="source">The playbook, relative to whose file paths are.</param>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.SetupFailed"/>: a file does not exist or cannot be read.</exception>
    public static IReadOnlyList<MockedRoute> Read(IReadOnlyList<MockedRoute> routes, PlaybookSource source)
    {
        var folder = new PlaybookFolder(Path.GetDirectoryName(source.Path) ?? string.Empty, AppContext.BaseDirectory);
        return [.. routes.Select(route => route.File is { } file ? route with { Content = Read(folder, file, route.Url) } : route)];
    }

    private static byte[] Read(PlaybookFolder folder, string file, string url)
    {
        var what = $"The file of the route {url}";
        try
        {
            return File.ReadAllBytes(folder.Find(file, what, ErrorCode.SetupFailed));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new PlaybookException(ErrorCode.SetupFailed, $"{what} cannot be read: {unreadable.Message}", unreadable);
        }
    }
}

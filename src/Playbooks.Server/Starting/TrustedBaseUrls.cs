

using Playbooks.Guarding.Urls;

namespace Playbooks.Server.Starting;

/// <summary>The base URLs that the service's owner or a playbook's author names: only runs against these get the configured credentials.</summary>
internal sealed class TrustedBaseUrls(PlaybooksOptions options)
{
    private readonly HashSet<WebOrigin> named =
        [.. options.AllowedBaseUrls.Append(options.Run.BaseUrl).Where(static url => !string.IsNullOrEmpty(url)).Select(static url => WebOrigin.Read(url!)).OfType<WebOrigin>()];

    /// <summary>Decides whether a run's base URL is one of them. Base URLs are compared by scheme, host and port.</summary>
    /// <param name="playbook">The playbook with its values.</param>
    /// <param name="requested">The base URL of the request; null: it names none.</param>
    /// <param name="isGiven">Whether the request gives a value for a parameter.</param>
    public bool Contain(Playbook playbook, string? requested, Func<string, bool> isGiven)
    {
        if (requested is null && !string.IsNullOrEmpty(options.Run.BaseUrl))
        {
            return true;
        }

        // A text that the request chooses freely decides for the client where the run goes; the author's choices do not.
        var isAuthors = playbook.Info.Parameters.All(parameter =>
            !playbook.Info.BaseUrlParameters.Contains(parameter.Name) || parameter.Choices.Count > 0 || !isGiven(parameter.Name));

        // No built-in value may be in a base URL, so the values of this run are not needed.
        var own = playbook.GetBaseUrl(new(string.Empty, string.Empty));
        if (requested is null && (isAuthors || string.IsNullOrEmpty(own)))
        {
            return true;
        }

        return WebOrigin.Read(requested ?? own!) is { } origin
            && (named.Contains(origin) || (isAuthors && !string.IsNullOrEmpty(own) && WebOrigin.Read(own) == origin));
    }
}

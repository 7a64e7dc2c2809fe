using Playbooks.Guarding.Urls;

namespace Playbooks.Server.Starting;

/// <summary>Determines the base URLs that the service's owner or a playbook's author trusts. Only runs against them receive the configured credentials.</summary>
internal sealed class TrustedBaseUrls(PlaybooksOptions options)
{
    private readonly HashSet<WebOrigin> named =
        [.. options.AllowedBaseUrls.Append(options.Run.BaseUrl).Where(static url => !string.IsNullOrEmpty(url)).Select(static url => WebOrigin.Read(url!)).OfType<WebOrigin>()];

    /// <summary>Determines whether the base URL of a run is trusted. Base URLs are compared by scheme, host, and port.</summary>
    /// <param name="playbook">The playbook.</param>
    /// <param name="values">The values of its parameters, which must be valid.</param>
    /// <param name="requested">The base URL of the request, or null.</param>
    /// <param name="isGiven">Determines whether the request contains a value for a parameter.</param>
    public bool Contain(PlaybookEntry playbook, IReadOnlyDictionary<string, string> values, string? requested, Func<string, bool> isGiven)
    {
        if (requested is null && !string.IsNullOrEmpty(options.Run.BaseUrl))
        {
            return true;
        }

        // A free text in the request lets the client decide where the run goes. A value among the author's choices does not.
        var isAuthors = playbook.Info.Parameters.All(parameter =>
            !playbook.Info.BaseUrlParameters.Contains(parameter.Name) || parameter.Choices.Count > 0 || !isGiven(parameter.Name));

        var own = playbook.GetBaseUrl(values);
        if (requested is null && (isAuthors || string.IsNullOrEmpty(own)))
        {
            return true;
        }

        return WebOrigin.Read(requested ?? own!) is { } origin
            && (named.Contains(origin) || (isAuthors && !string.IsNullOrEmpty(own) && WebOrigin.Read(own) == origin));
    }
}

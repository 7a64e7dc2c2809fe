using System.Text;
using Playbooks.Guarding.Secrets;
using Playbooks.Guarding.Urls;

namespace Playbooks.Steps.Support;

/// <summary>One request of a chain of redirects.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Url">The absolute URL.</param>
/// <param name="Headers">The headers.</param>
/// <param name="Body">The body, or null.</param>
internal sealed record RequestHop(string Method, string Url, IReadOnlyDictionary<string, string> Headers, byte[]? Body)
{
    private const string ContentType = "Content-Type";

    /// <summary>Gets the request as <c>GET https://shop.example.com/api</c>.</summary>
    public string Name => $"{Method} {Url}";

    /// <summary>Creates the first request.</summary>
    /// <exception cref="PlaybookException">The URL is not an http or https URL, there is no base URL for a relative one, or the value of a header is not valid.</exception>
    public static RequestHop From(ApiRequest request, string baseUrl)
    {
        var url = RequestEncoding.WithQuery(Navigation.Resolve(request.Url, baseUrl), request.Query);
        if (!IsHttp(url))
        {
            throw new PlaybookException(ErrorCode.StepFailed, $"\"{url}\" is not a valid request URL: it must start with http:// or https://.");
        }

        foreach (var header in request.Headers)
        {
            if (HeaderValue.Problem(header.Value) is { } problem)
            {
                throw new PlaybookException(ErrorCode.StepFailed, $"The value of the header '{header.Key}' {problem}.");
            }
        }

        var (body, type) =
            request.Json is { } json ? (Encoding.UTF8.GetBytes(json), "application/json")
            : request.Form is { } form ? (RequestEncoding.Form(form), "application/x-www-form-urlencoded")
            : request.Body is { } text ? (Encoding.UTF8.GetBytes(text), "text/plain; charset=utf-8")
            : (null, null);
        var headers = new Dictionary<string, string>(request.Headers, StringComparer.OrdinalIgnoreCase);
        if (type is not null)
        {
            headers.TryAdd(ContentType, type);
        }

        return new(request.MethodName, url, headers, body);
    }

    /// <summary>Creates the request that follows a redirect, by the same rules as browsers.</summary>
    /// <param name="status">The status of the redirect.</param>
    /// <param name="location">The header that says where to.</param>
    /// <param name="mask">Recognizes secrets, which are not sent to another origin in headers.</param>
    /// <exception cref="PlaybookException">The target is not an http or https URL.</exception>
    public RequestHop Follow(int status, string location, SecretMask mask)
    {
        if (!Uri.TryCreate(new Uri(Url), location, out var target) || !IsHttp(target.AbsoluteUri))
        {
            throw new PlaybookException(ErrorCode.StepFailed, $"{Name} redirected to \"{location}\", which is not an http or https URL.");
        }

        var next = this with { Url = target.AbsoluteUri };
        if ((status == 303 && Method is not ("GET" or "HEAD")) || (status is 301 or 302 && Method == "POST"))
        {
            next = next with { Method = "GET", Body = null, Headers = Without(static (name, _) => name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase)) };
        }

        return WebOrigin.Read(Url) is { } origin && origin == WebOrigin.Read(next.Url)
            ? next
            : next with { Headers = next.Without((name, value) => CredentialHeader.Is(name) || mask.Apply(value) != value) };
    }

    private static bool IsHttp(string url) =>
        url.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || url.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    private Dictionary<string, string> Without(Func<string, string, bool> isDropped) =>
        new(Headers.Where(header => !isDropped(header.Key, header.Value)), StringComparer.OrdinalIgnoreCase);
}

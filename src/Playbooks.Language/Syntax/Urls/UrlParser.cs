using Playbooks.Language.Model;
using Playbooks.Language.Syntax.Text;

namespace Playbooks.Language.Syntax.Urls;

/// <summary>Checks a URL and encodes the values in it.</summary>
public static class UrlParser
{
    /// <summary>Parses a URL. No text makes it throw.</summary>
    /// <param name="template">The URL, taken apart into text and placeholders.</param>
    /// <param name="isBase">Whether other URLs are resolved against it, so that it must be absolute.</param>
    public static UrlSyntax Parse(TemplateSyntax template, bool isBase = false)
    {
        var url = new FlatTemplate(template);
        var shape = UrlShape.From(url);
        var problem = UrlCheck.Problem(url, shape, isBase) is { } message ? new SyntaxProblem(Rule.InvalidUrl, 0, url.SourceLength, message) : null;
        var parts = new TextParts();
        var shown = new List<Placeholder>();
        // A fragment is not sent to the server, whose logs are where a secret in a URL is shown.
        var fragment = url.Text.IndexOf('#');
        var shownEnd = fragment < 0 ? url.Text.Length : fragment;
        for (var start = 0; start < url.Text.Length;)
        {
            var value = url.IndexOfValue(start, url.Text.Length);
            var end = value < 0 ? url.Text.Length : value;
            parts.Add(url, start, end);
            if (value >= 0)
            {
                var part = TextParts.Value(url, value);
                var placeholder = url.PlaceholderAt(value);
                var place = shape.PlaceOf(value);
                parts.Add(placeholder is { Raw: false } && place is UrlPlace.UserInfo or UrlPlace.PathOrQuery
                    ? new EncodedPart(ValueEncoding.Url, new([part]))
                    : part);
                if (placeholder is not null && value < shownEnd && place is UrlPlace.PathOrQuery or UrlPlace.AfterStart)
                {
                    shown.Add(placeholder!);
                }
            }

            start = end + 1;
        }

        return new(parts.ToList().ToEquatableArray(), problem, shape.Scheme, LiteralHost(url, shape), shown);
    }

    private static string? LiteralHost(FlatTemplate url, UrlShape shape)
    {
        if (shape.HostEnd <= shape.HostStart || url.HasValue(shape.HostStart, shape.HostEnd))
        {
            return null;
        }

        return url.Text.Substring(shape.HostStart, shape.HostEnd - shape.HostStart).Trim('[', ']').ToLowerInvariant();
    }
}

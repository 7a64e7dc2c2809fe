using Playbooks.Language.Model;
using Playbooks.Language.Syntax.Text;

namespace Playbooks.Language.Syntax.Urls;

/// <summary>A URL, checked, with its values encoded for where they land.</summary>
/// <param name="Parts">Literal text and encoded values.</param>
/// <param name="Problem">Why it is not a URL (PB0205); it marks the whole value.</param>
/// <param name="Scheme">Its scheme in lower case; null where it is relative or starts with a value.</param>
/// <param name="LiteralHost">Its host in lower case, without port, an IPv6 address without brackets; null where it is relative or holds a value.</param>
/// <param name="InPathOrQuery">Placeholders in its path or query, where a secret would be shown.</param>
public sealed record UrlSyntax(
    EquatableArray<TextPart> Parts,
    SyntaxProblem? Problem,
    string? Scheme,
    string? LiteralHost,
    IReadOnlyList<Placeholder> InPathOrQuery);

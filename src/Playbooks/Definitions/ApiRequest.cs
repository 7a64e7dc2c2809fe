using Playbooks.Steps;

namespace Playbooks;

/// <summary>Describes an HTTP request of a step. At most one of <see cref="Json"/>, <see cref="Form"/>, and <see cref="Body"/> can be set, as the body of the request.</summary>
/// <param name="Url">The URL. A relative URL is resolved against the base URL of the run.</param>
public sealed record ApiRequest(string Url)
{
    private static readonly Dictionary<string, string> None = [];

    /// <summary>Gets the HTTP method. The default is GET.</summary>
    public RequestMethod Method { get; init; } = RequestMethod.Get;

    /// <summary>Gets the values that are added to the query of the URL. They are not encoded yet.</summary>
    public IReadOnlyDictionary<string, string> Query { get; init; } = None;

    /// <summary>Gets the headers.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = None;

    /// <summary>Gets the body as JSON, or null.</summary>
    public string? Json { get; init; }

    /// <summary>Gets the body as the fields of a form, or null. They are not encoded yet.</summary>
    public IReadOnlyDictionary<string, string>? Form { get; init; }

    /// <summary>Gets the body as text, or null.</summary>
    public string? Body { get; init; }

    /// <summary>Gets the accepted HTTP statuses. If empty, any 2xx status is accepted.</summary>
    public IReadOnlyList<int> ExpectStatus { get; init; } = [];

    /// <summary>Gets which part of the response the step outputs. The default is the body as JSON.</summary>
    public ResponseMode ResponseMode { get; init; } = ResponseMode.Json;

    /// <summary>Gets the path to the value, or null unless the mode is <see cref="ResponseMode.JsonPath"/>.</summary>
    public string? ResponsePath { get; init; }

    /// <summary>Gets the method as HTTP writes it.</summary>
    internal string MethodName => Method.ToString().ToUpperInvariant();

    /// <summary>Returns the method and the URL. The other members can contain secrets.</summary>
    public override string ToString() => $"{MethodName} {Url}";
}

namespace Playbooks.Language.Model;

/// <summary>An HTTP request of a step.</summary>
public sealed record RequestModel
{
    /// <summary>The method, a word of <see cref="Grammar.RequestKeys.Method"/>.</summary>
    public string Method { get; init; } = "GET";

    /// <summary>Where it goes.</summary>
    public required BoundText Url { get; init; }

    /// <summary>What is added to the URL's query; not encoded yet.</summary>
    public EquatableArray<NamedText> Query { get; init; }

    /// <summary>The headers; equal names, regardless of case, were sorted out.</summary>
    public EquatableArray<NamedText> Headers { get; init; }

    /// <summary>The body; null: there is none.</summary>
    public RequestBodyModel? Body { get; init; }

    /// <summary>The accepted statuses, 100 to 599; empty: any 2xx.</summary>
    public EquatableArray<NumberModel> ExpectStatus { get; init; }

    /// <summary>What is output of the response, a word of <see cref="Grammar.RequestKeys.ResponseKeys.Mode"/>.</summary>
    public string ResponseMode { get; init; } = "json";

    /// <summary>The path to the value in the JSON; null: the mode needs none.</summary>
    public string? ResponsePath { get; init; }
}

/// <summary>The body of a request.</summary>
public abstract record RequestBodyModel;

/// <summary>A text.</summary>
public sealed record TextBodyModel(BoundText Text) : RequestBodyModel;

/// <summary>The fields of a form; not encoded yet.</summary>
public sealed record FormBodyModel(EquatableArray<NamedText> Fields) : RequestBodyModel;

/// <summary>JSON.</summary>
public sealed record JsonBodyModel(JsonModel Value) : RequestBodyModel;

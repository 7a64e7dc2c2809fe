namespace Playbooks.Steps;

/// <summary>Specifies which part of an HTTP response a step outputs.</summary>
public enum ResponseMode
{
    /// <summary>The body as compact JSON. An empty body is <c>null</c>.</summary>
    Json,

    /// <summary>The body as text.</summary>
    Text,

    /// <summary>One value of the body, which is JSON.</summary>
    JsonPath,
}

using System.Text.Json;

namespace Playbooks.Agent.Tests.Serving;

/// <summary>A call of a tool, as the model writes it.</summary>
/// <param name="Name">The tool.</param>
/// <param name="Arguments">The arguments as JSON, or what the model takes for it.</param>
internal sealed record ScriptedCall(string Name, string Arguments)
{
    public static ScriptedCall Of(string name, object? arguments = null) => new(name, JsonSerializer.Serialize(arguments ?? new { }));
}

/// <summary>What the model answers to one request.</summary>
internal sealed record ModelReply
{
    public string Text { get; init; } = "";

    public IReadOnlyList<ScriptedCall> Calls { get; init; } = [];

    public int InputTokens { get; init; } = 10;

    public int OutputTokens { get; init; } = 5;

    /// <summary>An HTTP error instead of an answer.</summary>
    public int Status { get; init; } = 200;

    public string? RetryAfter { get; init; }

    /// <summary>The stream ends in its middle.</summary>
    public bool IsCut { get; init; }

    /// <summary>Nothing is sent until the client gives up.</summary>
    public bool Hangs { get; init; }

    public static ModelReply Call(string name, object? arguments = null) => new() { Calls = [ScriptedCall.Of(name, arguments)] };

    public static ModelReply Say(string text) => new() { Text = text };

    public static ModelReply Error(int status, string? retryAfter = null) => new() { Status = status, RetryAfter = retryAfter };
}
